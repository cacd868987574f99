import { describe, expect, it } from 'vitest'
import { REGIONS } from '../../db/regions.ts'
import { front } from '../../scripts/serve/host.ts'
import { read } from '../support/sources.ts'

const toml = read('wrangler.toml')
const value = (block: string, key: string): string | undefined =>
  new RegExp(`^${key}\\s*=\\s*"?([^"\\n]*)"?\\s*$`, 'm').exec(block)?.[1]
const databases = toml
  .split('[[d1_databases]]')
  .slice(1)
  .map((block) => ({
    binding: value(block, 'binding') ?? '',
    name: value(block, 'database_name') ?? '',
    id: value(block, 'database_id') ?? '',
    migrations: value(block, 'migrations_dir') ?? '',
  }))

describe('wrangler.toml', () => {
  it('binds the hub and every region of db/regions.ts, and no other', () => {
    expect(databases.map((d) => d.binding)).toEqual(['HUB', ...REGIONS.map((r) => r.binding)])
    expect(databases.map((d) => d.name)).toEqual(['junheng-hub', ...REGIONS.map((r) => `junheng-region-${r.code}`)])
  })
  it('gives every database an id of its own and its kind of migrations', () => {
    expect(new Set(databases.map((d) => d.id)).size).toBe(databases.length)
    expect(databases.map((d) => d.migrations)).toEqual(
      databases.map((d) => `db/migrations/${d.binding === 'HUB' ? 'hub' : 'region'}`),
    )
  })
  it('sets only variables that worker/env.ts reads, and leaves the demonstration closed', () => {
    const vars = [...(/\[vars\]([\s\S]*?)\n\[/.exec(toml)?.[1] ?? '').matchAll(/^(\w+)\s*=/gm)].map((m) => m[1] ?? '')
    const env = read('worker/env.ts')
    expect(vars.length).toBeGreaterThan(0)
    expect(vars.filter((name) => !env.includes(`readonly ${name}?: string`))).toEqual([])
    expect(value(toml, 'DEMO')).toBe('')
  })
  it('counts as much by Cloudflare’s counters as by its own', () => {
    const [vars = ''] = /\[vars\][\s\S]*?\n\[/.exec(toml) ?? []
    const counters = toml
      .split('[[ratelimits]]')
      .slice(1)
      .map((block) => ({
        name: value(block, 'name') ?? '',
        id: value(block, 'namespace_id') ?? '',
        simple: /^simple = \{ limit = (\d+), period = (\d+) \}$/m.exec(block)?.slice(1).map(Number),
      }))
    const own = (name: string, unit = 1) => {
      const [limit = 0, period = 0] = (value(vars, name) ?? '').split('/').map(Number)
      return [limit / unit, period]
    }
    expect(counters.map(({ name, simple }) => [name, simple])).toEqual([
      ['LIMITER_ADDRESS', own('RATE_ADDRESS')],
      ['LIMITER_KEY', own('RATE_KEY')],
      ['LIMITER_COMPUTE_ANONYMOUS', own('RATE_COMPUTE_ANONYMOUS', 250)],
      ['LIMITER_COMPUTE_KEY', own('RATE_COMPUTE_KEY', 250)],
    ])
    expect(new Set(counters.map((c) => c.id)).size).toBe(counters.length)
    expect(read('worker/http/rateLimit.ts')).toContain('COMPUTE_UNIT_MS = 250')
    for (const { name } of counters) expect(read('worker/env.ts')).toContain(`readonly ${name}?: Limiter`)
  })
  it('says in docs/limits.md what each of its limits is', () => {
    const names = [...(/\[vars\]([\s\S]*?)\n\[/.exec(toml)?.[1] ?? '').matchAll(/^(\w+)\s*=\s*"(.*)"/gm)]
      .map((m) => [m[1] ?? '', m[2] ?? ''] as const)
      .filter(([name]) => name !== 'DEMO')
    const doc = read('docs/limits.md')
    expect(names.filter(([name, set]) => !doc.includes(`| \`${name}\` | ${set} |`))).toEqual([])
  })
  it('names a runtime that the locked workerd knows', () => {
    expect((value(toml, 'compatibility_date') ?? '9') <= '2026-10-23').toBe(true)
  })
  it('sends /api/* to the Worker first, which the local server repeats', () => {
    expect(toml).toContain('run_worker_first = ["/api/*", "/assets/*"]')
    expect(front(['/api/*'])).toContain('const PREFIXES = ["/api/"]')
    expect(() => front(['!/x'])).toThrow('not of the form')
  })
})

describe('db/regions.ts', () => {
  it('has codes, bindings and names that are valid and unique', () => {
    expect(
      REGIONS.filter(
        (r) =>
          !/^[a-z][a-z0-9]{1,11}$/.test(r.code) ||
          r.binding !== `REGION_${r.code.toUpperCase()}` ||
          r.name.length === 0 ||
          r.nameEn.length === 0,
      ),
    ).toEqual([])
    expect(new Set(REGIONS.map((r) => r.code)).size).toBe(REGIONS.length)
  })
})
