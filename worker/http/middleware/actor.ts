/** Credential → actor, once, in one hub query. A credential that is present but not valid is a 401 everywhere, public routes included. */
import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { sessionCookie } from '../cookies.ts'
import { AppError } from '../../contract/problems.ts'
import { handedOver } from './handOver.ts'
import { limitRate } from '../rateLimit.ts'
import { resolveKey } from '../../services/auth/resolveKey.ts'
import { resolveSession } from '../../services/auth/resolveSession.ts'
import type { AppEnv } from '../appEnv.ts'

export const actor = createMiddleware<AppEnv>(async function actor(c, next) {
  const service = c.get('service')
  const told = handedOver(c.env, (name) => c.req.header(name))
  if (told !== undefined) {
    c.set('service', { ...service, actor: told })
    return next()
  }
  const authorization = c.req.header('authorization')
  if (authorization !== undefined) {
    const key = /^Bearer (\S+)$/.exec(authorization)?.[1]
    const found = key === undefined ? undefined : await resolveKey(service, key, isSafe(c.req.method))
    if (found === undefined) {
      // Guessing keys is what an address without one may do least of all.
      await limitRate(c, 'address')
      throw new AppError('unauthenticated')
    }
    c.set('service', { ...service, actor: found })
    return next()
  }
  const token = getCookie(c, sessionCookie(c.req.url))
  if (token !== undefined) {
    const found = await resolveSession(service, token, isSafe(c.req.method))
    // An expired cookie is a visitor, not an error: the page offers sign-in again.
    if (found !== undefined) {
      if (!isSafe(c.req.method) && !isSameOrigin(c.req.header('origin'), c.req.header('sec-fetch-site'), c.req.url))
        throw new AppError('cross-site')
      c.set('service', { ...service, actor: found })
    }
  }
  return next()
})

const isSafe = (method: string): boolean => method === 'GET' || method === 'HEAD' || method === 'OPTIONS'

/** Cookies are SameSite=Lax already; this closes the rest. Requests without either header come from no browser. */
function isSameOrigin(origin: string | undefined, site: string | undefined, url: string): boolean {
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  if (origin === undefined) return true
  return URL.canParse(origin) && new URL(origin).host === new URL(url).host
}
