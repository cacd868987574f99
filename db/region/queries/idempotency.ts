/** Idempotency-Keys of acts in a region. db/commit.ts writes them in the batch of the act itself, so a key is known exactly when its act is done. */
import { sql } from 'drizzle-orm'
import { KEYS_KEPT_MS } from '../../limits.ts'
import type { ActKey, AuditRow, DoneAct } from '../../act.types.ts'
import type { RegionDb, Statement, TenantId } from '../../client.ts'

/** Changes one row, or none when the actor has used the key within the day. */
export const claimKey = (tenantId: TenantId, { key, requestHash }: ActKey, act: AuditRow): Statement => sql`
  INSERT INTO idempotency_keys (tenant_id, actor, key, request_hash, audit_id, created_at)
  VALUES (${tenantId}, ${act.actor}, ${key}, ${requestHash}, ${act.id}, ${act.createdAt})
  ON CONFLICT (tenant_id, actor, key) DO UPDATE SET request_hash = excluded.request_hash, audit_id = excluded.audit_id, created_at = excluded.created_at
  WHERE idempotency_keys.created_at < ${act.createdAt - KEYS_KEPT_MS}`

/** The act that was done under a key. */
export async function findDone(
  db: RegionDb,
  tenantId: TenantId,
  actor: string,
  key: string,
  nowMs: number,
): Promise<DoneAct | undefined> {
  const [row] = await db.all<{ requestHash: string; target: string; detail: string }>(sql`
    SELECT k.request_hash AS requestHash, a.target, a.detail FROM idempotency_keys k JOIN audit a ON a.tenant_id = k.tenant_id AND a.id = k.audit_id
    WHERE k.tenant_id = ${tenantId} AND k.actor = ${actor} AND k.key = ${key} AND k.created_at >= ${nowMs - KEYS_KEPT_MS}`)
  // Guarantee: commitRegion wrote the detail from an AuditRow.
  return row && { ...row, detail: JSON.parse(row.detail) as AuditRow['detail'] }
}

export const sweepKeys = (nowMs: number): Statement =>
  sql`DELETE FROM idempotency_keys WHERE created_at < ${nowMs - KEYS_KEPT_MS}`
