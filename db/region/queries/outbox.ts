/** What waits to be carried to the hub. Rows are written in the batch of the act that caused them and marked once the hub has them. */
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { RegionDb, Statement, TenantId } from '../../client.ts'
import { outbox } from '../schema.ts'

export interface WaitingRow {
  tenantId: string
  id: string
  kind: string
  payload: string
  attempts: number
}

/** Its time has come: under an embargo a row is not to be carried yet. */
export const DUE = sql`(not_before IS NULL OR not_before <= unixepoch() * 1000)`

/** Those tried least first, so that one that cannot be carried never holds up the rest. */
export function listWaiting(
  db: RegionDb,
  limit: number,
  nowMs: number,
  only?: { readonly tenantId: TenantId; readonly id: string },
): Promise<WaitingRow[]> {
  const one = only === undefined ? sql`` : sql`AND tenant_id = ${only.tenantId} AND id = ${only.id}`
  return db.all<WaitingRow>(
    sql`SELECT tenant_id AS tenantId, id, kind, payload, attempts FROM outbox WHERE relayed_at IS NULL AND (not_before IS NULL OR not_before <= ${nowMs}) ${one} ORDER BY attempts, created_at, id LIMIT ${limit}`,
  )
}

export interface PieceRow {
  part: string
  seq: number
  body: string
}

/** The texts a publication consists of, as frozen when it was published. */
export function listPieces(db: RegionDb, tenantId: TenantId, evaluationId: string): Promise<PieceRow[]> {
  return db.all<PieceRow>(
    sql`SELECT part, seq, body FROM evaluation_parts WHERE tenant_id = ${tenantId} AND evaluation_id = ${evaluationId} AND (part IN ('publication', 'exchange') OR part LIKE 'public:%') ORDER BY part, seq`,
  )
}

export const insertOutbox = (
  db: RegionDb,
  row: { tenantId: TenantId; id: string; kind: string; payload: unknown; createdAt: number; notBefore: number | null },
): Statement => db.insert(outbox).values({ ...row, attempts: 0 })

const waiting = (tenantId: TenantId, id: string) =>
  and(eq(outbox.tenantId, tenantId), eq(outbox.id, id), isNull(outbox.relayedAt))

export const markRelayed = (db: RegionDb, tenantId: TenantId, id: string, nowMs: number): Statement =>
  db
    .update(outbox)
    .set({ relayedAt: nowMs, attempts: sql`attempts + 1`, lastError: null })
    .where(waiting(tenantId, id))

export const markFailed = (db: RegionDb, tenantId: TenantId, id: string, error: string): Statement =>
  db
    .update(outbox)
    .set({ attempts: sql`attempts + 1`, lastError: error.slice(0, 500) })
    .where(waiting(tenantId, id))
