/** Importing 100,000 observations through the API (upload, check, stage, commit) against the least any import must do: one json_each
 * insert of the same rows into the same table, in the same runtime. Run: npx node test/bench/import.bench.ts. Nothing is asserted: what
 * holds is printed. The bar: at least half the rate of the bare insert. */
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Miniflare, convertV4MiniflareOptions } from 'miniflare'
import { buildWorker } from '../../scripts/serve/build.ts'
import { readDeployment } from '../../scripts/serve/deployment.ts'
import { migrate } from '../../scripts/serve/migrate.ts'

const AREAS = 1000
const INDICATORS = 100
const ROUNDS = 5

/** The product's Worker with one address more: the bare insert, given its JSON slices. */
const FRONT = `import app from './index.js'
export default {
  async fetch(request, env, ctx) {
    const url = new URL(request.url)
    if (url.pathname !== '/bare') return app.fetch(request, env, ctx)
    const slices = await request.json()
    const insert = env.REGION_JJJ.prepare("INSERT INTO observations (tenant_id, indicator, period, area_id, value, import_id, updated_by, updated_at) SELECT ?1, value->>0, value->>1, value->>2, value->>3, 'imp', 'bench', 1 FROM json_each(?2)")
    await env.REGION_JJJ.batch(slices.map((s) => insert.bind(url.searchParams.get('tenant'), s)))
    return new Response('ok')
  },
}`

const folder = mkdtempSync(join(tmpdir(), 'junheng-bench-'))
const deployment = await readDeployment()
await buildWorker(folder)
const host = new Miniflare(
  convertV4MiniflareOptions({
    host: '127.0.0.1',
    port: 0,
    cf: false,
    logRequests: false,
    compatibilityDate: deployment.compatibilityDate,
    name: 'bench',
    modules: [
      { type: 'ESModule', path: 'front.js', contents: FRONT },
      { type: 'ESModule', path: 'index.js', contents: readFileSync(join(folder, 'index.js'), 'utf8') },
    ],
    bindings: { ...deployment.vars },
    d1Databases: Object.fromEntries(deployment.databases.map((d) => [d.binding, d.id])),
    unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }],
  }),
)
try {
  await host.ready
  await migrate(host, deployment)
  const origin = await host.unsafeGetDirectURL('bench')
  const rounds: { bare: number; upload: number; commit: number; again: number }[] = []
  for (let round = 0; round <= ROUNDS; round += 1) {
    const times = await measure(origin, round)
    // The first round warms up.
    if (round > 0) rounds.push(times)
  }
  report(rounds)
} finally {
  await host.dispose()
  rmSync(folder, { recursive: true, force: true })
}

function code(i: number): string {
  return `ind${String(i).padStart(3, '0')}`
}

async function timed<T>(act: () => Promise<T>): Promise<[T, number]> {
  const from = performance.now()
  const result = await act()
  return [result, performance.now() - from]
}

async function measure(origin: URL, round: number) {
  const n = AREAS * INDICATORS
  const values = Array.from({ length: n }, (_, i) => ((i * 7919 + round * 31) % 9973) / 100)
  const bare = await mintCity(`bare${round}`)
  const city = await mintCity(`full${round}`)
  const rows = values.map((v, k) => [code(Math.floor(k / AREAS)), '2024', bare.areas[k % AREAS] ?? '', v])
  const slices = [0, 1, 2, 3].map((s) => JSON.stringify(rows.slice((s * n) / 4, ((s + 1) * n) / 4)))
  const csvOf = (factor: number): string =>
    `地区代码,指标代码,时期,值\n${values.map((v, k) => `C${k % AREAS},${code(Math.floor(k / AREAS))},2024,${Math.round(v * factor * 100) / 100}`).join('\n')}\n`
  const headers = { authorization: `Bearer ${city.key}` }
  const post = async (path: string, body?: string): Promise<{ id: string; state: string; changedCount: number }> => {
    const res = await fetch(new URL(path, origin), {
      method: 'POST',
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'text/csv' }) },
      ...(body === undefined ? {} : { body }),
    })
    if (!res.ok) throw new Error(`${path}: ${res.status} ${await res.text()}`)
    return (await res.json()) as { id: string; state: string; changedCount: number }
  }
  const body = JSON.stringify(slices)
  const [, bareMs] = await timed(async () =>
    (await fetch(new URL(`/bare?tenant=${bare.id}`, origin), { method: 'POST', body })).text(),
  )
  const path = `/api/v1/cities/${city.id}/imports`
  const csv = csvOf(1)
  const [record, uploadMs] = await timed(() => post(path, csv))
  const [written, commitMs] = await timed(() => post(`${path}/${record.id}/commit`))
  if (written.changedCount !== n) throw new Error(`wrote ${written.changedCount} of ${n}`)
  const changed = csvOf(1.25)
  const [, againMs] = await timed(async () => post(`${path}/${(await post(path, changed)).id}/commit`))
  return { bare: bareMs, upload: uploadMs, commit: commitMs, again: againMs }
}

/** Two tenants a round with the same areas and indicators, straight into the databases. */
async function mintCity(slug: string): Promise<{ id: string; key: string; areas: string[] }> {
  const hub = await host.getD1Database('HUB')
  const region = await host.getD1Database('REGION_JJJ')
  const id = `org_${slug}`
  const key = `jh_live_${slug.padEnd(24, '0')}`
  await hub.batch([
    hub.prepare("INSERT OR IGNORE INTO regions (code, name, name_en, created_at) VALUES ('jjj', 'r', 'r', 0)"),
    hub
      .prepare(
        "INSERT INTO organisations (id, kind, slug, name, name_en, region_code, created_at) VALUES (?1, 'city', ?2, '市', 'City', 'jjj', 0)",
      )
      .bind(id, slug),
    hub
      .prepare(
        "INSERT INTO api_keys (id, organisation_id, name, prefix, hash, scopes, created_at, last_used_at) VALUES (?1, ?2, 'bench', 'jh', ?3, '[\"data:read\",\"data:write\"]', 0, 9e15)",
      )
      .bind(`key_${slug}`, id, createHash('sha256').update(key).digest('hex')),
  ])
  const areas = Array.from({ length: AREAS }, (_, i) => `area_1m80vhdz${slug}${String(i).padStart(5, '0')}`)
  await region.batch([
    region
      .prepare(
        "INSERT INTO areas (tenant_id, id, code, name, created_at) SELECT ?1, value, 'C' || key, '区' || key, 0 FROM json_each(?2)",
      )
      .bind(id, JSON.stringify(areas)),
    region
      .prepare(
        "INSERT INTO indicators (tenant_id, code, name, unit, direction, plausible_low, plausible_high, created_at) SELECT ?1, 'ind' || format('%03d', value), '指标' || value, '%', 'benefit', 0, 1000, 0 FROM json_each(?2)",
      )
      .bind(id, JSON.stringify(Array.from({ length: INDICATORS }, (_, i) => i))),
  ])
  return { id, key, areas }
}

function report(rounds: readonly { bare: number; upload: number; commit: number; again: number }[]): void {
  const n = AREAS * INDICATORS
  const median = (pick: (r: (typeof rounds)[number]) => number): number =>
    rounds.map(pick).sort((a, b) => a - b)[rounds.length >> 1] ?? Number.NaN
  const line = (name: string, ms: number): void =>
    console.log(
      `${name.padEnd(52)}${ms.toFixed(0).padStart(7)} ms${Math.round(n / (ms / 1000))
        .toLocaleString('en')
        .padStart(12)} values/s`,
    )
  console.log(`${n.toLocaleString('en')} observations, median of ${rounds.length} rounds`)
  line(
    'bare json_each insert',
    median((r) => r.bare),
  )
  line(
    'upload: decode, parse, check, compare, stage',
    median((r) => r.upload),
  )
  line(
    'commit: history, upsert, audit',
    median((r) => r.commit),
  )
  line(
    'whole import',
    median((r) => r.upload + r.commit),
  )
  line(
    'whole import in which every value changes',
    median((r) => r.again),
  )
  console.log(
    `rate of the whole import / rate of the bare insert: ${median((r) => r.bare / (r.upload + r.commit)).toFixed(2)}  (bar: 0.50)`,
  )
}
