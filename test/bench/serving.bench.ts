/** Hot reads of the production bundle in workerd, as ratios to a bare handler on the same runtime, measured turn by turn in one run so that a busy
 * machine slows both. Bars: a hot read ≤ 1.3 × the p50 of one D1 point query; an immutable publication ≥ 50 % of the rate of an empty handler.
 * Run: npx node test/bench/serving.bench.ts. Nothing is asserted: what holds is printed. */
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build as bundle } from 'vite'
import { hubDb } from '../../db/client.ts'
import { productStatements } from '../../db/seed/product.ts'
import { seedDemo } from '../../scripts/seed/demo.ts'
import { buildWorker } from '../../scripts/serve/build.ts'
import { readDeployment } from '../../scripts/serve/deployment.ts'
import { changeHost, runScheduled, startHost, type Host, type HostOptions } from '../../scripts/serve/host.ts'
import { migrate } from '../../scripts/serve/migrate.ts'

const HOST = '127.0.0.1'
const ROUNDS = 6
const PER_ROUND = 150

interface Target {
  readonly name: string
  readonly port: number
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
}

const folder = mkdtempSync(join(tmpdir(), 'junheng-serving-'))
const deployment = await readDeployment()

/** Both hosts on the same databases in `folder`, one after the other while seeding: a local D1 file has one writer. */
async function open(worker: string, listen?: HostOptions['listen']): Promise<{ host: Host; options: HostOptions }> {
  const options: HostOptions = {
    build: { web: join(folder, 'web'), worker, fresh: true },
    deployment,
    state: join(folder, 'state', worker.includes('baseline') ? 'b' : 'a'),
    vars: { DEMO: 'local' },
    ...(listen === undefined ? {} : { listen }),
  }
  return { host: await startHost(options), options }
}

async function prepare(host: Host, withDemo: boolean): Promise<void> {
  await migrate(host, deployment)
  const d1 = await host.getD1Database('HUB')
  await d1.batch((await productStatements(Date.now())).map((s) => d1.prepare(s.sql).bind(...s.params)))
  const hub = hubDb(d1 as unknown as D1Database)
  if (withDemo)
    await seedDemo({ hub, origin: await host.ready, relay: () => runScheduled(host, 'seed'), say: () => undefined })
  else
    await d1
      .prepare(
        "INSERT INTO organisations (id, kind, slug, name, name_en, created_at) VALUES ('org_x', 'group', 'chengyan', '澄砚', 'Chengyan', 0)",
      )
      .run()
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, HOST, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

function once({
  port,
  path,
  headers,
}: Target): Promise<{ status: number; bytes: number; etag: string | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    get({ host: HOST, port, path, agent, headers: { ...headers } }, (res) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk: Buffer) => chunks.push(chunk))
      res.on('end', () => {
        const body = Buffer.concat(chunks)
        resolve({ status: res.statusCode ?? 0, bytes: body.length, etag: res.headers.etag, body: body.toString() })
      })
    }).on('error', reject)
  })
}

/** One keep-alive client, one request after the other: milliseconds each. */
async function latencies(target: Target, count: number): Promise<number[]> {
  const times: number[] = []
  for (let k = 0; k < count; k += 1) {
    const from = performance.now()
    await once(target)
    times.push(performance.now() - from)
  }
  return times
}

/** Requests a second with 16 clients at once. */
async function rate(target: Target, count: number): Promise<number> {
  const from = performance.now()
  let left = count
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      while (left-- > 0) await once(target)
    }),
  )
  return (1000 * count) / (performance.now() - from)
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

const started: Host[] = []
try {
  const [ours, bare] = [join(folder, 'ours'), join(folder, 'baseline')]
  await buildWorker(ours)
  await bundle({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'warn',
    publicDir: false,
    ssr: { target: 'webworker', noExternal: true },
    build: {
      ssr: 'serving/baseline.ts',
      outDir: bare,
      emptyOutDir: true,
      minify: true,
      rolldownOptions: { output: { entryFileNames: 'index.js' } },
    },
  })
  const ports = [await freePort(), await freePort()] as const
  const app = await open(join(ours, 'index.js'))
  started.push(app.host)
  await prepare(app.host, true)
  await changeHost(app.host, { ...app.options, listen: { host: HOST, port: ports[0] } })
  const base = await open(join(bare, 'index.js'))
  started.push(base.host)
  await prepare(base.host, false)
  await changeHost(base.host, { ...base.options, listen: { host: HOST, port: ports[1] } })

  const key = { authorization: 'Bearer jh_demo_chengyan_readwrite_2026' }
  const at = (name: string, path: string, headers?: Record<string, string>): Target => ({
    name,
    port: ports[0],
    path: `/api/v1${path}`,
    ...(headers === undefined ? {} : { headers }),
  })
  const listed = JSON.parse((await once(at('', '/publications'))).body) as { items: { id: string }[] }
  const runs = JSON.parse((await once(at('', '/cities/chengyan/evaluations', key))).body) as { items: { id: string }[] }
  const [publication, evaluation] = [listed.items[0]?.id ?? '', runs.items[0]?.id ?? '']
  const etag = (await once(at('', `/publications/${publication}`))).etag ?? ''
  const empty: Target = { name: 'empty handler', port: ports[1], path: '/api/empty' }
  const point: Target = { name: 'one point query', port: ports[1], path: '/api/point' }
  const targets: readonly Target[] = [
    empty,
    point,
    at('publication, 304', `/publications/${publication}`, { 'if-none-match': etag }),
    at('publication, whole', `/publications/${publication}`),
    at('publications, list', '/publications'),
    at(
      'comparison of 4',
      `/comparison?publications=${listed.items
        .slice(0, 4)
        .map((p) => p.id)
        .join(',')}`,
    ),
    at('overview', '/cities/chengyan/overview', key),
    at('evaluation', `/cities/chengyan/evaluations/${evaluation}`, key),
    at('period result', `/cities/chengyan/evaluations/${evaluation}/periods/2024`, key),
  ]
  const times = new Map<string, number[]>(targets.map((t) => [t.name, []]))
  const rates = new Map<string, number[]>(targets.map((t) => [t.name, []]))
  const sizes = new Map<string, string>()
  for (const t of targets) {
    const { status, bytes } = await once(t)
    sizes.set(t.name, `${status}, ${(bytes / 1000).toFixed(1)} kB`)
    await latencies(t, 30)
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const t of targets) times.get(t.name)?.push(...(await latencies(t, PER_ROUND)))
    for (const t of targets) rates.get(t.name)?.push(await rate(t, PER_ROUND))
  }
  const p50 = (name: string): number => median(times.get(name) ?? [])
  const perSecond = (name: string): number => median(rates.get(name) ?? [])
  console.log('route                 answer            p50 ms   ÷ point   req/s   ÷ empty')
  for (const { name } of targets) {
    console.log(
      `${name.padEnd(20)}  ${(sizes.get(name) ?? '').padEnd(15)} ${p50(name).toFixed(2).padStart(7)} ${(p50(name) / p50(point.name)).toFixed(2).padStart(8)} ${perSecond(name).toFixed(0).padStart(8)} ${(perSecond(name) / perSecond(empty.name)).toFixed(2).padStart(8)}`,
    )
  }
} finally {
  agent.destroy()
  await Promise.all(started.map((host) => host.dispose()))
  rmSync(folder, { recursive: true, force: true })
}
