/** Answers kept by Idempotency-Key. `claim` is the one atomic step: of two equal requests at once, one proceeds. */
import { and, eq, isNull, lt, or, sql } from 'drizzle-orm'
import type { HubDb, Statement } from '../../client.ts'
import { idempotencyKeys } from '../schema.ts'

export type KeptAnswer = typeof idempotencyKeys.$inferSelect

/** Takes the key, also over a day-old row or over a claim that was never finished since `abandonedBeforeMs`. True when this request may proceed. */
export async function claim(
  db: HubDb,
  row: { actor: string; key: string; requestHash: string; createdAt: number },
  expiredBeforeMs: number,
  abandonedBeforeMs: number,
): Promise<boolean> {
  const taken = await db
    .insert(idempotencyKeys)
    .values({ ...row, status: null, body: null })
    .onConflictDoUpdate({
      target: [idempotencyKeys.actor, idempotencyKeys.key],
      set: { requestHash: row.requestHash, createdAt: row.createdAt, status: null, body: null },
      setWhere:
        or(
          lt(idempotencyKeys.createdAt, expiredBeforeMs),
          and(isNull(idempotencyKeys.status), lt(idempotencyKeys.createdAt, abandonedBeforeMs)),
        ) ?? sql`0`,
    })
    .returning({ key: idempotencyKeys.key })
  return taken.length === 1
}

export async function findKept(db: HubDb, actor: string, key: string): Promise<KeptAnswer | undefined> {
  const rows = await db
    .select()
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.actor, actor), eq(idempotencyKeys.key, key)))
    .limit(1)
  return rows[0]
}

export const keep = (db: HubDb, actor: string, key: string, status: number, body: string): Statement =>
  db
    .update(idempotencyKeys)
    .set({ status, body })
    .where(and(eq(idempotencyKeys.actor, actor), eq(idempotencyKeys.key, key)))

export const release = (db: HubDb, actor: string, key: string): Statement =>
  db.delete(idempotencyKeys).where(and(eq(idempotencyKeys.actor, actor), eq(idempotencyKeys.key, key)))

export const sweepKept = (db: HubDb, beforeMs: number): Statement =>
  db.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, beforeMs))
