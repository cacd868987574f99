/** Evaluations and their parts; and the one batch that reads everything a run is computed from. */
import { sql } from 'drizzle-orm'
import { readBatch } from '../../readBatch.ts'
import { filtered, type ListFilter } from '../../listFilter.ts'
import { abortUnless } from '../../commit.ts'
import type { RegionDb, Statement, TenantId } from '../../client.ts'
import { evaluationParts, evaluations } from '../schema.ts'
import { LEFT_AT } from './releases.ts'
import type { EvaluationState } from '../../../worker/release/states.ts'

export interface EvaluationRow {
  id: string
  title: string
  state: EvaluationState
  frameworkId: string
  frameworkVersion: number
  /** JSON. */
  periods: string
  options: string
  summary: string
  engineVersion: string
  inputDigest: string
  resultDigest: string
  createdBy: string
  createdAt: number
  /** From when on it is public: later than now under an embargo. */
  publishedAt: number | null
  /** Null while the hub has no publication of it. */
  publicationId: string | null
}

const RELEASED = sql`FROM releases r WHERE r.tenant_id = e.tenant_id AND r.evaluation_id = e.id AND r.basis = 'publication'`
/** What its own acts say before it is published, and its release says afterwards; `e` is the evaluation. */
const STATE = sql`CASE WHEN e.state <> 'published' THEN coalesce(e.moved_to, 'draft') ELSE coalesce((SELECT CASE WHEN r.withdrawn_at IS NOT NULL THEN 'withdrawn'
  WHEN EXISTS (SELECT 1 FROM releases s WHERE s.tenant_id = r.tenant_id AND s.supersedes_id = r.id AND s.left_at IS NOT NULL) THEN 'superseded' END ${RELEASED}), 'published') END`
const PUBLICATION = sql`(SELECT r.id ${RELEASED} AND ${LEFT_AT} IS NOT NULL) AS publicationId`
/** The newest that stands in public, then the newest that is under way, then what was superseded or withdrawn. */
export const FOREMOST_FIRST = sql`CASE ${STATE} WHEN 'published' THEN 0 WHEN 'superseded' THEN 2 WHEN 'withdrawn' THEN 3 ELSE 1 END, coalesce(e.published_at, e.created_at) DESC, e.id DESC`
/** Every column of EvaluationRow. */
export const EVALUATION = sql`e.id, e.title, ${STATE} AS state, e.framework_id AS frameworkId, e.framework_version AS frameworkVersion, e.periods, e.options, e.summary, e.engine_version AS engineVersion,
  e.input_digest AS inputDigest, e.result_digest AS resultDigest, e.created_by AS createdBy, e.created_at AS createdAt, e.published_at AS publishedAt, ${PUBLICATION}`

/** Newest first, those before a cursor. */
export function listEvaluations(
  db: RegionDb,
  tenantId: TenantId,
  limit: number,
  before: { readonly createdAt: number; readonly id: string } | undefined,
  filter: ListFilter & { readonly periods?: readonly string[] | null } = {},
): Promise<EvaluationRow[]> {
  const after = before === undefined ? sql`` : sql`AND (e.created_at, e.id) < (${before.createdAt}, ${before.id})`
  // One of the periods asked for is enough.
  const covering =
    (filter.periods ?? null) === null
      ? sql``
      : sql` AND EXISTS (SELECT 1 FROM json_each(e.periods) p JOIN json_each(${JSON.stringify(filter.periods)}) w ON w.value = p.value)`
  return db.all<EvaluationRow>(
    sql`SELECT ${EVALUATION} FROM evaluations e WHERE e.tenant_id = ${tenantId} ${after}${filtered(sql`e.created_at`, STATE, filter)}${covering} ORDER BY e.created_at DESC, e.id DESC LIMIT ${limit}`,
  )
}

export interface PartRow {
  part: string
  body: string
}

/** The evaluation with the named parts (`result:*` = every part that begins so), in one round trip. */
export async function findEvaluation(
  db: RegionDb,
  tenantId: TenantId,
  id: string,
  parts: readonly string[],
): Promise<{ row: EvaluationRow | undefined; parts: Map<string, string> }> {
  const names = JSON.stringify(parts.filter((p) => !p.endsWith('*')))
  const prefixes = JSON.stringify(parts.filter((p) => p.endsWith('*')).map((p) => p.slice(0, -1)))
  const head = sql<EvaluationRow>`SELECT ${EVALUATION} FROM evaluations e WHERE e.tenant_id = ${tenantId} AND e.id = ${id}`
  if (parts.length === 0) return { row: (await readBatch(db, [head]))[0][0], parts: new Map() }
  const [rows, bodies] = await readBatch(db, [
    head,
    sql<PartRow>`
      SELECT p.part, p.body FROM evaluation_parts p WHERE p.tenant_id = ${tenantId} AND p.evaluation_id = ${id}
        AND (p.part IN (SELECT value FROM json_each(${names})) OR EXISTS (SELECT 1 FROM json_each(${prefixes}) x WHERE substr(p.part, 1, length(x.value)) = x.value))
      ORDER BY p.part, p.seq`,
  ])
  const texts = new Map<string, string>()
  for (const { part, body } of bodies) texts.set(part, (texts.get(part) ?? '') + body)
  return { row: rows[0], parts: texts }
}

export type EvaluationStateRow = Pick<EvaluationRow, 'id' | 'state' | 'publishedAt' | 'publicationId' | 'resultDigest'>

/** What of an evaluation may change, and the name of what may not; undefined when there is no such evaluation. */
export async function findEvaluationState(
  db: RegionDb,
  tenantId: TenantId,
  id: string,
): Promise<EvaluationStateRow | undefined> {
  const [[row]] = await readBatch(db, [
    sql<EvaluationStateRow>`SELECT e.id, ${STATE} AS state, e.published_at AS publishedAt, e.result_digest AS resultDigest, ${PUBLICATION} FROM evaluations e WHERE e.tenant_id = ${tenantId} AND e.id = ${id}`,
  ])
  return row
}

export interface SnapshotAreaRow {
  id: string
  code: string
  name: string
  nameEn: string
  setting: 'urban' | 'rural' | null
  grouping: string
  parentId: string | null
  isLeaf: number
}
export interface PopulationRow {
  period: string
  places: string
  amounts: string
}
export interface CellsRow {
  indicator: string
  period: string
  places: string
  amounts: string
}

/** Areas in order of their codes; populations and approved values as two parallel JSON arrays per column: places in that order, and amounts, null
 * where a value waits that none is approved for. A column of values may come in two rows: the second has the cells whose working value is gone and
 * whose approved value is not yet. */
export function readInputs(
  db: RegionDb,
  tenantId: TenantId,
  indicators: readonly string[],
  periods: readonly string[],
) {
  const place = sql`a AS MATERIALIZED (SELECT id, row_number() OVER (ORDER BY code) - 1 AS place FROM areas WHERE tenant_id = ${tenantId})`
  const wanted = JSON.stringify(periods)
  const codes = JSON.stringify(indicators)
  return readBatch(db, [
    sql<SnapshotAreaRow>`
      SELECT a.id, a.code, a.name, a.name_en AS nameEn, a.setting, a.grouping, a.parent_id AS parentId, k.parent_id IS NULL AS isLeaf
      FROM areas a LEFT JOIN (SELECT DISTINCT parent_id FROM areas WHERE tenant_id = ${tenantId}) k ON k.parent_id = a.id
      WHERE a.tenant_id = ${tenantId} ORDER BY a.code`,
    sql<PopulationRow>`
      WITH ${place} SELECT p.period, json_group_array(a.place) AS places, json_group_array(p.value) AS amounts
      FROM populations p JOIN a ON a.id = p.area_id WHERE p.tenant_id = ${tenantId} AND p.period IN (SELECT value FROM json_each(${wanted})) GROUP BY p.period`,
    sql<CellsRow>`
      WITH ${place} SELECT o.indicator, o.period, json_group_array(a.place) AS places, json_group_array(CASE WHEN w.set_id IS NULL THEN o.value ELSE w.approved_value END) AS amounts
      FROM observations o JOIN a ON a.id = o.area_id
        LEFT JOIN awaiting_approval w ON w.tenant_id = ${tenantId} AND w.indicator = o.indicator AND w.period = o.period AND w.area_id = o.area_id
      WHERE o.tenant_id = ${tenantId} AND o.indicator IN (SELECT value FROM json_each(${codes})) AND o.period IN (SELECT value FROM json_each(${wanted}))
      GROUP BY o.indicator, o.period
      UNION ALL
      SELECT w.indicator, w.period, json_group_array(a.place), json_group_array(w.approved_value)
      FROM awaiting_approval w JOIN a ON a.id = w.area_id
      WHERE w.tenant_id = ${tenantId} AND w.indicator IN (SELECT value FROM json_each(${codes})) AND w.period IN (SELECT value FROM json_each(${wanted})) AND w.approved_value IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM observations o WHERE o.tenant_id = w.tenant_id AND o.indicator = w.indicator AND o.period = w.period AND o.area_id = w.area_id)
      GROUP BY w.indicator, w.period`,
  ])
}

export const insertEvaluation = (db: RegionDb, row: typeof evaluations.$inferInsert): Statement =>
  db.insert(evaluations).values(row)

export const insertPart = (
  db: RegionDb,
  tenantId: TenantId,
  evaluationId: string,
  part: string,
  seq: number,
  body: string,
): Statement => db.insert(evaluationParts).values({ tenantId, evaluationId, part, seq, body })

/** Not published, and where its own acts have brought it: one of these. */
const isUnpublished = (tenantId: TenantId, id: string, from: readonly EvaluationState[]) =>
  sql`tenant_id = ${tenantId} AND id = ${id} AND state = 'draft' AND coalesce(moved_to, 'draft') IN (SELECT value FROM json_each(${JSON.stringify(from)}))`

/** Deletes a draft and its parts; changes no evaluation row when it is reviewed, published or gone: follow the last statement with expectChanges(1). */
export const deleteDraft = (tenantId: TenantId, id: string): Statement[] => [
  sql`DELETE FROM evaluation_parts WHERE tenant_id = ${tenantId} AND evaluation_id = ${id}
    AND EXISTS (SELECT 1 FROM evaluations WHERE ${isUnpublished(tenantId, id, ['draft'])})`,
  sql`DELETE FROM evaluations WHERE ${isUnpublished(tenantId, id, ['draft'])}`,
]

/** Moves what is not published yet; changes no row when it is in none of the states: follow it with expectChanges(1). */
export const moveEvaluation = (
  tenantId: TenantId,
  id: string,
  from: readonly EvaluationState[],
  to: EvaluationState,
): Statement => sql`UPDATE evaluations SET moved_to = ${to} WHERE ${isUnpublished(tenantId, id, from)}`

/** → published; changes no row when it is in none of the states (any more): follow it with expectChanges(1). */
export const markPublished = (
  tenantId: TenantId,
  id: string,
  from: readonly EvaluationState[],
  by: string,
  publishedAt: number,
): Statement =>
  sql`UPDATE evaluations SET state = 'published', published_by = ${by}, published_at = ${publishedAt} WHERE ${isUnpublished(tenantId, id, from)}`

export interface StepRow {
  act: string
  toState: EvaluationState
  doneBy: string
  doneByName: string
  reason: string
  doneAt: number
}

/** Oldest first. */
export const readSteps = (tenantId: TenantId, id: string) =>
  sql<StepRow>`SELECT act, to_state AS toState, done_by AS doneBy, done_by_name AS doneByName, reason, done_at AS doneAt FROM evaluation_steps WHERE tenant_id = ${tenantId} AND evaluation_id = ${id} ORDER BY seq`

export const insertStep = (tenantId: TenantId, id: string, step: StepRow): Statement => sql`
  INSERT INTO evaluation_steps (tenant_id, evaluation_id, seq, act, to_state, done_by, done_by_name, reason, done_at)
  SELECT ${tenantId}, ${id}, 1 + coalesce(max(seq), 0), ${step.act}, ${step.toState}, ${step.doneBy}, ${step.doneByName}, ${step.reason}, ${step.doneAt}
  FROM evaluation_steps WHERE tenant_id = ${tenantId} AND evaluation_id = ${id}`

export const readPolicies = (tenantId: TenantId) =>
  sql<{ policy: string; value: string }>`SELECT policy, value FROM city_policies WHERE tenant_id = ${tenantId}`

export const putPolicy = (tenantId: TenantId, policy: string, value: string): Statement => sql`
  INSERT INTO city_policies (tenant_id, policy, value) VALUES (${tenantId}, ${policy}, ${value})
  ON CONFLICT (tenant_id, policy) DO UPDATE SET value = excluded.value`

/** Aborts the batch when the city changed the rule meanwhile; `otherwise` is the rule of a city that set none. */
export const guardPolicy = (tenantId: TenantId, policy: string, value: string, otherwise: string): Statement =>
  abortUnless(
    sql`coalesce((SELECT value FROM city_policies WHERE tenant_id = ${tenantId} AND policy = ${policy}), ${otherwise}) = ${value}`,
  )
