/** The stateless engine over HTTP: the contract's shapes, golden values through the wire, and problems that name the fault. */
import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { createApp } from '../support/worker-app.ts'

const app = createApp()
async function compute(what: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return app.request(
    `/api/v1/compute/${what}`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    },
    env,
    createExecutionContext(),
  )
}
async function good<T>(res: Response): Promise<T> {
  expect(res.status, await res.clone().text()).toBe(200)
  return res.json<T>()
}
async function faults(res: Response): Promise<{ path: string; code?: string }[]> {
  expect(res.status, (await res.clone().text()).slice(0, 500)).toBe(422)
  return (await res.json<{ errors: { path: string; code?: string }[] }>()).errors
}

const leaf = (code: string, direction: 'benefit' | 'cost' = 'benefit', weight = 1) => ({ code, direction, weight })
const composite = {
  areas: ['东区', '西区', '南区'],
  framework: {
    code: 'R',
    children: [
      { code: 'A', children: [leaf('a1'), leaf('a2', 'cost')] },
      { code: 'B', children: [leaf('b1')] },
    ],
  },
  values: { a1: [1, 2, 3], a2: [9, 7, 5], b1: [10, null, 30] },
  method: {
    treatment: 'none',
    normalisation: 'minmax',
    bounds: 'sample',
    weighting: 'given',
    aggregation: 'arithmetic',
    missing: 'renormalise',
    minCoverage: 0.4,
    scale: 100,
  },
}

describe('/compute/indices', () => {
  it('computes by hand-checked example', async () => {
    const r = await good<{
      n: number
      missing: number
      mean: number
      weighted: boolean
      indices: Record<string, { value: number | null; reason?: string }>
    }>(await compute('indices', { values: [1, 3, null], indices: ['cv', 'gini', 'theilL', 'range'] }))
    expect(r).toMatchObject({
      n: 2,
      missing: 1,
      mean: 2,
      weighted: false,
      indices: { cv: { value: 0.5 }, gini: { value: 0.25 }, range: { value: 2 } },
    })
    expect(r.indices.theilL?.value).toBeCloseTo(Math.log(2) - Math.log(3) / 2, 14)
  })
  it('gives null and a reason outside a domain, never a fault', async () => {
    const r = await good<{ indices: Record<string, unknown> }>(
      await compute('indices', { values: [0, -1, 2], indices: ['gini', 'theilL'] }),
    )
    expect(r.indices).toEqual({
      gini: { value: null, reason: 'negative-value' },
      theilL: { value: null, reason: 'negative-value' },
    })
  })
  it('decomposes by group', async () => {
    const r = await good<{ decomposition: { theilT: { total: number; between: number; within: number } } }>(
      await compute('indices', {
        values: [1, 2, 3, 6],
        groups: ['u', 'u', 'r', 'r'],
        weights: [1, 1, 2, 2],
        indices: ['theilT'],
      }),
    )
    expect(r.decomposition.theilT.between + r.decomposition.theilT.within).toBeCloseTo(r.decomposition.theilT.total, 14)
  })
  it.each([
    ['a text among numbers', { values: [1, 'two', 3] }, 'values[1]'],
    ['an unknown key', { values: [1, 2], weight: [1, 1] }, ''],
    ['an unknown index', { values: [1, 2], indices: ['ginny'] }, 'indices[0]'],
    ['weights of another length', { values: [1, 2], weights: [1] }, 'weights'],
    ['a negative weight', { values: [1, 2], weights: [1, -1] }, 'weights[1]'],
  ])('names %s', async (_, body, path) =>
    expect((await faults(await compute('indices', body))).map((f) => f.path)).toContain(path),
  )
  it('takes a number too large for a double as what it is: not a number', async () => {
    const found = await faults(await compute('indices', '{"values":[1,1e999]}'))
    expect(found[0]?.path).toBe('values[1]')
  })
})

describe('/compute/composite', () => {
  it('scores, ranks and lists weights', async () => {
    const r = await good<{
      scores: Record<string, (number | null)[]>
      ranks: Record<string, number[]>
      weights: Record<string, { effective: number }>
      grades: Record<string, string[]>
      importance: Record<string, unknown>
    }>(await compute('composite', composite))
    expect(r.scores['R']).toEqual([0, 50, 100])
    expect(r.ranks['R']).toEqual([3, 2, 1])
    expect(r.weights['a1']?.effective).toBe(0.25)
    expect(r.grades['R']).toEqual(['不合格', '不合格', '优秀'])
    expect(r.importance['A']).toEqual([
      { code: 'a1', nominal: 0.5, correlation: 1, importance: 0.5 },
      { code: 'a2', nominal: 0.5, correlation: 1, importance: 0.5 },
    ])
  })
  it('names an indicator without values and a column of another length', async () => {
    const paths = (
      await faults(await compute('composite', { ...composite, values: { a1: [1, 2], a2: [1, 2, 3] } }))
    ).map((f) => f.path)
    expect(paths).toEqual(expect.arrayContaining(['values.a1', 'values.b1']))
  })
  it('refuses a target method without targets', async () => {
    const found = await faults(
      await compute('composite', { ...composite, method: { ...composite.method, normalisation: 'target' } }),
    )
    expect(found.length).toBe(3)
  })
})

describe('/compute/weights', () => {
  it('reads a pairwise matrix', async () => {
    const r = await good<{ weights: number[]; cr: number; consistent: boolean }>(
      await compute('weights', {
        method: 'ahp',
        matrix: [
          [1, 2, 4],
          [0.5, 1, 2],
          [0.25, 0.5, 1],
        ],
      }),
    )
    expect(r.consistent).toBe(true)
    expect(r.weights[0]).toBeCloseTo(4 / 7, 10)
  })
  it('weighs by entropy', async () => {
    const r = await good<{ weights: Record<string, number> }>(
      await compute('weights', {
        method: 'entropy',
        values: { a: [1, 2, 9], b: [4, 5, 6] },
        directions: { a: 'benefit', b: 'cost' },
      }),
    )
    expect((r.weights['a'] ?? 0) + (r.weights['b'] ?? 0)).toBeCloseTo(1, 14)
  })
  it('names a judgement that is not reciprocal', async () =>
    expect(
      (
        await faults(
          await compute('weights', {
            method: 'ahp',
            matrix: [
              [1, 2],
              [2, 1],
            ],
          }),
        )
      ).length,
    ).toBeGreaterThan(0))
})

describe('/compute/sensitivity', () => {
  const request = {
    ...composite,
    seed: 7,
    runs: 200,
    perturb: { weights: { range: 0.3 }, aggregation: ['arithmetic', 'geometric'] },
  }
  it('gives the same answer twice and as lines', async () => {
    const one = await good<{ ranks: unknown[]; drivers: unknown[]; seed: number }>(
      await compute('sensitivity', request),
    )
    expect(one).toEqual(await good(await compute('sensitivity', request)))
    expect(one.seed).toBe(7)
    const res = await compute('sensitivity', request, { accept: 'application/x-ndjson' })
    expect(res.headers.get('content-type')).toContain('application/x-ndjson')
    const lines = (await res.text())
      .trim()
      .split('\n')
      .map((l) => JSON.parse(l) as { done?: number; total?: number; result?: unknown })
    expect(lines.length).toBeGreaterThan(2)
    expect(lines.at(-1)?.result).toEqual(one)
  })
  it('refuses an alternative that cannot run, as lines too', async () => {
    const bad = { ...request, perturb: { normalisation: ['target'] } }
    expect((await faults(await compute('sensitivity', bad))).length).toBeGreaterThan(0)
    expect((await compute('sensitivity', bad, { accept: 'application/x-ndjson' })).status).toBe(422)
  })
  it('refuses more replicates than it has time for', async () => {
    const areas = Array.from({ length: 1000 }, (_, i) => `a${i}`)
    const many = {
      ...request,
      areas,
      values: { a1: areas.map((_, i) => i), a2: areas.map((_, i) => i), b1: areas.map((_, i) => i) },
      runs: 20000,
      driverRuns: 20000,
      perturb: {
        weights: { range: 0.3 },
        leaveOneOut: true,
        noise: { range: 0.1 },
        aggregation: ['arithmetic'],
        normalisation: ['minmax', 'rank'],
        treatment: ['none', 'winsorise'],
      },
    }
    expect((await faults(await compute('sensitivity', many))).map((f) => f.path)).toContain('runs')
  })
})

describe('/compute/groups and /compute/coupling', () => {
  it('measures between ordered groups', async () => {
    const r = await good<{ measures: Record<string, { value: number }> }>(
      await compute('groups', {
        subgroups: [
          { name: 'Q1', value: 61.3, population: 1203 },
          { name: 'Q5', value: 98.1, population: 754 },
        ],
        favourable: true,
        ordered: true,
        measures: ['D', 'R'],
      }),
    )
    expect(r.measures['D']?.value).toBeCloseTo(36.8, 12)
  })
  it('fits the slope asked for, and refuses a logistic one without its scale', async () => {
    const request = {
      subgroups: [61.3, 74.8, 85.2, 92.6, 98.1].map((value, i) => ({ name: `Q${i + 1}`, value })),
      favourable: true,
      ordered: true,
      measures: ['SII'],
    }
    type Answer = { measures: { SII: { value: number } }; convention: string }
    const line = await good<Answer>(await compute('groups', request))
    const curve = await good<Answer>(await compute('groups', { ...request, slope: 'logit', scale: 100 }))
    expect(line.convention).toContain('linear regression')
    expect(curve.convention).toContain('logistic curve of value/100')
    expect(curve.measures.SII.value).not.toBeCloseTo(line.measures.SII.value, 1)
    expect(await faults(await compute('groups', { ...request, slope: 'logit' }))).toMatchObject([{ path: 'scale' }])
    expect(await faults(await compute('groups', { ...request, slope: 'cubic' }))).toMatchObject([{ path: 'slope' }])
  })
  it('couples systems', async () => {
    const r = await good<{ C: number[]; T: number[]; D: number[]; grade: string[] }>(
      await compute('coupling', { systems: { edu: [0.4], care: [0.9] } }),
    )
    expect(r.grade).toEqual(['中级协调'])
    expect(r.D[0]).toBeCloseTo(Math.sqrt((r.C[0] ?? 0) * (r.T[0] ?? 0)), 14)
  })
})

describe('any computation', () => {
  it('says that a body is no JSON, or of another type', async () => {
    expect(await (await compute('indices', '{"values":')).json()).toMatchObject({ status: 400, code: 'bad-json' })
    expect(await (await compute('indices', 'values=1', { 'content-type': 'text/plain' })).json()).toMatchObject({
      status: 415,
      code: 'unsupported-type',
    })
  })
  it('stops at a hundred faults of a list and says so', async () => {
    const body = await (
      await compute('indices', { values: Array.from({ length: 300 }, () => 'x') })
    ).json<{ errors: unknown[]; errorCount: number }>()
    expect([body.errors.length, body.errorCount]).toEqual([100, 100])
  })
})
