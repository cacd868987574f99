/** With whom an answer may be shared: `Vary` for caches, CORS for the pages of other sites, and for a 401 how to identify oneself. Public GETs and
 * the stateless engine are for any origin, without credentials; nothing else is for any. */
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../appEnv.ts'

/** Rooms without a door, /session excepted: it is about the caller. */
const PUBLIC =
  /^(\/api\/v1\/(health|openapi\.json|regions|publications|comparison|catalogue|pilots|plan-targets|templates|compute)|\/\.well-known)(\/|$)/
/** Addresses that answer in several types. */
const NEGOTIATED = /\/(observations|imports|commit|sensitivity)$|^\/api\/v1\/publications\//

const SENT = 'accept, accept-language, content-type, if-none-match'
const SHOWN =
  'etag, x-request-id, content-language, retry-after, ratelimit, ratelimit-policy, ratelimit-limit, ratelimit-remaining, ratelimit-reset'
const PREFLIGHT_SECONDS = 86_400

export const sharing = createMiddleware<AppEnv>(async function sharing(c, next) {
  await next()
  const { headers } = c.res
  const path = c.req.path
  const isPublic = PUBLIC.test(path)
  const vary = new Set((headers.get('vary') ?? '').split(/\s*,\s*/).filter((v) => v !== ''))
  vary.add('accept-language').add('accept-encoding')
  if (NEGOTIATED.test(path)) vary.add('accept')
  if (!isPublic) vary.add('authorization').add('cookie')
  headers.set('vary', [...vary].join(', '))
  if (c.res.status === 401) headers.set('www-authenticate', 'Bearer realm="junheng"')

  if (!isPublic) return
  headers.set('access-control-allow-origin', '*')
  headers.set('access-control-expose-headers', SHOWN)
  if (c.req.method !== 'OPTIONS') return
  headers.set('access-control-allow-methods', headers.get('allow') ?? 'GET, HEAD, OPTIONS')
  headers.set('access-control-allow-headers', SENT)
  headers.set('access-control-max-age', String(PREFLIGHT_SECONDS))
})
