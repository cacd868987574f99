/** What waits in a region's outbox: counts only, for the operator. The one query that spans tenants, and it reads no payload. */
import { sql } from 'drizzle-orm'
import { DUE } from './outbox.ts'
import type { RegionDb } from '../../client.ts'

export interface RelayHealth {
  waiting: number
  oldestWaitingAt: number | null
  failing: number
}

export async function relayHealth(db: RegionDb): Promise<RelayHealth> {
  const row = await db.get<RelayHealth>(
    sql`SELECT count(*) AS waiting, min(created_at) AS oldestWaitingAt, count(CASE WHEN attempts > 0 THEN 1 END) AS failing FROM outbox WHERE relayed_at IS NULL AND ${DUE}`,
  )
  return row
}
