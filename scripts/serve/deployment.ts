/** wrangler.toml as wrangler itself reads it, reduced to what the local server needs. Reading it takes wrangler a second, so the
 * answer is kept under the file's hash. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './settings.ts'

export interface Deployment {
  readonly compatibilityDate: string
  readonly compatibilityFlags: string[]
  readonly vars: Readonly<Record<string, string>>
  readonly rateLimits: readonly {
    readonly binding: string
    readonly id: string
    readonly limit: number
    readonly period: number
  }[]
  readonly databases: readonly { readonly binding: string; readonly id: string; readonly migrations: string }[]
  /** Address patterns that go to the Worker before the assets, e.g. /api/*. */
  readonly workerFirst: readonly string[]
  readonly notFound: string
  readonly crons: readonly string[]
}

/** The fields of wrangler's configuration read here; its published types leave them open. */
interface WranglerConfig {
  readonly compatibility_date?: string
  readonly compatibility_flags?: readonly string[]
  readonly vars: Readonly<Record<string, unknown>>
  readonly d1_databases: readonly {
    readonly binding: string
    readonly database_id?: string
    readonly migrations_dir?: string
  }[]
  readonly ratelimits?: readonly {
    readonly name: string
    readonly namespace_id: string
    readonly simple: { readonly limit: number; readonly period: number }
  }[]
  readonly assets?: { readonly run_worker_first?: boolean | readonly string[]; readonly not_found_handling?: string }
  readonly triggers: { readonly crons?: readonly string[] }
}

export async function readDeployment(): Promise<Deployment> {
  const source = readFileSync(join(ROOT, 'wrangler.toml'))
  const file = join(ROOT, '.cache', `deployment-${createHash('sha256').update(source).digest('hex').slice(0, 16)}.json`)
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Deployment
  const { unstable_readConfig } = await import('wrangler')
  const config: WranglerConfig = unstable_readConfig({ config: join(ROOT, 'wrangler.toml') })
  const workerFirst = config.assets?.run_worker_first
  if (!Array.isArray(workerFirst))
    throw new Error('wrangler.toml: assets.run_worker_first must list the addresses of the Worker')
  const deployment: Deployment = {
    compatibilityDate: config.compatibility_date ?? '',
    compatibilityFlags: [...(config.compatibility_flags ?? [])],
    vars: Object.fromEntries(Object.entries(config.vars).map(([key, value]) => [key, String(value)])),
    rateLimits: (config.ratelimits ?? []).map((r) => ({ binding: r.name, id: r.namespace_id, ...r.simple })),
    databases: config.d1_databases.map((d) => ({
      binding: d.binding,
      id: d.database_id ?? d.binding,
      migrations: d.migrations_dir ?? 'migrations',
    })),
    workerFirst,
    notFound: config.assets?.not_found_handling ?? 'none',
    crons: config.triggers.crons ?? [],
  }
  mkdirSync(join(ROOT, '.cache'), { recursive: true })
  writeFileSync(file, JSON.stringify(deployment))
  return deployment
}
