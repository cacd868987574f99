/** Lists: pages that end, filters that hold, and the same names everywhere. */
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { apiDocument } from '../support/worker-app.ts'
import { mintCity, type TestCity } from '../support/worker-city.ts'
import { fillSmall, run } from '../support/worker-evaluation.ts'

interface Page {
  items: Record<string, unknown>[]
  nextCursor: string | null
}
const page = async (city: TestCity, path: string): Promise<Page> => {
  const res = await city.request(path)
  expect(res.status, await res.clone().text()).toBe(200)
  return res.json<Page>()
}
async function walk(city: TestCity, path: string, limit: number): Promise<unknown[]> {
  const seen: unknown[] = []
  let cursor: string | null = null
  do {
    const { items, nextCursor }: Page = await page(
      city,
      `${path}?limit=${limit}${cursor === null ? '' : `&cursor=${cursor}`}`,
    )
    expect(items.length).toBeLessThanOrEqual(limit)
    seen.push(...items.map((i) => i['id'] ?? i['userId']))
    cursor = nextCursor
  } while (cursor !== null)
  return seen
}

describe('pages', () => {
  it('of keys reach beyond the two hundredth, each once', async () => {
    const city = await mintCity()
    await env.HUB.prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 230)
       INSERT INTO api_keys (id, organisation_id, name, prefix, hash, scopes, created_at) SELECT 'key_' || ?1 || i, ?1, 'k', 'p', ?1 || i, '[]', i / 7 FROM n`,
    )
      .bind(city.organisation.id)
      .run()
    const ids = await walk(city, `/api/v1/organisations/${city.organisation.id}/keys`, 60)
    expect([ids.length, new Set(ids).size]).toEqual([231, 231])
  })

  it('of members and frameworks walk through everything', async () => {
    const city = await mintCity({ framework: true })
    for (let i = 0; i < 4; i += 1)
      await env.HUB.batch([
        env.HUB.prepare(
          "INSERT INTO users (id, email, name, password_hash, status, created_at) VALUES (?1, ?1 || '@x.test', '员', 'none', 'active', 0)",
        ).bind(`usr_${city.organisation.id}${i}`),
        env.HUB.prepare(
          "INSERT INTO memberships (organisation_id, user_id, role, created_at) VALUES (?, ?, 'viewer', 7)",
        ).bind(city.organisation.id, `usr_${city.organisation.id}${i}`),
      ])
    expect(new Set(await walk(city, 'members', 2)).size).toBe(5)
    expect(await walk(city, 'frameworks', 1)).toEqual([city.frameworkId])
  })

  it('are described alike on every list of the document', async () => {
    const { paths } = await apiDocument()
    const names = Object.entries(paths).flatMap(([path, item]) => {
      const { parameters = [] } = (item['get'] ?? {}) as { parameters?: { name?: string }[] }
      const own = new Set(parameters.map((p) => p.name))
      return own.has('cursor') ? [[path, own.has('limit')]] : []
    })
    expect(names.length).toBeGreaterThanOrEqual(9)
    expect(names.filter(([, limit]) => limit !== true)).toEqual([])
  })
})

describe('filters', () => {
  it('of evaluations: state, period as a list, since', async () => {
    const city = await mintCity({ areas: 3, framework: true })
    await fillSmall(city)
    const both = await run(city)
    const one = await run(city, { title: '一年', periods: ['2024'] })
    await city.request(`evaluations/${one.id}/publish`, { method: 'POST' })
    const ids = async (query: string) => (await page(city, `evaluations?${query}`)).items.map((e) => e['id'])
    expect(await ids('state=draft')).toEqual([both.id])
    expect(await ids('state=draft,published')).toEqual([one.id, both.id])
    expect(await ids('period=2023')).toEqual([both.id])
    expect(await ids('period=2023,2024')).toEqual([one.id, both.id])
    expect(await ids('since=2020-01-01')).toEqual([one.id, both.id])
    expect(await ids(`since=${Date.now() + 60_000}`)).toEqual([])
    expect((await city.request('evaluations?state=lost')).status).toBe(422)
    expect((await city.request('evaluations?since=yesterday')).status).toBe(422)
  })

  it('of imports and of the audit log', async () => {
    const city = await mintCity({ areas: 2, framework: true })
    const send = (body: string) =>
      city.request('imports', { method: 'POST', body, headers: { 'content-type': 'text/csv' } })
    const good = await (await send('地区代码,时期,doctors\nA01,2024,2\n')).json<{ id: string }>()
    await send('地区代码,时期,doctors\nXXX,2024,2\n')
    expect((await page(city, 'imports?state=ready,committed')).items.map((i) => i['id'])).toEqual([good.id])
    await city.request(`imports/${good.id}/commit`, { method: 'POST' })
    const acts = async (query: string) => (await page(city, `audit?${query}`)).items.map((a) => a['action'])
    expect(await acts('action=import.commit')).toEqual(['import.commit'])
    expect(new Set(await acts('action=import.'))).toEqual(new Set(['import.commit', 'import.upload']))
    expect(await acts(`since=${Date.now() + 60_000}`)).toEqual([])
  })
})
