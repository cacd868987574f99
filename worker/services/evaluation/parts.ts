/** The parts an evaluation is stored in, and how they are written and read back. One layout, known to this file alone:
 * `inputs` (areas, framework, options, engine), `data:<period>` (populations and values), `panel`, `result:<period>`; once published `public:<part>`, `exchange` and `seal`. */
import { insertPart } from '../../../db/region/queries/evaluations.ts'
import { D1_LIMITS } from '../../../db/limits.ts'
import { readPanel } from '../../record/evaluation.ts'
import { untagged } from '../../record/format.ts'
import { FRAMEWORK, taggedBody } from '../../record/framework.ts'
import { SNAPSHOT } from '../../record/snapshot.ts'
import { cutText, escapeNonAscii } from './asciiJson.ts'
import type { RegionDb, Statement, TenantId } from '../../../db/client.ts'
import type { EvaluationArea, SnapshotPeriod } from '../../contract/evaluations.ts'
import type { FrameworkBody, MethodOptions } from '../../contract/frameworks.ts'
import type { Panel, StoredPeriod } from './results.types.ts'

export interface StoredInputs {
  readonly areas: readonly EvaluationArea[]
  readonly framework: FrameworkBody
  readonly options: MethodOptions
  readonly engineVersion: string
}

export interface PartBodies {
  inputs: StoredInputs
  panel: Panel
  [data: `data:${string}`]: SnapshotPeriod
  [result: `result:${string}`]: StoredPeriod
}

/** A part's JSON text as insert statements, in pieces below D1's limit. */
export const writePart = (
  db: RegionDb,
  tenantId: TenantId,
  evaluationId: string,
  part: string,
  text: string,
): Statement[] =>
  cutText(escapeNonAscii(text), D1_LIMITS.jsonParameterBytes).map((piece, seq) =>
    insertPart(db, tenantId, evaluationId, part, seq, piece),
  )

/** Guarantee: a part was written by writePart under its own name, by this release or an earlier one. Undefined when it is not there. */
export function readPart<K extends keyof PartBodies>(
  parts: ReadonlyMap<string, string>,
  part: K,
): PartBodies[K] | undefined {
  const text = parts.get(part)
  if (text === undefined) return undefined
  if (part === 'panel') return readPanel(text) as PartBodies[K]
  return part === 'inputs' ? (readInputs(text) as PartBodies[K]) : (JSON.parse(text) as PartBodies[K])
}

/** Inputs name the formats of the two documents that lie in them and in the data of the periods. */
export const writeInputs = (inputs: StoredInputs): string =>
  JSON.stringify({ format: SNAPSHOT.tag, ...inputs, framework: taggedBody(inputs.framework) })

/** As they were, earlier options included: the input digest covers them. */
function readInputs(text: string): StoredInputs {
  const { framework, ...inputs } = untagged(JSON.parse(text) as StoredInputs, SNAPSHOT.tag)
  return { ...inputs, framework: untagged(framework, FRAMEWORK.tag) }
}
