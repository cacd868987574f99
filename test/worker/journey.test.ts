/** The main job over HTTP alone, as a newcomer's script would do it; every answer on the way is held against the OpenAPI document. */
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../support/worker-app.ts'
import { mintOrganisation, mintPerson } from '../support/worker-actors.ts'
import { SMALL_FRAMEWORK, leavesOf } from '../support/worker-framework.ts'
import { operationOf, type OpenApi } from '../support/worker-openapi.ts'
import type { Evaluation, PeriodResult } from '../../worker/contract/evaluations.ts'
import type { ImportRecord } from '../../worker/contract/imports.ts'
import type { Publication } from '../../worker/contract/public.ts'

const app = createApp()
let document: OpenApi
let operator: Record<string, string>

async function raw(method: string, path: string, init: RequestInit = {}): Promise<Response> {
  const ctx = createExecutionContext()
  const res = await app.request(path, { ...init, method }, env, ctx)
  await waitOnExecutionContext(ctx)
  return res
}
async function call<T>(
  method: string,
  path: string,
  status: number,
  init: {
    credential?: Record<string, string>
    json?: unknown
    text?: string
    type?: string
    headers?: Record<string, string>
  } = {},
): Promise<{ body: T; headers: Headers }> {
  const headers = {
    ...init.credential,
    ...init.headers,
    ...(init.json === undefined ? {} : { 'content-type': 'application/json' }),
    ...(init.text === undefined ? {} : { 'content-type': init.type ?? 'text/csv' }),
  }
  const res = await raw(method, path, {
    headers,
    ...(init.json === undefined ? {} : { body: JSON.stringify(init.json) }),
    ...(init.text === undefined ? {} : { body: init.text }),
  })
  expect(res.status, `${method} ${path} → ${(await res.clone().text()).slice(0, 600)}`).toBe(status)
  const text = await res.text()
  return {
    body: (/json/.test(res.headers.get('content-type') ?? '') ? JSON.parse(text) : text) as T,
    headers: res.headers,
  }
}

beforeAll(async () => {
  document = await (await raw('GET', '/api/v1/openapi.json')).json<OpenApi>()
  operator = { ...(await mintPerson((await mintOrganisation('operator')).id, 'operator')) }
})

describe('the OpenAPI document', () => {
  it('is 3.1 and documents every mounted route', () => {
    expect(document.openapi).toBe('3.1.0')
    const routes = [
      ...new Set(
        app.routes
          .filter((r) => r.method !== 'ALL' && r.path !== '/api/v1/openapi.json')
          .map((r) => `${r.method} ${r.path}`),
      ),
    ]
    expect(
      routes.filter(
        (r) =>
          operationOf(document, r.split(' ')[0] ?? '', (r.split(' ')[1] ?? '').replace(/:([a-zA-Z]+)/g, '{$1}')) ===
          undefined,
      ),
    ).toEqual([])
  })
  it('refers to nothing that is not there', () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
      (m) => m[1] ?? '',
    )
    expect(refs.length).toBeGreaterThan(10)
    expect(refs.filter((r) => document.components.schemas[r] === undefined)).toEqual([])
  })
})

describe('from nothing to a comparison', () => {
  it('walks the whole way for two cities', async () => {
    const publications: string[] = []
    for (const [slug, level] of [
      ['journey-a', 1],
      ['journey-b', 1.3],
    ] as const)
      publications.push(await publishCity(slug, level))
    const { body: comparison } = await call<{ cities: unknown[]; nodes: { inAll: boolean }[]; notes: unknown[] }>(
      'GET',
      `/api/v1/comparison?publications=${publications.join(',')}`,
      200,
    )
    expect(comparison.cities.length).toBe(2)
    expect(comparison.nodes.every((n) => n.inAll)).toBe(true)
    await call('GET', '/api/v1/regions', 200)
    await call('GET', '/api/v1/publications?region=jjj', 200)
    await call('GET', '/api/v1/catalogue', 200)
    await call('GET', '/api/v1/catalogue?edition=2021', 200)
    await call('GET', '/api/v1/catalogue/diff', 200)
    await call('GET', '/api/v1/pilots', 200)
    await call('GET', '/api/v1/plan-targets', 200)
    await call('GET', '/api/v1/templates', 200)
    await call('GET', '/api/v1/operator/organisations', 200, { credential: operator })
    await call('GET', '/api/v1/operator/health', 200, { credential: operator })
    await call('GET', '/api/v1/publications/none', 404)
  }, 30_000)
})

async function publishCity(slug: string, level: number): Promise<string> {
  await env.HUB.prepare(
    "INSERT OR IGNORE INTO regions (code, name, name_en, created_at) VALUES ('jjj', '京津冀', 'JJJ', 0)",
  ).run()
  const owner = { email: `${slug}@example.test`, name: '王芳', password: 'a-long-enough-password' }
  await call('POST', '/api/v1/operator/organisations', 201, {
    credential: operator,
    json: { kind: 'city', slug, name: `旅程市${slug}`, nameEn: slug, regionCode: 'jjj', owner },
  })
  await call('POST', '/api/v1/operator/organisations', 409, {
    credential: operator,
    json: { kind: 'city', slug, name: '重复', regionCode: 'jjj', owner },
  })
  await call('POST', '/api/v1/session', 401, { json: { email: owner.email, password: 'not-the-password' } })
  const { headers } = await call('POST', '/api/v1/session', 200, {
    json: { email: owner.email, password: owner.password },
  })
  const credential = { cookie: (headers.get('set-cookie') ?? '').split(';')[0] ?? '' }
  await call('GET', '/api/v1/session', 200, { credential })
  const base = `/api/v1/cities/${slug}`
  await call('GET', `${base}/overview`, 200, { credential })

  const { body: created } = await call<{ key: string }>('POST', `/api/v1/organisations/${slug}/keys`, 201, {
    credential,
    json: {
      name: '脚本',
      scopes: [
        'city:read',
        'data:read',
        'data:write',
        'framework:write',
        'evaluation:read',
        'evaluation:write',
        'evaluation:publish',
      ],
    },
  })
  await call('GET', `/api/v1/organisations/${slug}/keys`, 200, { credential })
  const key = { authorization: `Bearer ${created.key}` }

  const areas = ['E', 'W', 'S', 'N'].map((code, i) => ({
    code,
    name: `${code}区`,
    setting: i % 2 === 0 ? 'urban' : 'rural',
    grouping: i < 2 ? '中心' : '外围',
  }))
  await call('PUT', `${base}/areas`, 200, { credential: key, headers: { 'if-none-match': '*' }, json: { areas } })
  await call('GET', `${base}/areas`, 200, { credential: key })
  await call('PUT', `${base}/populations`, 200, {
    credential: key,
    headers: { 'if-none-match': '*' },
    json: {
      populations: areas.flatMap((a, i) =>
        ['2023', '2024'].map((period) => ({ areaCode: a.code, period, value: 10_000 * (i + 1) })),
      ),
    },
  })
  await call('GET', `${base}/populations`, 200, { credential: key })

  const { body: framework, headers: frameworkHeaders } = await call<{ id: string; version: number }>(
    'POST',
    `${base}/frameworks`,
    201,
    { credential: key, json: { name: '自有框架', body: SMALL_FRAMEWORK } },
  )
  await call('GET', `${base}/frameworks`, 200, { credential: key })
  await call('GET', `${base}/frameworks/${framework.id}`, 200, { credential: key })
  expect(frameworkHeaders).toBeDefined()

  const codes = leavesOf(SMALL_FRAMEWORK.root).map((l) => l.code)
  const rows = ['2023', '2024'].flatMap((period, t) =>
    areas.map((a, i) =>
      [
        a.code,
        period,
        ...codes.map((_, j) => String(Math.round((40 + 7 * i + 3 * j + 2 * t) * level * 100) / 100)),
      ].join(','),
    ),
  )
  const { body: staged } = await call<ImportRecord>('POST', `${base}/imports?fileName=a.csv`, 201, {
    credential: key,
    text: [['地区代码', '时期', ...codes].join(','), ...rows].join('\n'),
  })
  expect(staged.problems.filter((p) => p.severity === 'error')).toEqual([])
  expect(staged.state).toBe('ready')
  await call('POST', `${base}/imports/${staged.id}/commit`, 200, { credential: key, json: { reason: '测试数据' } })
  await call('POST', `${base}/imports/${staged.id}/commit`, 409, { credential: key })
  await call('GET', `${base}/imports`, 200, { credential: key })
  await call('GET', `${base}/imports/${staged.id}`, 200, { credential: key })
  await call('GET', `${base}/observations?period=2024`, 200, { credential: key })
  await call('GET', `${base}/observations/completeness?frameworkId=${framework.id}`, 200, { credential: key })

  const { body: evaluation } = await call<Evaluation>('POST', `${base}/evaluations`, 201, {
    credential: key,
    json: { title: '年度评价', frameworkId: framework.id, periods: ['2023', '2024'] },
  })
  await call('GET', `${base}/evaluations`, 200, { credential: key })
  await call<Evaluation>('GET', `${base}/evaluations/${evaluation.id}`, 200, { credential: key })
  const { body: period } = await call<PeriodResult>('GET', `${base}/evaluations/${evaluation.id}/periods/2024`, 200, {
    credential: key,
  })
  expect(Object.keys(period.scores).length).toBeGreaterThan(0)
  await call('GET', `${base}/evaluations/${evaluation.id}/snapshot`, 200, { credential: key })
  await call('GET', `${base}/evaluations/none`, 404, { credential: key })
  await call('POST', `${base}/evaluations/${evaluation.id}/publish`, 200, { credential: key })
  await call('DELETE', `${base}/evaluations/${evaluation.id}`, 409, { credential: key })
  const { body: published } = await call<Evaluation>('GET', `${base}/evaluations/${evaluation.id}`, 200, {
    credential: key,
  })
  expect(published.state).toBe('published')
  const { body: publication } = await call<Publication>(
    'GET',
    `/api/v1/publications/${published.publicationId ?? 'none'}`,
    200,
  )
  // Values are withheld, so nothing public can be tried against them.
  expect(publication).toMatchObject({ digestOf: 'sealed', evaluation: { inputDigest: null, resultDigest: null } })
  await call('GET', `${base}/overview`, 200, { credential })
  await call('GET', `${base}/members`, 200, { credential })
  const { body: audit } = await call<{ items: { action: string }[] }>('GET', `${base}/audit?limit=100`, 200, {
    credential,
  })
  expect(audit.items.map((e) => e.action)).toEqual(expect.arrayContaining(['evaluation.publish']))
  await call('DELETE', '/api/v1/session', 204, { credential })
  expect(
    (await (await raw('GET', '/api/v1/session', { headers: credential })).json<{ user: unknown }>()).user,
  ).toBeNull()
  return published.publicationId ?? ''
}
