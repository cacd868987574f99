/** Idempotency-Keys of acts in the hub; as in a region. A row without an audit row is an earlier release's and stands in nobody's way. */
import { sql } from 'drizzle-orm'
import { KEYS_KEPT_MS } from '../../limits.ts'
import type { ActKey, AuditRow, DoneAct } from '../../act.types.ts'
import type { HubDb, Statement } from '../../client.ts'

export const claimKey = ({ key, requestHash }: ActKey, act: AuditRow): Statement => sql`
  INSERT INTO idempotency_keys (actor, key, request_hash, audit_id, created_at)
  VALUES (${act.actor}, ${key}, ${requestHash}, ${act.id}, ${act.createdAt})
  ON CONFLICT (actor, key) DO UPDATE SET request_hash = excluded.request_hash, audit_id = excluded.audit_id, created_at = excluded.created_at
  WHERE idempotency_keys.audit_id IS NULL OR idempotency_keys.created_at < ${act.createdAt - KEYS_KEPT_MS}`

export async function findDone(db: HubDb, actor: string, key: string, nowMs: number): Promise<DoneAct | undefined> {
  const [row] = await db.all<{ requestHash: string; target: string; detail: string }>(sql`
    SELECT k.request_hash AS requestHash, a.target, a.detail FROM idempotency_keys k JOIN hub_audit a ON a.id = k.audit_id
    WHERE k.actor = ${actor} AND k.key = ${key} AND k.created_at >= ${nowMs - KEYS_KEPT_MS}`)
  // Guarantee: commitHub wrote the detail from an AuditRow.
  return row && { ...row, detail: JSON.parse(row.detail) as AuditRow['detail'] }
}

export const sweepKeys = (nowMs: number): Statement =>
  sql`DELETE FROM idempotency_keys WHERE created_at < ${nowMs - KEYS_KEPT_MS}`
