/** Audit rows of one city, newest first, by cursor. */
import { and, desc, eq, lt, or } from 'drizzle-orm'
import type { RegionDb, TenantId } from '../../client.ts'
import { audit } from '../schema.ts'

export type AuditListRow = typeof audit.$inferSelect

/** `before` is the last row of the page before. */
export const listAudit = (
  db: RegionDb,
  tenantId: TenantId,
  before: { createdAt: number; id: string } | undefined,
  limit: number,
): Promise<AuditListRow[]> =>
  db
    .select()
    .from(audit)
    .where(
      and(
        eq(audit.tenantId, tenantId),
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
