/** The audit row of an act, with its number and the text that will be hashed. The database gives the number in this very statement, so that acts
 * committed at once follow each other without gap or repetition. */
import { sql, type SQL } from 'drizzle-orm'
import { entryAround, loggable, type AuditAct } from '../../worker/log/entry.ts'
import type { TenantId } from '../client.ts'

type Row = Omit<AuditAct, 'tenant'>

export const appendToRegion = (tenantId: TenantId, row: Row): SQL =>
  append(sql`audit (tenant_id`, sql`audit WHERE tenant_id = ${tenantId}`, row, tenantId)

/** null: the platform's own log. */
export const appendToHub = (organisationId: string | null, row: Row): SQL =>
  append(sql`hub_audit (organisation_id`, sql`hub_audit WHERE log = ${organisationId ?? PLATFORM}`, row, organisationId)

/** Owner of the acts and keys that belong to no organisation. */
export const PLATFORM = 'platform'

function append(into: SQL, log: SQL, row: Row, tenant: string | null): SQL {
  const act = loggable({ ...row, tenant })
  const { before, after } = entryAround(act)
  return sql`
    INSERT INTO ${into}, id, actor, action, target, detail, request_id, created_at, seq, entry)
    SELECT ${tenant}, ${act.id}, ${act.actor}, ${act.action}, ${act.target}, ${JSON.stringify(act.detail)}, ${act.requestId}, ${act.createdAt}, n, ${before} || n || ${after}
    FROM (SELECT 1 + coalesce(max(seq), 0) AS n FROM ${log}) WHERE true`
}
