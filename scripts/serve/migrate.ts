/** Brings every database up to date in one process, writing the same d1_migrations table as `wrangler d1 migrations apply`. Each
 * migration is one batch with its mark: all of it or none. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './settings.ts'
import type { Deployment } from './deployment.ts'
import type { Host } from './host.ts'

type Database = Awaited<ReturnType<Host['getD1Database']>>

const CREATE_TABLE =
  'CREATE TABLE IF NOT EXISTS "d1_migrations" (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)'

/** Returns how many migrations were applied over all databases. */
export async function migrate(host: Host, deployment: Deployment): Promise<number> {
  const counts = await Promise.all(
    deployment.databases.map(async (d) => migrateOne(await host.getD1Database(d.binding), join(ROOT, d.migrations))),
  )
  return counts.reduce((sum, n) => sum + n, 0)
}

async function migrateOne(database: Database, folder: string): Promise<number> {
  await database.prepare(CREATE_TABLE).run()
  const { results } = await database.prepare('SELECT name FROM "d1_migrations"').all<{ name: string }>()
  const applied = new Set(results.map((r) => r.name))
  const waiting = readdirSync(folder)
    .filter((name) => name.endsWith('.sql') && !applied.has(name))
    .sort()
  if (waiting.length === 0) return 0
  // Loaded only when needed: it takes a second.
  const { unstable_splitSqlQuery } = await import('wrangler')
  for (const name of waiting) {
    const statements = unstable_splitSqlQuery(readFileSync(join(folder, name), 'utf8'))
    await database.batch([
      ...statements.map((sql) => database.prepare(sql)),
      database.prepare('INSERT INTO "d1_migrations" (name) VALUES (?)').bind(name),
    ])
  }
  return waiting.length
}
