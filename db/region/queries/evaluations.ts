/** Evaluations and their parts; and the one batch that reads everything a run is computed from. */
import { and, eq, sql } from 'drizzle-orm'
import { readBatch } from '../../readBatch.ts'
import { filtered, type ListFilter } from '../../listFilter.ts'
import type { RegionDb, Statement, TenantId } from '../../client.ts'
import { evaluationParts, evaluations } from '../schema.ts'

export interface EvaluationRow {
  id: string
  title: string
  state: 'draft' | 'published'
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
  publishedAt: number | null
  /** Of its outbox row; null when not published or not yet in the hub. */
  relayedAt: number | null
}

/** The outbox row of an evaluation carries its id; `e` is the evaluation. */
const RELAYED = sql`(SELECT x.relayed_at FROM outbox x WHERE x.tenant_id = e.tenant_id AND x.id = 'out_' || substr(e.id, 4)) AS relayedAt`
/** Every column of EvaluationRow. */
export const EVALUATION = sql`e.id, e.title, e.state, e.framework_id AS frameworkId, e.framework_version AS frameworkVersion, e.periods, e.options, e.summary, e.engine_version AS engineVersion,
  e.input_digest AS inputDigest, e.result_digest AS resultDigest, e.created_by AS createdBy, e.created_at AS createdAt, e.published_at AS publishedAt, ${RELAYED}`

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
    sql`SELECT ${EVALUATION} FROM evaluations e WHERE e.tenant_id = ${tenantId} ${after}${filtered(sql`e.created_at`, sql`e.state`, filter)}${covering} ORDER BY e.created_at DESC, e.id DESC LIMIT ${limit}`,
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

export type EvaluationStateRow = Pick<EvaluationRow, 'id' | 'state' | 'publishedAt' | 'relayedAt' | 'resultDigest'>

/** What of an evaluation may change, and the name of what may not; undefined when there is no such evaluation. */
export async function findEvaluationState(
  db: RegionDb,
  tenantId: TenantId,
  id: string,
): Promise<EvaluationStateRow | undefined> {
  const [[row]] = await readBatch(db, [
    sql<EvaluationStateRow>`SELECT e.id, e.state, e.published_at AS publishedAt, e.result_digest AS resultDigest, ${RELAYED} FROM evaluations e WHERE e.tenant_id = ${tenantId} AND e.id = ${id}`,
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

/** Deletes a draft and its parts; changes no evaluation row when it is published or gone: follow the last statement with expectChanges(1). */
export const deleteDraft = (tenantId: TenantId, id: string): Statement[] => [
  sql`DELETE FROM evaluation_parts WHERE tenant_id = ${tenantId} AND evaluation_id = ${id}
    AND EXISTS (SELECT 1 FROM evaluations e WHERE e.tenant_id = ${tenantId} AND e.id = ${id} AND e.state = 'draft')`,
  sql`DELETE FROM evaluations WHERE tenant_id = ${tenantId} AND id = ${id} AND state = 'draft'`,
]

/** draft → published; changes no row when it is not a draft (any more): follow it with expectChanges(1). */
export const markPublished = (db: RegionDb, tenantId: TenantId, id: string, by: string, nowMs: number): Statement =>
  db
    .update(evaluations)
    .set({ state: 'published', publishedBy: by, publishedAt: nowMs })
    .where(and(eq(evaluations.tenantId, tenantId), eq(evaluations.id, id), eq(evaluations.state, 'draft')))
