/** What holds on every route alike: methods, request ids, languages, the shape of a refusal. */
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { createApp } from '../support/worker-app.ts'
import { mintCity } from '../support/worker-city.ts'

const app = createApp()

async function send(path: string, init: RequestInit = {}): Promise<Response> {
  const ctx = createExecutionContext()
  const res = await app.request(path, init, env, ctx)
  await waitOnExecutionContext(ctx)
  return res
}

describe('a method that an address does not have', () => {
  it.each([
    ['POST', '/api/v1/regions', 'GET, HEAD, OPTIONS'],
    ['PATCH', '/api/v1/cities/x/frameworks/y', 'GET, HEAD, OPTIONS, PUT'],
    ['PUT', '/api/v1/session', 'DELETE, GET, HEAD, OPTIONS, POST'],
    ['DELETE', '/api/v1/openapi.json', 'GET, HEAD, OPTIONS'],
  ])('%s %s is a 405 that names those it has', async (method, path, allow) => {
    const res = await send(path, { method })
    expect([res.status, res.headers.get('allow'), await res.json()]).toMatchObject([
      405,
      allow,
      { code: 'method-not-allowed', status: 405, requestId: expect.stringMatching(/^req_/) as unknown },
    ])
  })

  it.each(['GET', 'POST', 'OPTIONS', 'PATCH'])('%s of an address that does not exist is a 404', async (method) => {
    expect((await send('/api/v1/no/such/thing', { method })).status).toBe(404)
  })

  it('OPTIONS lists the methods, and HEAD answers as GET without a body', async () => {
    const options = await send('/api/v1/regions', { method: 'OPTIONS' })
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS'])
    const head = await send('/api/v1/regions', { method: 'HEAD' })
    expect([head.status, await head.text(), head.headers.get('content-type')]).toEqual([200, '', 'application/json'])
  })

  it('tells a city that one may not know of nothing more than one that does not exist', async () => {
    const [city, other] = [await mintCity(), await mintCity()]
    const ask = async (slug: string) => city.request(`/api/v1/cities/${slug}/members`, { method: 'POST' })
    expect([(await ask(other.organisation.slug)).status, (await ask('no-such-city')).status]).toEqual([405, 405])
  })
})

const bad = (language: string) =>
  send('/api/v1/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': language },
    body: JSON.stringify({ email: 'none', extra: 1 }),
  })

it('logs a request by its pattern and outcome, and nothing that was said in it', async () => {
  const lines: string[] = []
  const logged = createApp({ log: (line) => lines.push(line) })
  const city = await mintCity()
  const ask = async (path: string, headers: Record<string, string>, bindings = env): Promise<void> => {
    const ctx = createExecutionContext()
    await logged.request(path, { headers }, bindings, ctx)
    await waitOnExecutionContext(ctx)
  }
  await ask(`/api/v1/cities/${city.organisation.slug}/observations?period=secret`, { cookie: city.cookie })
  await ask('/api/v1/regions', { authorization: 'Bearer jh_live_0000000000000000000000' })
  await ask('/api/v1/regions', {}, { ...env, DEMO: 'local' })
  expect(lines.map((l) => JSON.parse(l) as unknown)).toEqual([
    {
      level: 'info',
      method: 'GET',
      route: '/api/v1/cities/:city/observations',
      status: 422,
      ms: expect.any(Number) as unknown,
      requestId: expect.stringMatching(/^req_/) as unknown,
      actor: 'user',
    },
    {
      level: 'info',
      method: 'GET',
      route: '/api/v1/regions',
      status: 401,
      ms: expect.any(Number) as unknown,
      requestId: expect.stringMatching(/^req_/) as unknown,
      actor: 'anonymous',
    },
  ])
})

describe('a refusal', () => {
  it('speaks the reader’s language, down to the field', async () => {
    expect(await (await bad('zh-CN')).json()).toMatchObject({
      title: '部分内容不符合要求',
      errorCount: 3,
      errors: [
        { path: 'email', code: 'invalid-format', message: '不是有效的电子邮箱地址' },
        { path: 'password', code: 'invalid-type', message: '缺少此项或类型不对，应为文本' },
        { path: '', code: 'unrecognized-keys', message: '不认识的字段：extra' },
      ],
    })
    const { errors } = await (await bad('en')).json<{ errors: { message: string }[] }>()
    for (const { message } of errors) expect(message).not.toMatch(/[\u4e00-\u9fff]/)
  })

  it('names each bad entry of a list by its place, and a bad cursor in both languages', async () => {
    const city = await mintCity()
    const area = { code: 'A', name: 'a', nameEn: '', parentCode: null, setting: null, grouping: '' }
    expect(
      await (
        await city.request('areas', {
          method: 'PUT',
          headers: { 'if-match': '*' },
          json: { areas: [area, { ...area, code: '!' }] },
        })
      ).json(),
    ).toMatchObject({ errors: [{ path: 'areas[1].code' }] })
    expect(await (await city.request('evaluations?cursor=%2f')).json()).toMatchObject({
      errors: [{ path: 'cursor', message: '不是此列表的游标' }],
    })
  })
})
