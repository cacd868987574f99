/** One point query: the hub is there and migrated. */
import { sql } from 'drizzle-orm'
import type { HubDb } from '../../client.ts'

export async function pingHub(db: HubDb): Promise<void> {
  await db.get(sql`SELECT count(*) FROM regions`)
}
