/** /session: sign in, who am I, sign out. */
import { Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { clientAddress } from '../../http/clientAddress.ts'
import { DEVICE_LIFETIME_MS, deviceCookie, isTls, sessionCookie } from '../../http/cookies.ts'
import { limitBody, SMALL_BODY_BYTES } from '../../http/middleware/limitBody.ts'
import { validate } from '../../http/validate.ts'
import { perform } from '../../acts/perform.ts'
import { signIn } from '../../acts/session/signIn.ts'
import { signOut } from '../../services/auth/signOut.ts'
import { resolveSession } from '../../services/auth/resolveSession.ts'
import { describe } from '../describe.ts'
import { Session, SignIn } from '../../contract/session.ts'
import type { ServiceContext } from '../../context.ts'
import type { Actor } from '../../authority/actor.types.ts'
import type { AppEnv } from '../../http/appEnv.ts'

export const session = new Hono<AppEnv>()
  .get('/', describe({ tag: 'Session', id: 'getSession', summary: 'Who am I', ok: Session, public: true }), (c) => {
    const service = c.get('service')
    return c.json(view(service, service.actor), 200, { 'cache-control': 'no-store' })
  })
  .post(
    '/',
    describe({ tag: 'Session', id: 'signIn', summary: 'Sign in', ok: Session, public: true }),
    limitBody(SMALL_BODY_BYTES),
    validate('json', SignIn),
    async (c) => {
      const service = c.get('service')
      const { email, password } = c.req.valid('json')
      const { url } = c.req
      const address = clientAddress(c)
      const { token, expiresAt, device } = await perform(signIn, service, {
        email,
        password,
        address,
        device: getCookie(c, deviceCookie(url)),
      })
      const kept = { httpOnly: true, sameSite: 'Lax', path: '/', secure: isTls(url) } as const
      setCookie(c, sessionCookie(url), token, { ...kept, expires: new Date(expiresAt) })
      setCookie(c, deviceCookie(url), device, { ...kept, maxAge: DEVICE_LIFETIME_MS / 1000 })
      return c.json(view(service, (await resolveSession(service, token)) ?? { kind: 'anonymous' }))
    },
  )
  .delete(
    '/',
    describe({ tag: 'Session', id: 'signOut', summary: 'Sign out', status: 204, public: true }),
    async (c) => {
      const token = getCookie(c, sessionCookie(c.req.url))
      if (token !== undefined) await signOut(c.get('service'), token)
      deleteCookie(c, sessionCookie(c.req.url), { path: '/', secure: isTls(c.req.url) })
      return c.body(null, 204)
    },
  )

function view(service: ServiceContext, actor: Actor): Session {
  return {
    user: actor.kind === 'user' ? { id: actor.userId, name: actor.name, email: actor.email } : null,
    memberships:
      actor.kind === 'user' ? actor.memberships.map((m) => ({ organisation: m.organisation, role: m.role })) : [],
    demo: service.config.demo === 'local' ? { accounts: [...service.config.demoAccounts] } : null,
  }
}
