/** Rate limits, sign-in delays, bodies and the fields that every answer carries, with limits as they are in earnest. */
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { DEMO_PASSWORD } from '../../db/seed/demo/accounts.ts'
import { createApp } from '../../worker/app.ts'
import { hashPassword } from '../../worker/lib/password.ts'
import { newId } from '../../worker/lib/id.ts'
import { mintKey, mintOrganisation, mintPerson } from '../support/worker-actors.ts'
import type { Env } from '../../worker/env.ts'

const app = createApp()
const ON: Env = { ...env, RATE_LIMITS: 'on', CLIENT_ADDRESS_HEADER: 'cf-connecting-ip' }

async function send(path: string, init: RequestInit = {}, where: Env = ON, origin = 'http://localhost') {
  const ctx = createExecutionContext()
  const res = await app.request(`${origin}/api/v1${path}`, init, where, ctx)
  await waitOnExecutionContext(ctx)
  return res
}
let last = 0
/** An address that no other test has. */
const address = (): string => `10.${(last += 1)}.0.1`
const from = (ip: string, headers: Record<string, string> = {}) => ({ 'cf-connecting-ip': ip, ...headers })

const PASSWORD = 'right-and-long-enough'
async function mintUser(password = PASSWORD, email = `${newId('usr', Date.now())}@example.test`): Promise<string> {
  const id = newId('usr', Date.now())
  await env.HUB.prepare(
    "INSERT INTO users (id, email, name, password_hash, status, created_at) VALUES (?, ?, '测试员', ?, 'active', 0)",
  )
    .bind(id, email, await hashPassword(password, 1024))
    .run()
  return email
}
const signIn = (email: string, password: string, ip: string, cookie = '', where: Env = ON, origin?: string) =>
  send(
    '/session',
    {
      method: 'POST',
      headers: from(ip, { 'content-type': 'application/json', ...(cookie === '' ? {} : { cookie }) }),
      body: JSON.stringify({ email, password }),
    },
    where,
    origin,
  )
const cookiesOf = (res: Response): string =>
  res.headers
    .getSetCookie()
    .map((c) => c.split(';')[0])
    .join('; ')

const compute = (body: unknown, headers: Record<string, string>, where: Env = ON) =>
  send(
    '/compute/indices',
    { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) },
    where,
  )

/** Counts how much of it was asked for. */
function watched(chunks: number, sizeBytes: number, everyMs = 0) {
  let given = 0
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (given >= chunks) return controller.close()
        given += 1
        if (everyMs > 0) await new Promise((resolve) => setTimeout(resolve, everyMs))
        controller.enqueue(new Uint8Array(sizeBytes).fill(32))
      },
    },
    { highWaterMark: 0 },
  )
  return { stream, given: () => given }
}

const post = (
  path: string,
  body: ReadableStream,
  headers: Record<string, string> = {},
  where: Env = ON,
  method = 'POST',
) => send(path, { method, body, headers: from(address(), { 'content-type': 'application/json', ...headers }) }, where)

describe('signing in', () => {
  it('waits longer after each wrong try, and says for how long, before any hash is computed', async () => {
    const [email, ip] = [await mintUser(), address()]
    const statuses: number[] = []
    for (let i = 0; i < 5; i += 1) statuses.push((await signIn(email, 'wrong', ip)).status)
    expect(statuses).toEqual([401, 401, 401, 401, 429])
    // The right password does not get through either: nothing was looked at.
    const res = await signIn(email, PASSWORD, ip)
    const retryAfter = Number(res.headers.get('retry-after'))
    expect([res.status, await res.json()]).toMatchObject([429, { code: 'rate-limited' }])
    expect(retryAfter).toBeGreaterThanOrEqual(1)
    expect(retryAfter).toBeLessThanOrEqual(2)
  })
  it('lets a hundred tries at once be a hundred tries', async () => {
    const [email, ip] = [await mintUser(), address()]
    const all = await Promise.all(Array.from({ length: 12 }, () => signIn(email, 'wrong', ip)))
    expect(all.filter((r) => r.status === 401).length).toBeLessThanOrEqual(4)
    expect(all.filter((r) => r.status === 429).length).toBeGreaterThanOrEqual(8)
  })
  it('cannot be locked by a third party: neither for another address, nor for a browser known before', async () => {
    const email = await mintUser()
    const home = address()
    const cookies = cookiesOf(await signIn(email, PASSWORD, home))
    const device = cookies.split('; ').find((c) => c.startsWith('junheng_device=')) ?? ''
    expect(device).not.toBe('')
    // Strangers from many addresses, and from the very address of the person.
    for (let i = 0; i < 14; i += 1) await signIn(email, 'wrong', address())
    for (let i = 0; i < 6; i += 1) await signIn(email, 'wrong', home)
    expect((await signIn(email, PASSWORD, home)).status).toBe(429)
    expect((await signIn(email, PASSWORD, home, device)).status).toBe(200)
    expect((await signIn(email, PASSWORD, address())).status).toBe(200)
  })
  it('gives a browser that is known no more guesses than another', async () => {
    const [email, ip] = [await mintUser(), address()]
    const device = cookiesOf(await signIn(email, PASSWORD, ip))
      .split('; ')
      .find((c) => c.startsWith('junheng_device='))
    const statuses: number[] = []
    for (let i = 0; i < 5; i += 1) statuses.push((await signIn(email, 'wrong', ip, device)).status)
    expect(statuses.at(-1)).toBe(429)
  })
  it('counts an address over all accounts', async () => {
    const ip = address()
    const where = { ...ON, SIGN_IN_ADDRESS: '4/900' }
    const statuses: number[] = []
    for (let i = 0; i < 7; i += 1)
      statuses.push((await signIn(`nobody${i}-${ip}@example.test`, 'x', ip, '', where)).status)
    expect(statuses.slice(0, 4)).toEqual([401, 401, 401, 401])
    expect(statuses.at(-1)).toBe(429)
  })
  it('forgives after the right password', async () => {
    const [email, ip] = [await mintUser(), address()]
    for (const password of ['wrong', 'wrong', PASSWORD, 'wrong', 'wrong', 'wrong'])
      expect((await signIn(email, password, ip)).status).not.toBe(429)
  })
  it('leaves a mark of both outcomes, without a password or an address', async () => {
    const [email, ip] = [await mintUser(), address()]
    const bad = await signIn(email, 'wrong-secret', ip)
    const unknown = await signIn('nobody-at-all@example.test', 'wrong-secret', ip)
    const good = await signIn(email, PASSWORD, ip)
    expect([bad.status, unknown.status, good.status]).toEqual([401, 401, 200])
    expect(await bad.json<{ code: string; detail?: string }>().then((p) => [p.code, p.detail])).toEqual(
      await unknown.json<{ code: string; detail?: string }>().then((p) => [p.code, p.detail]),
    )
    const { results } = await env.HUB.prepare('SELECT * FROM hub_audit ORDER BY created_at, id').all()
    const rows = results.slice(-3)
    expect(rows.map((r) => r['action'])).toEqual(['session.refused', 'session.refused', 'session.opened'])
    expect(rows[0]?.['target']).toBe(rows[2]?.['target'])
    const text = JSON.stringify(results)
    for (const secret of ['wrong-secret', PASSWORD, ip, 'nobody-at-all']) expect(text).not.toContain(secret)
    const tries = JSON.stringify((await env.HUB.prepare('SELECT * FROM sign_in_attempts').all()).results)
    for (const secret of [email, ip, 'nobody-at-all']) expect(tries).not.toContain(secret)
  })
  it('opens no demonstration’s account, session or password where there is no demonstration', async () => {
    const email = await mintUser(DEMO_PASSWORD, 'owner@chengyan.example')
    const own = await mintUser(DEMO_PASSWORD)
    expect((await signIn(own, DEMO_PASSWORD, address())).status).toBe(401)
    expect((await signIn(email, DEMO_PASSWORD, address())).status).toBe(401)
    const demo = { ...ON, DEMO: 'local' }
    const cookie = cookiesOf(await signIn(email, DEMO_PASSWORD, address(), '', demo))
    const whoAmI = async (where: Env) =>
      (await (await send('/session', { headers: { cookie } }, where)).json<{ user: unknown }>()).user
    expect(await whoAmI(ON)).toBeNull()
    expect(await whoAmI(demo)).toMatchObject({ email })
  })
  it('over TLS gives a cookie that no other host can set, and reads no other', async () => {
    const email = await mintUser()
    const res = await signIn(email, PASSWORD, address(), '', ON, 'https://junheng.test')
    const set = res.headers.getSetCookie()
    expect(set.map((c) => c.split('=')[0])).toEqual(['__Host-junheng_session', '__Host-junheng_device'])
    for (const c of set) expect(c).toMatch(/Path=\/;.*HttpOnly; Secure; SameSite=Lax/)
    const who = async (cookie: string) =>
      (await (await send('/session', { headers: { cookie } }, ON, 'https://junheng.test')).json<{ user: unknown }>())
        .user
    const [session = ''] = cookiesOf(res).split('; ')
    expect(await who(session)).not.toBeNull()
    expect(await who(session.replace('__Host-', ''))).toBeNull()
  })
})

describe('rate limits', () => {
  const small = { values: [1, 2, 3] }
  it('say what is left, then refuse with 429 and when to come back', async () => {
    const ip = address()
    const where = { ...ON, RATE_COMPUTE_ANONYMOUS: '3/60' }
    const left: (string | null)[] = []
    for (let i = 0; i < 3; i += 1) {
      const res = await compute(small, from(ip), where)
      expect(res.status).toBe(200)
      left.push(res.headers.get('ratelimit-remaining'))
      expect(res.headers.get('ratelimit-policy')).toBe('"compute-ms";q=3;w=60')
    }
    expect(left).toEqual(['2', '1', '0'])
    const res = await compute(small, from(ip), where)
    expect([res.status, await res.json()]).toMatchObject([429, { code: 'rate-limited' }])
    expect(Number(res.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await compute(small, from(address()), where)).status).toBe(200)
  })
  it('charge a computation by what it costs', async () => {
    const ip = address()
    const res = await compute({ values: Array.from({ length: 100_000 }, (_, i) => i + 1) }, from(ip))
    expect(Number(res.headers.get('ratelimit-remaining'))).toBeLessThan(20_000 - 20)
  })
  it('count a key by itself, and visitors by their address; one line has one IPv6 network', async () => {
    const where = { ...ON, RATE_KEY: '2/60', RATE_ADDRESS: '2/60' }
    const org = await mintOrganisation('city')
    const [one, other] = [await mintKey(org.id), await mintKey(org.id)]
    const read = (headers: Record<string, string>) => send(`/cities/${org.slug}/areas`, { headers }, where)
    const statuses: number[] = []
    for (let i = 0; i < 3; i += 1) statuses.push((await read({ ...one })).status)
    expect(statuses).toEqual([200, 200, 429])
    expect((await read({ ...other })).status).toBe(200)
    const post = async (ip: string) => (await send('/session', { method: 'DELETE', headers: from(ip) }, where)).status
    expect([await post('2001:db8::1'), await post('2001:db8:0:0:ffff::2'), await post('2001:db8::3')]).toEqual([
      204, 204, 429,
    ])
    expect(await post('2001:db8:0:1::1')).toBe(204)
  })
  it('let no address guess keys for long', async () => {
    const ip = address()
    const where = { ...ON, RATE_ADDRESS: '2/60' }
    const guess = async () =>
      (await send('/health', { headers: from(ip, { authorization: `Bearer jh_live_${'0'.repeat(32)}` }) }, where))
        .status
    expect([await guess(), await guess(), await guess()]).toEqual([401, 401, 429])
  })
  it('hold what Cloudflare’s counter says, too', async () => {
    const where = { ...ON, LIMITER_ADDRESS: { limit: async () => ({ success: false }) } }
    const res = await send('/session', { method: 'DELETE', headers: from(address()) }, where)
    expect([res.status, res.headers.get('ratelimit-remaining')]).toEqual([429, '0'])
    expect(ON.LIMITER_ADDRESS).toBeDefined()
    expect(await ON.LIMITER_ADDRESS?.limit({ key: 'x' })).toMatchObject({ success: true })
  })
})

describe('bodies', () => {
  it.each([
    ['POST', '/no/such/address', 404],
    ['POST', '/cities/none/imports', 401],
    ['PUT', '/cities/none/areas', 401],
    ['POST', '/operator/organisations', 401],
    ['PUT', '/session', 405],
  ])('%s %s is answered without reading one', async (method, path, status) => {
    const { stream, given } = watched(100, 100_000)
    const res = await post(path, stream, {}, ON, method)
    expect(res.status).toBe(status)
    expect(given()).toBe(0)
  })
  it('are read up to the route’s limit and no further', async () => {
    const { stream, given } = watched(1000, 10_000)
    const res = await post('/session', stream)
    expect([res.status, await res.json()]).toMatchObject([413, { code: 'too-large' }])
    expect(given()).toBeLessThan(12)
    const org = await mintOrganisation('city')
    const owner = await mintPerson(org.id, 'owner')
    const second = watched(1000, 10_000)
    expect((await post(`/cities/${org.slug}/imports/none/revert`, second.stream, { ...owner })).status).toBe(413)
    expect(second.given()).toBeLessThan(12)
  })
  it('that come too slowly are cut off', async () => {
    const { stream, given } = watched(1000, 1, 50)
    const res = await post('/session', stream, {}, { ...ON, BODY_GRACE_MS: '300' })
    expect([res.status, await res.json()]).toMatchObject([408, { code: 'too-slow' }])
    expect(given()).toBeLessThan(100)
  })
})

describe('every answer', () => {
  it('is taken for what it says it is; what is not for everybody is stored by nobody', async () => {
    const org = await mintOrganisation('city')
    const owner = await mintPerson(org.id, 'owner')
    const answers = {
      own: await send(`/cities/${org.slug}/areas`, { headers: { ...owner } }),
      overview: await send(`/cities/${org.slug}/overview`, { headers: { ...owner } }),
      refused: await send(`/cities/${org.slug}/areas`),
      absent: await send('/none'),
      public: await send('/regions'),
    }
    for (const [name, res] of Object.entries(answers)) {
      expect(res.headers.get('x-content-type-options'), name).toBe('nosniff')
      expect(res.headers.get('strict-transport-security'), name).toBeNull()
      if (name === 'public') expect(res.headers.get('cache-control')).toContain('public')
      else expect(res.headers.get('cache-control'), name).toBe('no-store')
    }
    const tls = await send('/regions', {}, ON, 'https://junheng.test')
    expect(tls.headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/)
  })
  it('a comparison is not found under the address of a publication', async () => {
    expect((await send('/publications/comparison%20zh-CN%20a,b')).status).toBe(404)
  })
})
