/** Wrong sign-ins, counted exactly. The surprise: a try is counted before its password is looked at and taken back when it was right, in one
 * statement with the question whether it may be made, so that a hundred tries at once are a hundred tries. */
import { and, eq, gt, inArray, lt, sql, type SQL } from 'drizzle-orm'
import type { HubDb, Statement } from '../../client.ts'
import { knownDevices, signInAttempts, users } from '../schema.ts'

export interface Subject {
  readonly subject: string
  readonly kind: 'device' | 'pair' | 'address' | 'account'
  /** Wrong tries that cost no waiting. */
  readonly free: number
  readonly longestMs: number
}

/** What nobody tried for a day is forgotten. */
export const FORGOTTEN_AFTER_MS = 24 * 3600 * 1000

/** Counts a try for every subject and says true, or counts none and says false. An account's own delay holds only for those who have tried
 * it before in vain (`pair`): the first try from anywhere is always free, so that nobody can lock a person out from elsewhere. */
export async function countTry(db: HubDb, subjects: readonly Subject[], nowMs: number): Promise<boolean> {
  const since = nowMs - FORGOTTEN_AFTER_MS
  const rows = await db.all<{ subject: string }>(sql`
    WITH tried AS (SELECT value->>0 AS subject, value->>1 AS kind FROM json_each(${JSON.stringify(subjects.map((s) => [s.subject, s.kind]))}))
    INSERT INTO sign_in_attempts (subject, kind, failures, next_at, last_at)
    SELECT subject, kind, 1, ${nowMs} + ${delayOf(subjects, sql`tried.kind`, sql`1`)}, ${nowMs} FROM tried
    WHERE NOT EXISTS (
      SELECT 1 FROM tried t JOIN sign_in_attempts a ON a.subject = t.subject AND a.next_at > ${nowMs} AND a.last_at > ${since}
      WHERE t.kind <> 'account' OR EXISTS (
        SELECT 1 FROM tried p JOIN sign_in_attempts b ON b.subject = p.subject AND b.last_at > ${since} WHERE p.kind = 'pair'))
    ON CONFLICT (subject) DO UPDATE SET
      failures = ${failuresNext(since)},
      next_at = ${nowMs} + ${delayOf(subjects, sql`kind`, failuresNext(since))},
      last_at = ${nowMs}
    RETURNING subject`)
  return rows.length > 0
}

const failuresNext = (since: number): SQL => sql`(CASE WHEN last_at <= ${since} THEN 1 ELSE failures + 1 END)`

/** Two seconds after the first try that is not free, twice as long after each further one. */
function delayOf(subjects: readonly Subject[], kind: SQL, failures: SQL): SQL {
  const cases = subjects.map(
    (s) =>
      sql`WHEN ${s.kind} THEN CASE WHEN ${failures} > ${s.free} THEN min(${s.longestMs}, 1000 << min(20, ${failures} - ${s.free})) ELSE 0 END`,
  )
  return sql`(CASE ${kind} ${sql.join(cases, sql` `)} ELSE 0 END)`
}

/** When a refused try may be made again. */
export async function nextTryAt(db: HubDb, subjects: readonly Subject[], nowMs: number): Promise<number> {
  const rows = await db
    .select({ nextAt: signInAttempts.nextAt })
    .from(signInAttempts)
    .where(
      and(
        inArray(
          signInAttempts.subject,
          subjects.map((s) => s.subject),
        ),
        gt(signInAttempts.nextAt, nowMs),
      ),
    )
  return Math.max(nowMs, ...rows.map((r) => r.nextAt))
}

/** The password was right: who tried is forgiven; of what everybody shares only this one try is taken back. */
export const forgiveTry = (db: HubDb, subjects: readonly Subject[]): Statement[] =>
  subjects.map((s) =>
    s.kind === 'device' || s.kind === 'pair'
      ? db.delete(signInAttempts).where(eq(signInAttempts.subject, s.subject))
      : db
          .update(signInAttempts)
          .set({
            failures: sql`max(0, failures - 1)`,
            nextAt: sql`CASE WHEN failures - 1 <= ${s.free} THEN 0 ELSE next_at END`,
          })
          .where(eq(signInAttempts.subject, s.subject)),
  )

export async function isKnownDevice(db: HubDb, tokenHash: string, email: string): Promise<boolean> {
  const rows = await db
    .select({ userId: knownDevices.userId })
    .from(knownDevices)
    .innerJoin(users, eq(users.id, knownDevices.userId))
    .where(and(eq(knownDevices.tokenHash, tokenHash), eq(users.email, email)))
    .limit(1)
  return rows.length > 0
}

export const rememberDevice = (db: HubDb, tokenHash: string, userId: string, nowMs: number): Statement =>
  db
    .insert(knownDevices)
    .values({ tokenHash, userId, createdAt: nowMs, lastUsedAt: nowMs })
    .onConflictDoUpdate({ target: [knownDevices.tokenHash, knownDevices.userId], set: { lastUsedAt: nowMs } })

export const sweepSignIns = (db: HubDb, triesBeforeMs: number, devicesBeforeMs: number): Statement[] => [
  db.delete(signInAttempts).where(lt(signInAttempts.lastAt, triesBeforeMs)),
  db.delete(knownDevices).where(lt(knownDevices.lastUsedAt, devicesBeforeMs)),
]
