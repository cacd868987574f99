/** Request id, language and the per-request service context (without an actor yet). */
import { createMiddleware } from 'hono/factory'
import { newId } from '../../lib/id.ts'
import { openHub, readConfig } from '../../env.ts'
import type { AppEnv, Locale } from '../context.ts'

export const request = createMiddleware<AppEnv>(async function request(c, next) {
  const now = Date.now
  const requestId = newId('req', now())
  const locale = localeOf(c.req.header('accept-language'))
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
  c.res.headers.set('x-request-id', requestId)
  c.res.headers.set('content-language', locale)
})

/** Chinese unless English is asked for first. */
function localeOf(header: string | undefined): Locale {
  const first = (header ?? '').split(',')[0]?.trim().toLowerCase() ?? ''
  return first.startsWith('en') ? 'en' : 'zh-CN'
}
