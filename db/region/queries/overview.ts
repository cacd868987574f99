/** What a city's dashboard reads, as the statements of one batch. The newest period of each indicator is an index
 * seek; only the number of values is counted through, which the stamp keeps from happening on every visit. */
import { sql } from 'drizzle-orm'
import { DUE } from './outbox.ts'
import { EVALUATION, FOREMOST_FIRST, type EvaluationRow } from './evaluations.ts'
import type { TenantId } from '../../client.ts'

export interface CountsRow {
  areas: number
  leaves: number
  frameworks: number
  observations: number
  imports: number
  evaluations: number
  published: number
  drafts: number
  rejected: number
  staged: number
  waiting: number
}

export const readCounts = (tenantId: TenantId) => sql<CountsRow>`
  SELECT (SELECT count(*) FROM areas WHERE tenant_id = ${tenantId}) AS areas,
    (SELECT count(*) FROM areas a WHERE a.tenant_id = ${tenantId} AND a.id NOT IN (SELECT parent_id FROM areas WHERE tenant_id = ${tenantId} AND parent_id IS NOT NULL)) AS leaves,
    (SELECT count(*) FROM frameworks WHERE tenant_id = ${tenantId}) AS frameworks,
    (SELECT count(*) FROM observations WHERE tenant_id = ${tenantId}) AS observations,
    count(*) AS imports,
    coalesce(sum(i.state = 'ready'), 0) AS staged,
    coalesce(sum(i.state = 'rejected' AND i.created_at > coalesce((SELECT max(created_at) FROM imports WHERE tenant_id = ${tenantId} AND state = 'committed'), 0)), 0) AS rejected,
    (SELECT count(*) FROM evaluations WHERE tenant_id = ${tenantId}) AS evaluations,
    (SELECT count(*) FROM evaluations WHERE tenant_id = ${tenantId} AND state = 'published') AS published,
    (SELECT count(*) FROM evaluations WHERE tenant_id = ${tenantId} AND state = 'draft') AS drafts,
    (SELECT count(*) FROM outbox WHERE tenant_id = ${tenantId} AND relayed_at IS NULL AND ${DUE}) AS waiting
  FROM imports i WHERE i.tenant_id = ${tenantId}`

/** Every act leaves an audit row, and the relay takes a row off the outbox: while neither moves, nothing of the city has changed. Two index seeks. */
export const readStamp = (tenantId: TenantId) => sql<{ stamp: string }>`
  SELECT (SELECT count(*) FROM outbox WHERE tenant_id = ${tenantId} AND relayed_at IS NULL) || ' ' || coalesce((SELECT id FROM audit WHERE tenant_id = ${tenantId} ORDER BY created_at DESC, id DESC LIMIT 1), '') AS stamp`

/** The newest evaluation that stands in public, else the newest draft. */
export const readLatestEvaluation = (tenantId: TenantId) => sql<EvaluationRow>`
  SELECT ${EVALUATION} FROM evaluations e WHERE e.tenant_id = ${tenantId} ORDER BY ${FOREMOST_FIRST} LIMIT 1`

/** The framework of that evaluation as it is now, else the one edited last. */
export const readCurrentBody = (tenantId: TenantId) => sql<{ body: string }>`
  SELECT v.body FROM frameworks f JOIN framework_versions v ON v.tenant_id = f.tenant_id AND v.framework_id = f.id AND v.version = f.version
  WHERE f.tenant_id = ${tenantId}
  ORDER BY f.id = (SELECT e.framework_id FROM evaluations e WHERE e.tenant_id = ${tenantId} ORDER BY ${FOREMOST_FIRST} LIMIT 1) DESC, f.updated_at DESC, f.id LIMIT 1`

/** Ask it with IN, which SQLite answers from an index of its own; joined, it is walked whole for every value. */
const leaves = (tenantId: TenantId) =>
  sql`leaf AS MATERIALIZED (SELECT id FROM areas WHERE tenant_id = ${tenantId} AND id NOT IN (SELECT parent_id FROM areas WHERE tenant_id = ${tenantId} AND parent_id IS NOT NULL))`

export interface NewestRow {
  code: string
  period: string
  filled: number
}

/** Per indicator of the dictionary: its newest period with a value, and how many areas have one there. */
export const readNewest = (tenantId: TenantId) => sql<NewestRow>`
  WITH ${leaves(tenantId)}, newest AS MATERIALIZED (
    SELECT i.code, (SELECT max(o.period) FROM observations o WHERE o.tenant_id = ${tenantId} AND o.indicator = i.code) AS period FROM indicators i WHERE i.tenant_id = ${tenantId})
  SELECT n.code, n.period, coalesce(sum(o.area_id IN (SELECT id FROM leaf)), 0) AS filled
  FROM newest n JOIN observations o ON o.tenant_id = ${tenantId} AND o.indicator = n.code AND o.period = n.period
  GROUP BY n.code`

/** Per period: how many of the areas have a population. */
export const readPopulationCounts = (tenantId: TenantId) => sql<{ period: string; filled: number }>`
  WITH ${leaves(tenantId)} SELECT p.period, coalesce(sum(p.area_id IN (SELECT id FROM leaf)), 0) AS filled FROM populations p WHERE p.tenant_id = ${tenantId} GROUP BY p.period`
