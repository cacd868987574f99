/** Requests made to break a parser, a validator or a table keyed by names: refused in words, never a fault of ours. */
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { createApp } from '../support/worker-app.ts'
import { mintCity } from '../support/worker-city.ts'

const app = createApp()

async function send(path: string, init: RequestInit): Promise<Response> {
  const ctx = createExecutionContext()
  const res = await app.request(path, init, env, ctx)
  await waitOnExecutionContext(ctx)
  return res
}
const json = (path: string, body: string): Promise<Response> =>
  send(`/api/v1${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
const area = (code: string) => ({ code, name: code, nameEn: '', parentCode: null, setting: null, grouping: '' })
const composite = (framework: string, values: string): string =>
  `{"areas":["a","b","c"],"framework":${framework},"values":${values},"method":{"normalisation":"minmax","aggregation":"arithmetic"}}`

const deep = (n: number): string => `${'{"code":"x","children":['.repeat(n)}{"code":"y"}${']}'.repeat(n)}`

describe('a bomb of brackets', () => {
  it.each(['/compute/composite', '/compute/sensitivity'])('is refused by %s', async (path) => {
    const res = await json(path, composite(deep(50_000), '{}'))
    expect([400, 422]).toContain(res.status)
    expect(await res.json()).toMatchObject({ code: expect.stringMatching(/^(bad-request|invalid)$/) as unknown })
  })
  it.each(['/compute/indices', '/compute/weights', '/compute/groups', '/compute/coupling'])(
    'is refused by %s',
    async (path) => {
      expect([400, 422]).toContain((await json(path, '['.repeat(200_000) + ']'.repeat(200_000))).status)
    },
  )
})

describe('a name that every object has', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    '%s as a code leaks nothing and breaks nothing',
    async (code) => {
      const res = await json(
        '/compute/composite',
        composite(
          `{"code":"root","children":[{"code":"${code}","direction":"benefit"},{"code":"b","direction":"benefit"}]}`,
          `{"${code}":[1,2,3],"b":[3,2,1]}`,
        ),
      )
      expect(res.status, await res.clone().text()).toBeLessThan(500)
      expect(({} as Record<string, unknown>)['code']).toBeUndefined()
    },
  )
  it('as an area code or in a CSV is a code like another', async () => {
    const city = await mintCity({ framework: true })
    const res = await city.request('areas', {
      method: 'PUT',
      headers: { 'if-match': '*' },
      json: { areas: [area('__proto__'), area('constructor')] },
    })
    expect(res.status, await res.clone().text()).toBe(200)
    const { id } = await (
      await city.request('imports', {
        method: 'POST',
        headers: { 'content-type': 'text/csv' },
        body: '地区代码,时期,doctors\n__proto__,2024,2\nconstructor,2024,3\n',
      })
    ).json<{ id: string }>()
    expect((await city.request(`imports/${id}/commit`, { method: 'POST' })).status).toBe(200)
    const run = await city.request('evaluations', {
      method: 'POST',
      json: { title: 'x', frameworkId: city.frameworkId, periods: ['2024'] },
    })
    expect(run.status, await run.clone().text()).toBe(201)
  })
})

describe('a large body', () => {
  it('is refused where only a small one makes sense, by length stated or counted', async () => {
    const body = JSON.stringify({ email: 'a@example.test', password: 'x'.repeat(100_000) })
    expect((await json('/session', body)).status).toBe(413)
    const res = await send('/api/v1/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
      body: new Blob([body]).stream(),
    })
    expect([res.status, await res.json()]).toMatchObject([413, { code: 'too-large' }])
  })
})
