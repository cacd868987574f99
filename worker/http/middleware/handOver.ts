/** On one machine a long computation must not make everybody wait: the host starts a second process of this Worker, without databases, and this
 * one passes /compute to it. Who is asking was found here and is told there under a secret that both were started with. On Cloudflare neither
 * variable is set and every request computes where it arrives. */
import { createMiddleware } from 'hono/factory'
import { AppError } from '../../contract/problems.ts'
import type { Actor } from '../../authority/actor.types.ts'
import type { AppEnv } from '../appEnv.ts'

const HEADER = 'x-junheng-handover'
/** What a computation may depend on; credentials stay here. */
const PASSED = ['content-type', 'accept', 'accept-language']

/** At /compute: passes the request on where there is a second process. */
export const handOver = createMiddleware<AppEnv>(async function handOver(c, next) {
  const { COMPUTE_ORIGIN: origin, HANDOVER_SECRET: secret } = c.env
  if (origin === undefined || secret === undefined || c.req.method !== 'POST') return next()
  const headers = new Headers(
    PASSED.flatMap((name) => {
      const value = c.req.header(name)
      return value === undefined ? [] : [[name, value] as [string, string]]
    }),
  )
  // Whose allowance it is, is counted there.
  const { addressHeader } = c.get('service').config
  const address = addressHeader === '' ? undefined : c.req.header(addressHeader)
  if (address !== undefined) headers.set(addressHeader, address)
  headers.set(HEADER, encodeURIComponent(JSON.stringify({ secret, actor: c.get('service').actor })))
  const url = new URL(c.req.url)
  // Cancelled with this request, so a computation that nobody waits for ends there too.
  const res = await fetch(`${origin}${url.pathname}${url.search}`, {
    method: 'POST',
    headers,
    body: c.req.raw.body,
    signal: c.req.raw.signal,
  })
  return new Response(res.body, res)
})

/** In the second process: who asks, as the first one found; undefined in any other process. A request that did not come from it is refused. */
export function handedOver(env: AppEnv['Bindings'], header: (name: string) => string | undefined): Actor | undefined {
  if (env.HANDOVER_SECRET === undefined || env.COMPUTE_ORIGIN !== undefined) return undefined
  const text = header(HEADER)
  // Guarantee: only handOver knows the secret, and it writes this shape.
  const told = text === undefined ? undefined : (parse(text) as { secret?: string; actor: Actor } | undefined)
  if (told?.secret !== env.HANDOVER_SECRET) throw new AppError('unauthenticated')
  return told.actor
}

function parse(text: string): unknown {
  try {
    return JSON.parse(decodeURIComponent(text))
  } catch {
    return undefined
  }
}
