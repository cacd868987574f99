/** Every worker test file starts from empty, migrated databases. Rows live until the file ends: each test mints its own tenant. */
import { reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeAll } from 'vitest'
import { REGIONS } from '../../db/regions.ts'
import type { D1Migration } from 'cloudflare:test'
import type { Env } from '../../worker/env.ts'

declare global {
  namespace Cloudflare {
    interface Env extends TestEnv {}
  }
}
type TestEnv = Env & {
  readonly FUZZ_RUNS: number
  readonly MIGRATIONS: { readonly hub: D1Migration[]; readonly region: D1Migration[] }
}

beforeAll(async () => {
  await reset()
  await Promise.all([
    migrate(env.HUB, env.MIGRATIONS.hub),
    ...REGIONS.map((r) => migrate(env[r.binding], env.MIGRATIONS.region)),
  ])
})

/** All in one batch: one by one, with a table that remembers them, they take several times as many trips to seven databases for every file. Now
 * and then `reset` leaves a database as the file before had it: then it is migrated already. */
async function migrate(d1: D1Database, migrations: readonly D1Migration[]): Promise<void> {
  if ((await d1.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'audit_heads'").first()) !== null)
    return
  await d1.batch(migrations.flatMap(({ queries }) => queries.map((query) => d1.prepare(query))))
}
