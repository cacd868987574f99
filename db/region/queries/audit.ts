/** Audit rows of one city, newest first, by cursor. */
import { and, desc, eq, gte, lt, or, sql } from 'drizzle-orm'
import type { RegionDb, TenantId } from '../../client.ts'
import { audit } from '../schema.ts'

export type AuditListRow = typeof audit.$inferSelect

/** `before` is the last row of the page before. */
export const listAudit = (
  db: RegionDb,
  tenantId: TenantId,
  before: { createdAt: number; id: string } | undefined,
  limit: number,
  sinceMs = 0,
  /** One kind of act, or a family when it ends in a dot. */
  action?: string,
): Promise<AuditListRow[]> =>
  db
    .select()
    .from(audit)
    .where(
      and(
        eq(audit.tenantId, tenantId),
        sinceMs > 0 ? gte(audit.createdAt, sinceMs) : undefined,
        action === undefined
          ? undefined
          : action.endsWith('.')
            ? sql`substr(${audit.action}, 1, ${action.length}) = ${action}`
            : eq(audit.action, action),
        before === undefined
          ? undefined
          : or(
              lt(audit.createdAt, before.createdAt),
              and(eq(audit.createdAt, before.createdAt), lt(audit.id, before.id)),
            ),
      ),
    )
    .orderBy(desc(audit.createdAt), desc(audit.id))
    .limit(limit)
