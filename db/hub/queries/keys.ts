/** API keys of one organisation. Writes are returned unexecuted for db/commit.ts. */
import { and, desc, eq, isNull } from 'drizzle-orm'
import type { HubDb, Statement } from '../../client.ts'
import { apiKeys } from '../schema.ts'

export type ApiKeyRow = typeof apiKeys.$inferSelect

export const listKeys = (db: HubDb, organisationId: string): Promise<ApiKeyRow[]> =>
  db
    .select()
    .from(apiKeys)
    .where(eq(apiKeys.organisationId, organisationId))
    .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id))
    .limit(200)

export const insertKey = (db: HubDb, row: typeof apiKeys.$inferInsert): Statement => db.insert(apiKeys).values(row)

export const revokeKey = (db: HubDb, organisationId: string, keyId: string, nowMs: number): Statement =>
  db
    .update(apiKeys)
    .set({ revokedAt: nowMs })
    .where(and(eq(apiKeys.organisationId, organisationId), eq(apiKeys.id, keyId), isNull(apiKeys.revokedAt)))

export const markKeyUsed = (db: HubDb, keyId: string, nowMs: number): Statement =>
  db.update(apiKeys).set({ lastUsedAt: nowMs }).where(eq(apiKeys.id, keyId))
