/** Who may share an answer: types by Accept, caches by Vary, other sites by CORS, and what a 401 says. */
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { site } from '../../worker/routes/site/index.ts'
import { apiDocument, createApp } from '../support/worker-app.ts'
import { mintCity } from '../support/worker-city.ts'

const app = createApp()
async function send(path: string, init: RequestInit = {}): Promise<Response> {
  const ctx = createExecutionContext()
  const res = await app.request(path, init, env, ctx)
  await waitOnExecutionContext(ctx)
  return res
}
const vary = (res: Response): string[] => (res.headers.get('vary') ?? '').split(', ').sort()

const open = (res: Response) => [
  res.headers.get('access-control-allow-origin'),
  res.headers.get('access-control-allow-credentials'),
]

describe('Accept', () => {
  it.each([
    [undefined, 'application/json'],
    ['*/*', 'application/json'],
    ['text/csv', 'text/csv'],
    ['TEXT/CSV', 'text/csv'],
    ['text/*', 'text/csv'],
    ['text/csv;q=0.5, application/json;q=0.4', 'text/csv'],
    ['text/csv;q=0.4, application/json;q=0.5', 'application/json'],
    ['application/json;q=0, */*', 'text/csv'],
    ['text/html, application/xhtml+xml, */*;q=0.1', 'application/json'],
  ])('%s of an address with two types gives %s', async (accept, type) => {
    const city = await mintCity({ areas: 2, framework: true })
    const res = await city.request('observations', accept === undefined ? {} : { headers: { accept } })
    expect([res.status, res.headers.get('content-type')?.split(';')[0]]).toEqual([200, type])
    expect(vary(res)).toContain('accept')
  })

  it.each(['text/html', 'application/json;q=0', 'image/*', 'text/csv;q=0, application/*;q=0'])(
    '%s is a 406 that says what there is',
    async (accept) => {
      const city = await mintCity({ areas: 2, framework: true })
      const res = await city.request('observations', { headers: { accept, 'accept-language': 'en' } })
      expect([res.status, await res.json()]).toMatchObject([
        406,
        { code: 'not-acceptable', detail: 'This address offers: application/json, text/csv.' },
      ])
    },
  )

  it('is asked before anything is done', async () => {
    const city = await mintCity({ areas: 2, framework: true })
    const res = await city.request('imports', {
      method: 'POST',
      body: '地区代码,时期,doctors\nA01,2024,2\n',
      headers: { 'content-type': 'text/csv', accept: 'text/html' },
    })
    expect(res.status).toBe(406)
    expect(await (await city.request('imports')).json()).toEqual({ items: [], nextCursor: null })
  })
})

it.each([
  ['en', 'en'],
  ['en-GB,en;q=0.9', 'en'],
  ['zh-TW', 'zh-CN'],
  ['en;q=0.5, zh;q=0.8', 'zh-CN'],
  ['fr, en;q=0.5', 'en'],
  ['fr', 'zh-CN'],
  ['en, zh', 'en'],
  ['zh, en', 'zh-CN'],
  ['*', 'zh-CN'],
])('Accept-Language: %s reads %s', async (header, language) => {
  const res = await send('/api/v1/regions', { headers: { 'accept-language': header } })
  expect([res.headers.get('content-language'), vary(res)]).toEqual([language, ['accept-encoding', 'accept-language']])
})

describe('pages of other sites', () => {
  const origin = { origin: 'https://elsewhere.example' }
  it('may read what the document calls public, and the engine; nothing else', async () => {
    const { paths } = await apiDocument()
    for (const [path, item] of Object.entries(paths))
      for (const [method, operation] of Object.entries(item)) {
        const isPublic = 'security' in operation && !path.endsWith('/session')
        const res = await send(path.replaceAll(/\{\w+\}/g, 'none'), {
          method: method.toUpperCase(),
          headers: { ...origin, 'content-type': 'application/json' },
          ...(method === 'get' || method === 'delete' ? {} : { body: '{}' }),
        })
        expect(open(res), `${method} ${path}`).toEqual([isPublic ? '*' : null, null])
      }
  })

  it('ask first and are told so, without credentials', async () => {
    const ask = { ...origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' }
    const yes = await send('/api/v1/compute/indices', { method: 'OPTIONS', headers: ask })
    expect([yes.status, ...open(yes)]).toEqual([204, '*', null])
    expect(yes.headers.get('access-control-allow-methods')).toContain('POST')
    expect(yes.headers.get('access-control-allow-headers')).toContain('content-type')
    expect(yes.headers.get('access-control-allow-headers')).not.toContain('authorization')
    const no = await send('/api/v1/session', { method: 'OPTIONS', headers: ask })
    expect([no.status, ...open(no)]).toEqual([204, null, null])
  })

  it('may read why they were refused', async () => {
    const res = await send('/api/v1/compute/indices', {
      method: 'POST',
      headers: { ...origin, 'content-type': 'application/json' },
      body: '{}',
    })
    expect([res.status, ...open(res)]).toEqual([422, '*', null])
    expect(res.headers.get('access-control-expose-headers')).toContain('x-request-id')
  })
})

it('keeps what is about the caller apart in every cache, and tells a stranger how to come in', async () => {
  const city = await mintCity()
  expect(vary(await city.request('areas'))).toEqual(['accept-encoding', 'accept-language', 'authorization', 'cookie'])
  const refused = await city.request('areas', { as: 'nobody' })
  expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="junheng"'])
})

it('names the public pages and every publication to a search engine', async () => {
  await env.HUB.prepare(
    "INSERT INTO publications (id, outbox_id, city_id, evaluation_id, title, framework_name, framework_version, first_period, last_period, digest, headline_index_key, payload, published_at) SELECT 'pub_map', 'out_map', id, 'ev', 't', 'f', 1, '2024', '2024', 'sha256:0', 'gini', '{}', 1763971200000 FROM organisations WHERE id = ?",
  )
    .bind((await mintCity()).organisation.id)
    .run()
  const map = await site.request('https://junheng.example/sitemap.xml', {}, env)
  const text = await map.text()
  expect(map.headers.get('content-type')).toBe('application/xml; charset=utf-8')
  expect(text).toContain('<loc>https://junheng.example/methods</loc>')
  expect(text).toContain(
    '<loc>https://junheng.example/results/pub_map</loc><lastmod>2025-11-24T08:00:00.000Z</lastmod>',
  )
  const robots = await (await site.request('https://junheng.example/robots.txt', {}, env)).text()
  expect(robots).toContain('Sitemap: https://junheng.example/sitemap.xml')
})
