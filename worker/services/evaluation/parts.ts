/** The parts an evaluation is stored in, and how they are written and read back. One layout, known to this file alone:
 * `inputs` (areas, framework, options, engine), `data:<period>` (populations and values), `panel`, `result:<period>`; once published `public:<part>`, `exchange` and `seal`. */
import { insertPart } from '../../../db/region/queries/evaluations.ts'
import { D1_LIMITS } from '../../../db/limits.ts'
import { asciiJson, cutText } from './asciiJson.ts'
import { currentPanel } from './earlierRelease.ts'
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

/** A part as insert statements, in pieces below D1's limit. */
export function writePart(
  db: RegionDb,
  tenantId: TenantId,
  evaluationId: string,
  part: string,
  body: unknown,
): Statement[] {
  return cutText(asciiJson(body), D1_LIMITS.jsonParameterBytes).map((piece, seq) =>
    insertPart(db, tenantId, evaluationId, part, seq, piece),
  )
}

/** Guarantee: a part was written by writePart under its own name, by this release or an earlier one. Undefined when it is not there. */
export function readPart<K extends keyof PartBodies>(
  parts: ReadonlyMap<string, string>,
  part: K,
): PartBodies[K] | undefined {
  const text = parts.get(part)
  if (text === undefined) return undefined
  const body = JSON.parse(text) as PartBodies[K]
  return part === 'panel' ? (currentPanel(body as Panel) as PartBodies[K]) : body
}
