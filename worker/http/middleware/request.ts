/** Request id, language and the per-request service context (without an actor yet); and the fields that every answer carries, whatever made it. */
import { accepts } from 'hono/accepts'
import { createMiddleware } from 'hono/factory'
import { LOCALES, type Locale } from '../../contract/names.ts'
import { newId } from '../../lib/id.ts'
import { openHub, readConfig } from '../../env.ts'
import { bestOf } from '../negotiate.ts'
import { rateFields } from '../rateLimit.ts'
import type { AppEnv } from '../appEnv.ts'
import type { Context } from 'hono'

export const request = createMiddleware<AppEnv>(async function request(c, next) {
  const now = Date.now
  const requestId = newId('req', now())
  const locale = localeOf(c)
  c.set('requestId', requestId)
  c.set('locale', locale)
  c.set('service', {
    requestId,
    locale,
    now,
    hub: openHub(c.env),
    config: readConfig(c.env),
    env: c.env,
    actor: { kind: 'anonymous' },
    defer: (work) => c.executionCtx.waitUntil(work),
  })
  await next()
  sign(c)
})

/** Whatever is not for everybody is stored by nobody: shared machines stand in many an office. */
function sign(c: Context<AppEnv>): void {
  const { headers } = c.res
  headers.set('x-request-id', c.get('requestId'))
  headers.set('content-language', c.get('locale'))
  headers.set('x-content-type-options', 'nosniff')
  if (!(headers.get('cache-control') ?? '').startsWith('public')) headers.set('cache-control', 'no-store')
  if (new URL(c.req.url).protocol === 'https:') headers.set('strict-transport-security', 'max-age=31536000')
  const rate = c.get('rate')
  if (rate !== undefined) for (const [name, value] of rateFields(rate)) headers.set(name, value)
}

/** The first language unless another is wanted more. A language is wanted as its primary tag: en-GB reads English, zh-Hant Chinese. */
function localeOf(c: Context<AppEnv>): Locale {
  const chosen = accepts(c, {
    header: 'Accept-Language',
    supports: [...LOCALES],
    default: LOCALES[0],
    match: (ranges) =>
      bestOf(inOrder(ranges), LOCALES, (range, one) => {
        if (range === '*') return 1
        return range.split('-')[0] === one.split('-')[0] ? 2 : 0
      }) ?? LOCALES[0],
  })
  return LOCALES.find((locale) => locale === chosen) ?? LOCALES[0]
}

/** Among languages of the same q the one named first is wanted more. */
const inOrder = (ranges: readonly { readonly type: string; readonly q: number }[]) =>
  ranges.map((r, i) => ({ type: r.type, q: r.q * (1 - i * 1e-6) }))
