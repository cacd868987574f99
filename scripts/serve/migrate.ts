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

export interface Migrated {
  /** How many migrations were applied over all databases. */
  readonly applied: number
  /** Regions that could not be opened or migrated, with the reason: they are not to be served. */
  readonly broken: ReadonlyMap<string, string>
}

/** Every database for itself: one that fails keeps no other from being brought up to date. Without the hub there is nothing to serve. */
export async function migrate(host: Host, deployment: Deployment): Promise<Migrated> {
  let applied = 0
  const broken = new Map<string, string>()
  await Promise.all(
    deployment.databases.map(async (d) => {
      try {
        const count = await migrateOne(await host.getD1Database(d.binding), join(ROOT, d.migrations))
        // After the wait: `applied += await …` would add to what stood before it, and forget what others added meanwhile.
        applied += count
      } catch (error) {
        broken.set(d.binding, error instanceof Error ? error.message : String(error))
      }
    }),
  )
  return { applied, broken }
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
