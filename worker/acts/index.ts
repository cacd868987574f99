/** Every act. The access tests go through this list, so an act that is not in it fails them. */
import { deleteArea } from './area/deleteArea.ts'
import { putAreas } from './area/putAreas.ts'
import { putPopulations } from './area/putPopulations.ts'
import { approveEvaluation, returnEvaluation, reviewEvaluation } from './evaluation/moveEvaluation.ts'
import { deleteEvaluation } from './evaluation/deleteEvaluation.ts'
import { publishEvaluation } from './evaluation/publishEvaluation.ts'
import { runEvaluation } from './evaluation/runEvaluation.ts'
import { withdrawEvaluation } from './evaluation/withdrawEvaluation.ts'
import { createFramework } from './framework/createFramework.ts'
import { updateFramework } from './framework/updateFramework.ts'
import { commitImport } from './import/commitImport.ts'
import { discardImport } from './import/discardImport.ts'
import { expireImport } from './import/expireImport.ts'
import { revertImport } from './import/revertImport.ts'
import { uploadAreas } from './import/uploadAreas.ts'
import { uploadValues } from './import/uploadValues.ts'
import { createKey } from './key/createKey.ts'
import { revokeKey } from './key/revokeKey.ts'
import { createOrganisation } from './organisation/createOrganisation.ts'
import { putPolicies } from './policy/putPolicies.ts'
import { signIn } from './session/signIn.ts'
import { rotatePlatformSigningKey } from './signingKey/rotatePlatformSigningKey.ts'
import { rotateSigningKey } from './signingKey/rotateSigningKey.ts'
import type { AnyAct } from './act.types.ts'

export const ACTS: Readonly<Record<string, AnyAct>> = {
  approveEvaluation,
  commitImport,
  createFramework,
  createKey,
  createOrganisation,
  deleteArea,
  deleteEvaluation,
  discardImport,
  expireImport,
  publishEvaluation,
  putAreas,
  putPolicies,
  putPopulations,
  returnEvaluation,
  revertImport,
  reviewEvaluation,
  revokeKey,
  rotatePlatformSigningKey,
  rotateSigningKey,
  runEvaluation,
  signIn,
  updateFramework,
  uploadAreas,
  uploadValues,
  withdrawEvaluation,
}
