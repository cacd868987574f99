/** The ledger of what a city has made public. Rows are written in the batch of the publication and never change. */
import { sql } from 'drizzle-orm'
import { abortUnless } from '../../commit.ts'
import { neverLeft } from './releases.ts'
import type { RegionDb, Statement, TenantId } from '../../client.ts'

export interface DisclosureRow {
  evaluationId: string
  period: string
  lineage: string
  method: string
  /** JSON. */
  areas: string
  withheld: string
  published: string
  cut: string
}

/** What was withdrawn before it left the region tells nobody anything; what was public once stays known. */
const seen = (tenantId: TenantId) => sql`tenant_id = ${tenantId} AND evaluation_id NOT IN (${neverLeft(tenantId)})`

export function listDisclosures(db: RegionDb, tenantId: TenantId): Promise<DisclosureRow[]> {
  return db.all<DisclosureRow>(
    sql`SELECT evaluation_id AS evaluationId, period, lineage, method, areas, withheld, published, cut FROM disclosures WHERE ${seen(tenantId)} ORDER BY created_at, evaluation_id, period`,
  )
}

export const insertDisclosure = (tenantId: TenantId, row: DisclosureRow, nowMs: number): Statement => sql`
  INSERT INTO disclosures (tenant_id, evaluation_id, period, lineage, method, areas, withheld, published, cut, created_at)
  VALUES (${tenantId}, ${row.evaluationId}, ${row.period}, ${row.lineage}, ${row.method}, ${row.areas}, ${row.withheld}, ${row.published}, ${row.cut}, ${nowMs})`

/** Aborts the batch when anything was published since the ledger was read. */
export const guardDisclosures = (tenantId: TenantId, count: number): Statement =>
  abortUnless(sql`(SELECT count(*) FROM disclosures WHERE ${seen(tenantId)}) = ${count}`)
