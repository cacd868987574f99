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

const of = (n: number, item: string): string => `[${Array.from({ length: n }, () => item).join(',')}]`
const values = (n: number): number[] => Array.from({ length: n }, (_, i) => 1 + (i % 9))
const table = (keys: number, n: number) =>
  Object.fromEntries(Array.from({ length: keys }, (_, j) => [`i${j}`, values(n)]))
const leaves = (m: number) => Array.from({ length: m }, (_, j) => ({ code: `i${j}`, direction: 'benefit' }))
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

describe('a list of nonsense', () => {
  it.each([
    ['/compute/indices', `{"values":${of(130_000, '""')}}`],
    ['/compute/indices', `{"values":[1],"groups":${of(130_000, '1')},"neighbours":${of(130_000, '{}')}}`],
    ['/compute/composite', composite('{"code":"R","children":[{"code":"a"}]}', `{"a":${of(130_000, '""')}}`)],
    ['/compute/composite', composite(`{"code":"R","children":${of(130_000, '{}')}}`, '{}')],
    [
      '/compute/composite',
      composite('{"code":"R"}', JSON.stringify(Object.fromEntries(Array.from({ length: 130_000 }, (_, i) => [i, ''])))),
    ],
    ['/compute/coupling', `{"systems":{"a":${of(130_000, '""')},"b":[1]}}`],
    ['/compute/weights', `{"method":"delphi","rounds":[[${of(130_000, '""')}]]}`],
    ['/compute/weights', `{"method":"pca","values":{"a":${of(130_000, '""')}},"directions":{"a":"benefit"}}`],
    ['/compute/groups', `{"subgroups":${of(130_000, '{}')},"favourable":true,"ordered":true}`],
  ])('is refused by %s, with a hundred of its faults', async (path, body) => {
    const res = await json(path, body)
    const answer = await res.text()
    expect(res.status, answer.slice(0, 300)).toBe(422)
    expect(JSON.parse(answer)).toMatchObject({ code: 'invalid' })
    expect(answer.length).toBeLessThan(100_000)
  })
  it('is refused behind a door as well', async () => {
    const city = await mintCity({})
    const put = (path: string, body: string) =>
      city.request(path, { method: 'PUT', headers: { 'content-type': 'application/json' }, body })
    for (const res of [
      await put('populations', `{"populations":${of(45_000, '{}')}}`),
      await put('areas', `{"areas":${of(130_000, '{}')}}`),
      await put('areas', `{"areas":${of(3000, '{"x":1}')}}`),
    ])
      expect(res.status, (await res.clone().text()).slice(0, 300)).toBe(422)
  })
})

describe('one request that would keep everybody waiting', () => {
  const request = (n: number, m: number, method: object = {}) => ({
    areas: values(n).map((_, i) => `a${i}`),
    framework: { code: 'R', children: leaves(m) },
    values: table(m, n),
    method: { normalisation: 'minmax', aggregation: 'arithmetic', ...method },
  })
  it('is refused for its groups and for its keys', async () => {
    const groups = values(12_000).map((_, i) => `g${i}`)
    const many = await json('/compute/indices', JSON.stringify({ values: values(12_000), groups, indices: ['gini'] }))
    expect([many.status, await many.json()]).toMatchObject([
      422,
      { errors: [{ path: 'groups', code: 'too-many-groups' }] },
    ])
    const directions = Object.fromEntries(leaves(800).map((l) => [l.code, l.direction]))
    for (const method of ['scatter', 'pca', 'entropy', 'critic']) {
      const res = await json('/compute/weights', JSON.stringify({ method, values: table(800, 3), directions }))
      expect([res.status, await res.json()]).toMatchObject([422, { errors: [{ path: 'values' }] }])
    }
  })
  it.each([
    ['composite', request(3, 800, { weighting: 'pca' })],
    ['composite', request(9000, 100)],
    [
      'indices',
      { values: values(20_000), indices: ['moran'], neighbours: values(20_000).map((_, i) => [(i + 1) % 20_000]) },
    ],
    ['sensitivity', { ...request(40, 20), seed: 1, runs: 20_000, perturb: { noise: { sd: 0.1 } } }],
  ])('is estimated before it starts: %s', async (kind, body) => {
    const res = await json(`/compute/${kind}`, JSON.stringify(body))
    const problem = await res.json<{ code: string; estimateMs: number; limitMs: number; detail: string }>()
    expect([res.status, problem.code, problem.limitMs]).toEqual([422, 'too-costly', 1000])
    expect(problem.estimateMs).toBeGreaterThan(1000)
    expect(problem.detail).toContain(String(problem.estimateMs))
  })
  it('may cost more with a credential', async () => {
    const city = await mintCity({})
    const body = { ...request(40, 10), seed: 1, runs: 1500, driverRuns: 0, perturb: { noise: { sd: 0.1 } } }
    const tight = { ...env, COMPUTE_BUDGET_ANONYMOUS_MS: '60' }
    const visit = { method: 'POST', json: body, env: tight }
    expect((await city.request('/api/v1/compute/sensitivity', { ...visit, as: 'nobody' })).status).toBe(422)
    const res = await city.request('/api/v1/compute/sensitivity', { ...visit, as: 'key' })
    expect(res.status, (await res.clone().text()).slice(0, 300)).toBe(200)
    const answer = await res.text()
    // Sent in pieces: white space while it is being computed.
    expect(answer.startsWith(' ')).toBe(true)
    expect(JSON.parse(answer)).toMatchObject({ runs: 1500, seed: 1 })
  })
})

describe('cells that patterns choke on', () => {
  it('are no numbers, and no headers', async () => {
    const city = await mintCity({ areas: 2, framework: true })
    const upload = (path: string, body: string) =>
      city.request(path, { method: 'POST', headers: { 'content-type': 'text/csv' }, body })
    const spaces = ' '.repeat(80_000)
    const res = await upload('imports', `地区代码,时期,doctors\nA01,2024,1${spaces}x\n`)
    expect([res.status, await res.json()]).toMatchObject([201, { state: 'rejected' }])
    const areas = await upload('areas/csv', `code,name,"population${spaces}\nx\ny"\nA9,九,3\n`)
    expect([areas.status, await areas.json()]).toMatchObject([201, { state: 'rejected' }])
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
