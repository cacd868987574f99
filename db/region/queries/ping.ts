/** One small read of a region's own tables: its file can be read and is migrated as far as this release needs. */
import { sql } from 'drizzle-orm'
import type { RegionDb } from '../../client.ts'

export async function pingRegion(db: RegionDb): Promise<void> {
  await db.get(sql`SELECT (SELECT 1 FROM areas LIMIT 1), (SELECT 1 FROM idempotency_keys LIMIT 1)`)
}
