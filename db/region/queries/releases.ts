/** What left a region, or will: releases, their corrections and withdrawals. */
import { sql } from 'drizzle-orm'
import { abortUnless } from '../../commit.ts'
import type { Statement, TenantId } from '../../client.ts'
import type { ReleaseBasis } from '../../../worker/release/states.ts'

export interface ReleaseRow {
  id: string
  outboxId: string
  basis: ReleaseBasis
  audience: string
  evaluationId: string
  title: string
  /** JSON. */
  what: string
  fromAt: number
  leftAt: number | null
  supersedesId: string | null
  supersededById: string | null
  /** When the first of its chain of corrections became public. */
  seriesAt: number
  /** Of the method and tree: what one series is made by; null where it was published before disclosures were kept. */
  lineage: string | null
  reason: string
  createdBy: string
  createdByName: string
  createdAt: number
  withdrawnBy: string | null
  withdrawnByName: string | null
  withdrawnAt: number | null
  withdrawnReason: string | null
}

/** When the hub had it. A Worker of the version before marks its own outbox row and knows of no `left_at`: a row carried before any withdrawal left.
 * `r` is the release. */
export const LEFT_AT = sql`coalesce(r.left_at, (SELECT x.relayed_at FROM outbox x WHERE x.tenant_id = r.tenant_id AND x.id = r.outbox_id AND (r.withdrawn_at IS NULL OR x.relayed_at < r.withdrawn_at)))`

/** Withdrawn before it left: nobody has seen it, and nothing will carry it any more. `r` is the release. */
const NEVER_LEFT = sql`(r.withdrawn_at IS NOT NULL AND ${LEFT_AT} IS NULL AND EXISTS (SELECT 1 FROM outbox x WHERE x.tenant_id = r.tenant_id AND x.id = r.outbox_id AND x.relayed_at IS NOT NULL))`

const SUCCESSOR = sql`FROM releases s WHERE s.tenant_id = r.tenant_id AND s.supersedes_id = r.id AND NOT (s.withdrawn_at IS NOT NULL AND s.left_at IS NULL)`

const RELEASE = sql`SELECT r.id, r.outbox_id AS outboxId, r.basis, r.audience, r.evaluation_id AS evaluationId, e.title, r.what, r.from_at AS fromAt, ${LEFT_AT} AS leftAt, r.supersedes_id AS supersedesId,
  (SELECT s.id ${SUCCESSOR} ORDER BY s.created_at DESC LIMIT 1) AS supersededById,
  (SELECT d.lineage FROM disclosures d WHERE d.tenant_id = r.tenant_id AND d.evaluation_id = r.evaluation_id LIMIT 1) AS lineage,
  (WITH RECURSIVE chain (id, supersedes_id, from_at) AS (
     SELECT r.id, r.supersedes_id, r.from_at UNION ALL SELECT x.id, x.supersedes_id, x.from_at FROM releases x JOIN chain c ON x.tenant_id = r.tenant_id AND x.id = c.supersedes_id)
   SELECT from_at FROM chain WHERE supersedes_id IS NULL) AS seriesAt,
  r.reason, r.created_by AS createdBy, r.created_by_name AS createdByName, r.created_at AS createdAt, r.withdrawn_by AS withdrawnBy, r.withdrawn_by_name AS withdrawnByName,
  r.withdrawn_at AS withdrawnAt, r.withdrawn_reason AS withdrawnReason
  FROM releases r JOIN evaluations e ON e.tenant_id = r.tenant_id AND e.id = r.evaluation_id`

/** Newest first, those before a cursor. */
export const readReleases = (
  tenantId: TenantId,
  before: { readonly createdAt: number; readonly id: string } | undefined,
  limit: number,
) =>
  sql<ReleaseRow>`${RELEASE} WHERE r.tenant_id = ${tenantId} ${before === undefined ? sql`` : sql`AND (r.created_at, r.id) < (${before.createdAt}, ${before.id})`} ORDER BY r.created_at DESC, r.id DESC LIMIT ${limit}`

export const readRelease = (tenantId: TenantId, id: string) =>
  sql<ReleaseRow>`${RELEASE} WHERE r.tenant_id = ${tenantId} AND r.id = ${id}`

/** The publication of an evaluation. */
export const readReleaseOf = (tenantId: TenantId, evaluationId: string) =>
  sql<ReleaseRow>`${RELEASE} WHERE r.tenant_id = ${tenantId} AND r.evaluation_id = ${evaluationId} AND r.basis = 'publication'`

export type NewRelease = Pick<
  ReleaseRow,
  | 'id'
  | 'outboxId'
  | 'basis'
  | 'audience'
  | 'evaluationId'
  | 'what'
  | 'fromAt'
  | 'supersedesId'
  | 'reason'
  | 'createdBy'
  | 'createdByName'
  | 'createdAt'
>

export const insertRelease = (tenantId: TenantId, row: NewRelease): Statement => sql`
  INSERT INTO releases (tenant_id, id, outbox_id, basis, evaluation_id, audience, what, from_at, supersedes_id, reason, created_by, created_by_name, created_at)
  VALUES (${tenantId}, ${row.id}, ${row.outboxId}, ${row.basis}, ${row.evaluationId}, ${row.audience}, ${row.what}, ${row.fromAt}, ${row.supersedesId}, ${row.reason}, ${row.createdBy}, ${row.createdByName}, ${row.createdAt})`

/** Aborts the batch unless the release left, still stands and has no correction yet. */
export const guardCorrectable = (tenantId: TenantId, id: string): Statement =>
  abortUnless(
    sql`EXISTS (SELECT 1 FROM releases r WHERE r.tenant_id = ${tenantId} AND r.id = ${id} AND ${LEFT_AT} IS NOT NULL AND r.withdrawn_at IS NULL AND NOT EXISTS (SELECT 1 ${SUCCESSOR}))`,
  )

/** Changes no row when it is withdrawn already: follow it with expectChanges(1). */
export const markWithdrawn = (
  tenantId: TenantId,
  id: string,
  {
    by,
    byName,
    at,
    reason,
  }: { readonly by: string; readonly byName: string; readonly at: number; readonly reason: string },
): Statement => sql`
  UPDATE releases SET withdrawn_by = ${by}, withdrawn_by_name = ${byName}, withdrawn_at = ${at}, withdrawn_reason = ${reason}
  WHERE tenant_id = ${tenantId} AND id = ${id} AND withdrawn_at IS NULL`

/** Once: the hub has it. */
export const markLeft = (tenantId: TenantId, outboxId: string, nowMs: number): Statement =>
  sql`UPDATE releases SET left_at = ${nowMs} WHERE tenant_id = ${tenantId} AND outbox_id = ${outboxId} AND left_at IS NULL`

/** Evaluations whose publication nobody has seen. */
export const neverLeft = (tenantId: TenantId) =>
  sql`SELECT r.evaluation_id FROM releases r WHERE r.tenant_id = ${tenantId} AND ${NEVER_LEFT}`
