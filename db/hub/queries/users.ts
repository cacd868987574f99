/** People and their sessions. */
import { eq, lt } from 'drizzle-orm'
import type { HubDb, Statement } from '../../client.ts'
import { memberships, sessions, users } from '../schema.ts'

export type UserRow = typeof users.$inferSelect

export async function findUserByEmail(db: HubDb, email: string): Promise<UserRow | undefined> {
  const rows = await db.select().from(users).where(eq(users.email, email)).limit(1)
  return rows[0]
}

export const insertUser = (db: HubDb, row: typeof users.$inferInsert): Statement => db.insert(users).values(row)
export const insertMembership = (db: HubDb, row: typeof memberships.$inferInsert): Statement =>
  db.insert(memberships).values(row)

/** Opens a session and sweeps those that are over. */
export const openSession = (db: HubDb, row: typeof sessions.$inferInsert): Statement[] => [
  db.delete(sessions).where(lt(sessions.expiresAt, row.createdAt)),
  db.insert(sessions).values(row),
]
export const closeSession = (db: HubDb, tokenHash: string): Statement =>
  db.delete(sessions).where(eq(sessions.tokenHash, tokenHash))
