/** How long others wait while somebody computes for seconds: p50 and p95 of /api/v1/health on the one-machine host, with everything in one workerd and
 * with long computations in a second one. Bar: p95 below 200 ms with the second. Run: npx node test/bench/isolation.bench.ts. Nothing is asserted. */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hubDb } from '../../db/client.ts'
import { installOperator } from '../../db/seed/operator.ts'
import { buildWorker } from '../../scripts/serve/build.ts'
import { readDeployment } from '../../scripts/serve/deployment.ts'
import { changeHost, startCompute, startHost, type HostOptions } from '../../scripts/serve/host.ts'
import { migrate } from '../../scripts/serve/migrate.ts'
import { randomToken, sha256Hex } from '../../worker/lib/bytes.ts'

const LOOKS = 400
const PAUSE_MS = 40

const folder = mkdtempSync(join(tmpdir(), 'junheng-isolation-'))
await buildWorker(join(folder, 'worker'))
const deployment = await readDeployment()
const base: HostOptions = {
  build: { web: join(folder, 'worker'), worker: join(folder, 'worker', 'index.js'), fresh: true },
  deployment,
  state: null,
  vars: { DEMO: 'local' },
}
const host = await startHost(base)
await migrate(host, deployment)
const d1 = await host.getD1Database('HUB')
await installOperator(hubDb(d1 as unknown as D1Database), { email: 'o@test.example', password: 'operator-of-bench' }, 1)
const key = `jh_live_${randomToken(24)}`
await d1
  .prepare(
    "INSERT INTO api_keys (id, organisation_id, name, prefix, hash, scopes, created_at) SELECT 'key_bench', id, 'bench', ?, ?, '[]', 0 FROM organisations LIMIT 1",
  )
  .bind(key.slice(0, 12), await sha256Hex(key))
  .run()
const compute = await startCompute(base, 'bench')

/** A request of seconds: areas × indicators × runs. */
const areas = Array.from({ length: 40 }, (_, i) => `a${i}`)
const children = Array.from({ length: 20 }, (_, i) => ({ code: `i${i}`, direction: 'benefit' }))
const long = JSON.stringify({
  areas,
  framework: { code: 'root', children },
  values: Object.fromEntries(children.map(({ code }, i) => [code, areas.map((_, a) => ((a * 37 + i * 11) % 97) + 1)])),
  method: {
    treatment: 'none',
    normalisation: 'minmax',
    weighting: 'given',
    aggregation: 'arithmetic',
    missing: 'renormalise',
    minCoverage: 0.5,
    scale: 100,
  },
  seed: 1,
  runs: Number(process.env['RUNS'] ?? 20_000),
  perturb: { weights: { range: 0.25 } },
})

async function ask(origin: URL): Promise<number> {
  const askedAt = performance.now()
  await (await fetch(new URL('/api/v1/health', origin))).text()
  return performance.now() - askedAt
}

async function measure(name: string, origin: URL): Promise<void> {
  await ask(origin)
  const idle = [await ask(origin)]
  for (let i = 0; i < 20; i += 1) idle.push(await ask(origin))
  idle.sort((a, b) => a - b)
  const startedAt = performance.now()
  let tookMs = 0
  let status = 0
  const running = Promise.all(
    [0].map(async () => {
      const res = await fetch(new URL('/api/v1/compute/sensitivity', origin), {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
        body: long,
      })
      const text = await res.text()
      if (!res.ok) console.log(text.slice(0, 400))
      status = res.status
      tookMs = performance.now() - startedAt
    }),
  )
  const waits: number[] = []
  for (let i = 0; i < LOOKS; i += 1) {
    // Set when the computation has answered.
    if (tookMs > 0) break
    waits.push(await ask(origin))
    await new Promise((resolve) => {
      setTimeout(resolve, PAUSE_MS)
    })
  }
  await running
  waits.sort((a, b) => a - b)
  const at = (q: number): string => (waits[Math.min(waits.length - 1, Math.floor(q * waits.length))] ?? 0).toFixed(1)
  console.log(
    `${name.padEnd(14)} computation ${(tookMs / 1000).toFixed(1)} s (status ${status}); /health alone p50 ${(idle[10] ?? 0).toFixed(1)} ms; asked ${waits.length} times meanwhile: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${at(1)} ms`,
  )
}

/** Resident memory of the workerd processes this one has started. */
const memory = (): string =>
  readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid))
    .flatMap((pid) => {
      try {
        const status = readFileSync(`/proc/${pid}/status`, 'utf8')
        if (!status.includes(`PPid:\t${process.pid}\n`) || !status.startsWith('Name:\tworkerd')) return []
        return [`${Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)} MB`]
      } catch {
        return []
      }
    })
    .join(' + ')

try {
  const listen = { host: '127.0.0.1', port: 0 }
  const direct = (): Promise<URL> => host.unsafeGetDirectURL('junheng')
  await changeHost(host, { ...base, listen })
  await measure('one workerd', await direct())
  const secret = 'bench'
  await changeHost(host, {
    ...base,
    listen,
    vars: { ...base.vars, COMPUTE_ORIGIN: compute.origin, HANDOVER_SECRET: secret },
  })
  await measure('with a second', await direct())
  console.log(`memory of the workerd processes after it: ${memory()}`)
} finally {
  await Promise.all([host.dispose(), compute.host.dispose()])
  rmSync(folder, { recursive: true, force: true })
}
