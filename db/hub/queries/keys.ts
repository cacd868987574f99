/** API keys of one organisation. Writes are returned unexecuted for db/commit.ts. */
import { and, desc, eq, isNull, lt, or } from 'drizzle-orm'
import type { HubDb, Statement } from '../../client.ts'
import { apiKeys } from '../schema.ts'

export type ApiKeyRow = typeof apiKeys.$inferSelect

/** Newest first; `before` is the last row of the page before. */
export const listKeys = (
  db: HubDb,
  organisationId: string,
  before: { createdAt: number; id: string } | undefined,
  limit: number,
): Promise<ApiKeyRow[]> =>
  db
    .select()
    .from(apiKeys)
    .where(
      and(
        eq(apiKeys.organisationId, organisationId),
        before === undefined
          ? undefined
          : or(
              lt(apiKeys.createdAt, before.createdAt),
              and(eq(apiKeys.createdAt, before.createdAt), lt(apiKeys.id, before.id)),
            ),
      ),
    )
    .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id))
    .limit(limit)

export const insertKey = (db: HubDb, row: typeof apiKeys.$inferInsert): Statement => db.insert(apiKeys).values(row)

export const revokeKey = (db: HubDb, organisationId: string, keyId: string, nowMs: number): Statement =>
  db
    .update(apiKeys)
    .set({ revokedAt: nowMs })
    .where(and(eq(apiKeys.organisationId, organisationId), eq(apiKeys.id, keyId), isNull(apiKeys.revokedAt)))

export const markKeyUsed = (db: HubDb, keyId: string, nowMs: number): Statement =>
  db.update(apiKeys).set({ lastUsedAt: nowMs }).where(eq(apiKeys.id, keyId))
