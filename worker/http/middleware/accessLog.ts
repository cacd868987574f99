/** One line of JSON per request: what was asked by its pattern, never by its words (no query, no body, no name), so that a log may be kept and shared. */
import { createMiddleware } from 'hono/factory'
import { matchedRoutes } from 'hono/route'
import type { AppEnv } from '../appEnv.ts'

export type WriteLog = (line: string) => void

/** A demonstration on somebody's own machine stays quiet. */
export const accessLog = (write: WriteLog) =>
  createMiddleware<AppEnv>(async function accessLog(c, next) {
    const { requestId, config, now } = c.get('service')
    const startedAt = now()
    await next()
    if (config.demo === 'local') return
    const route = matchedRoutes(c).findLast((r) => r.method !== 'ALL')?.path ?? null
    write(
      JSON.stringify({
        level: 'info',
        method: c.req.method,
        route,
        status: c.res.status,
        ms: now() - startedAt,
        requestId,
        actor: c.get('service').actor.kind,
      }),
    )
  })
