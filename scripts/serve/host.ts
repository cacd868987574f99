/** The production bundle in workerd through Miniflare, with every local D1 database. Requests reach the Worker's own socket without a
 * proxy: a front module of a few lines does what wrangler.toml's run_worker_first says, everything else goes to the assets Worker. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Miniflare, convertV4MiniflareOptions } from 'miniflare'
import type { Build } from './build.ts'
import type { Deployment } from './deployment.ts'

export interface HostOptions {
  readonly build: Build
  readonly deployment: Deployment
  /** Folder of the databases; null keeps them in memory. */
  readonly state: string | null
  /** Overrides of wrangler.toml's vars. */
  readonly vars?: Readonly<Record<string, string>>
  /** Where to listen for people; absent while preparing. */
  readonly listen?: { readonly host: string; readonly port: number }
  /** Bindings that are not handed to the Worker: databases that could not be opened or migrated. */
  readonly without?: ReadonlySet<string>
}

const WORKER = 'junheng'
const ASSETS_WORKER = 'junheng-assets'
const COMPUTE_WORKER = 'junheng-compute'

export type Host = Miniflare

export async function startHost(options: HostOptions): Promise<Host> {
  const host = new Miniflare(miniflareOptions(options))
  await host.ready
  return host
}

/** Reloads the running host with other options; databases stay. */
export async function changeHost(host: Host, options: HostOptions): Promise<void> {
  await host.setOptions(miniflareOptions(options))
}

/** The port on which the host listens for people: the one that was asked for, or the one the system gave for 0. */
export async function portOf(host: Host): Promise<number> {
  return Number((await host.unsafeGetDirectURL(WORKER)).port)
}

/** The cron trigger, by hand. */
export async function runScheduled(host: Host, cron: string): Promise<void> {
  const worker = await host.getWorker(WORKER)
  await worker.scheduled({ cron, scheduledTime: new Date() })
}

/** A second workerd with the same bundle and no database, on a port of its own that answers only to who knows the secret: long computations run there. */
export async function startCompute(
  { build, deployment, vars }: HostOptions,
  secret: string,
): Promise<{ readonly host: Host; readonly origin: string }> {
  const host = new Miniflare(
    convertV4MiniflareOptions({
      host: '127.0.0.1',
      port: 0,
      cf: false,
      logRequests: false,
      workers: [
        {
          name: COMPUTE_WORKER,
          compatibilityDate: deployment.compatibilityDate,
          compatibilityFlags: deployment.compatibilityFlags,
          modules: [{ type: 'ESModule', path: 'index.js', contents: readFileSync(build.worker, 'utf8') }],
          // The first process writes the access log.
          bindings: { ...deployment.vars, ...vars, DEMO: 'local', HANDOVER_SECRET: secret },
          unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }],
        },
      ],
    }),
  )
  await host.ready
  return { host, origin: (await host.unsafeGetDirectURL(COMPUTE_WORKER)).origin }
}

function miniflareOptions({ build, deployment, state, vars, listen, without }: HostOptions) {
  const { compatibilityDate, compatibilityFlags } = deployment
  return convertV4MiniflareOptions({
    host: '127.0.0.1',
    port: 0,
    cf: false,
    logRequests: false,
    ...(state === null ? {} : { resourcePersistencePath: join(state, 'v3') }),
    workers: [
      {
        name: WORKER,
        compatibilityDate,
        compatibilityFlags,
        modules: [
          { type: 'ESModule', path: 'front.js', contents: front(deployment.workerFirst) },
          { type: 'ESModule', path: 'index.js', contents: readFileSync(build.worker, 'utf8') },
        ],
        bindings: { ...deployment.vars, ...vars },
        ratelimits: Object.fromEntries(
          deployment.rateLimits.map((r) => [
            r.binding,
            { namespace_id: r.id, simple: { limit: r.limit, period: r.period === 10 ? 10 : 60 } },
          ]),
        ),
        d1Databases: Object.fromEntries(
          deployment.databases.filter((d) => without?.has(d.binding) !== true).map((d) => [d.binding, d.id]),
        ),
        serviceBindings: { ASSETS: ASSETS_WORKER },
        ...(listen === undefined ? {} : { unsafeDirectSockets: [{ ...listen }] }),
      },
      {
        name: ASSETS_WORKER,
        compatibilityDate,
        modules: [
          {
            type: 'ESModule',
            path: 'none.js',
            contents: 'export default { fetch: () => new Response(null, { status: 404 }) }',
          },
        ],
        assets: {
          directory: build.web,
          binding: 'ASSETS',
          assetConfig: { not_found_handling: deployment.notFound },
          routerConfig: { has_user_worker: false },
        },
      },
    ],
  })
}

/** `/api/*` → the Worker, the rest → the assets and, where there is no such file, the Worker again: as Cloudflare's router does it. Only `prefix/*` patterns are understood. */
export function front(patterns: readonly string[]): string {
  const prefixes = patterns.map((pattern) => {
    if (!/^\/[\w/-]*\/\*$/.test(pattern))
      throw new Error(`wrangler.toml: run_worker_first pattern “${pattern}” is not of the form /prefix/*`)
    return pattern.slice(0, -1)
  })
  return `import worker from './index.js'
const PREFIXES = ${JSON.stringify(prefixes)}
export default {
  async fetch(request, env, ctx) {
    const { pathname } = new URL(request.url)
    for (const prefix of PREFIXES) if (pathname.startsWith(prefix)) return packed(request, await worker.fetch(asSent(request), env, ctx))
    if (request.method === 'GET' || request.method === 'HEAD') {
      const file = await env.ASSETS.fetch(request)
      if (file.status !== 404) return packed(request, file)
    }
    return packed(request, await worker.fetch(asSent(request), env, ctx))
  },
  scheduled: worker.scheduled,
}
// Cloudflare's edge compresses what it passes on; on one machine nobody else would. workerd does the work when the header says gzip.
const TEXTS = ['text/html', 'text/css', 'text/csv', 'text/javascript', 'application/javascript', 'application/json', 'image/svg+xml']
function packed(request, response) {
  const { headers, status, body } = response
  const type = (headers.get('content-type') ?? '').split(';')[0].trim()
  const wanted = /(^|,)\\s*gzip\\s*(;\\s*q=(1|0?\\.\\d*[1-9]\\d*)[^,]*)?(,|$)/i.test(request.headers.get('accept-encoding') ?? '')
  if (request.method !== 'GET' || status !== 200 || body === null || !wanted || headers.has('content-encoding') || !TEXTS.includes(type)) return response
  const fields = new Headers(headers)
  fields.set('content-encoding', 'gzip')
  fields.delete('content-length')
  if (!/accept-encoding/i.test(fields.get('vary') ?? '')) fields.append('vary', 'Accept-Encoding')
  const tag = fields.get('etag')
  if (tag !== null && !tag.startsWith('W/')) fields.set('etag', 'W/' + tag)
  return new Response(body, { status, headers: fields })
}
// Behind a proxy that ends TLS the address people used is https: cookies must be marked Secure for it.
function asSent(request) {
  return request.headers.get('x-forwarded-proto') === 'https' && request.url.startsWith('http:') ? new Request('https:' + request.url.slice(5), request) : request
}
`
}
