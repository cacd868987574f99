import { accounts } from './accounts.ts'
import { areas } from './areas.ts'
import { comparison } from './comparison.ts'
import { csv } from './csv.ts'
import { evaluations } from './evaluations.ts'
import { files } from './files.ts'
import { frameworks } from './frameworks.ts'
import { importPlaces } from './importPlaces.ts'
import { importProblems } from './importProblems.ts'
import { imports } from './imports.ts'
import { ledger } from './ledger.ts'
import { names } from './names.ts'
import { publication } from './publication.ts'
import { releases } from './releases.ts'
import { requests } from './requests.ts'
import { schema } from './schema.ts'
import { titles } from './titles.ts'
import { warnings } from './warnings.ts'

export const en = {
  accounts,
  areas,
  comparison,
  csv,
  evaluations,
  files,
  frameworks,
  importPlaces,
  importProblems,
  imports,
  ledger,
  names,
  publication,
  releases,
  requests,
  schema,
  titles,
  warnings,
}
