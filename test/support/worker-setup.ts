/** Every worker test file starts from empty, migrated databases. Rows live until the file ends: each test mints its own tenant. */
import { applyD1Migrations, reset } from 'cloudflare:test'
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
    applyD1Migrations(env.HUB, env.MIGRATIONS.hub),
    ...REGIONS.map((r) => applyD1Migrations(env[r.binding], env.MIGRATIONS.region)),
  ])
})
