/** From draft to the public and back: steps with names, four eyes, embargo, corrections, withdrawals. */
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { relayOutbox } from '../../worker/release/relayOutbox.ts'
import { EVALUATION_MOVES, EVALUATION_STATES, RELEASE_BASES } from '../../worker/release/states.ts'
import { createApp } from '../support/worker-app.ts'
import { addMember, mintCity, type TestCity } from '../support/worker-city.ts'
import { addValues, fillSmall, publicationOf, region, run, SMALL_ROWS } from '../support/worker-evaluation.ts'
import type { EvaluationSummary } from '../../worker/contract/evaluations.ts'
import type { PublicationSummary } from '../../worker/contract/public.ts'
import type { Publication } from '../../worker/contract/publication.ts'
import type { EvaluationSteps, PublicationChanges, Release } from '../../worker/contract/releases.ts'
import type { Problem } from '../../worker/contract/wire.ts'

type Send = TestCity['request']
const DAY_MS = 24 * 3600 * 1000

async function ready(more: Parameters<typeof mintCity>[0] = {}): Promise<TestCity> {
  const city = await mintCity({ areas: 3, framework: true, ...more })
  await fillSmall(city)
  return city
}
const anyone = async (path: string): Promise<Response> => {
  const ctx = createExecutionContext()
  const res = await createApp().request(`/api/v1/${path}`, {}, env, ctx)
  await waitOnExecutionContext(ctx)
  return res
}
const post = (send: Send, path: string, json: unknown = {}, headers: Record<string, string> = {}): Promise<Response> =>
  send(`evaluations/${path}`, { method: 'POST', json, headers })
const steps = async (send: Send, id: string): Promise<EvaluationSteps> =>
  (await send(`evaluations/${id}/steps`)).json<EvaluationSteps>()
const stateOf = async (city: TestCity, id: string): Promise<string> =>
  (await (await city.request(`evaluations/${id}`)).json<EvaluationSummary>()).state

async function published(city: TestCity, body: Record<string, unknown> = {}): Promise<{ id: string; pub: string }> {
  const { id } = await run(city)
  const res = await post(city.request, `${id}/publish`, { raw: 'published', ...body })
  expect(res.status, await res.clone().text()).toBe(200)
  return { id, pub: await publicationOf(city, id) }
}
/** One value of the latest period, corrected in place. */
const correctValue = (city: TestCity): Promise<unknown> =>
  region(city)
    .prepare(
      "UPDATE observations SET value = 4 WHERE tenant_id = ? AND indicator = 'doctors' AND period = '2024' AND value = 3",
    )
    .bind(city.tenantId)
    .run()
const inHub = (pub: string) =>
  env.HUB.prepare(
    `SELECT (SELECT count(*) FROM release_values WHERE release_id = ?1) + (SELECT count(*) FROM exchange_values WHERE publication_id = ?1) AS "values",
    (SELECT count(*) FROM publication_documents WHERE publication_id = ?1) AS documents, (SELECT count(*) FROM publications WHERE id = ?1) AS publications,
    (SELECT count(*) FROM releases WHERE id = ?1) AS releases, (SELECT count(*) FROM release_withdrawals WHERE release_id = ?1) AS withdrawals`,
  )
    .bind(pub)
    .first<{ values: number; documents: number; publications: number; releases: number; withdrawals: number }>()

const names = async (db: D1Database, table: string, column: string) =>
  (await db.prepare(`SELECT ${column} AS name FROM ${table} ORDER BY name`).all<{ name: string }>()).results.map(
    (r) => r.name,
  )

it('has the same names in the tables as in the code', async () => {
  expect(await names(env.REGION_JJJ, 'evaluation_states', 'state')).toEqual(EVALUATION_STATES.toSorted())
  expect(await names(env.REGION_JJJ, 'release_bases', 'basis')).toEqual(RELEASE_BASES.toSorted())
  expect(await names(env.HUB, 'release_bases', 'basis')).toEqual(RELEASE_BASES.toSorted())
})

describe('the steps of an evaluation', () => {
  it('are kept with who, when and why, and say what may be done next', async () => {
    const city = await ready()
    const { id } = await run(city)
    expect(await steps(city.request, id)).toMatchObject({
      state: 'draft',
      moves: ['review', 'publish'],
      steps: [],
      release: null,
    })
    expect(await (await post(city.request, `${id}/review`, { note: '口径已核对' })).json()).toMatchObject({
      state: 'reviewed',
      moves: ['approve', 'return', 'publish'],
    })
    expect((await post(city.request, `${id}/return`, {})).status).toBe(422)
    await post(city.request, `${id}/return`, { reason: '缺 2024 年人口' })
    expect(await stateOf(city, id)).toBe('draft')
    for (const step of ['review', 'approve']) expect((await post(city.request, `${id}/${step}`)).status).toBe(200)
    expect((await city.request(`evaluations/${id}`, { method: 'DELETE' })).status).toBe(409)
    expect((await post(city.request, `${id}/publish`, { raw: 'published' })).status).toBe(200)
    const done = await steps(city.request, id)
    expect(done.steps.map((s) => [s.act, s.to, s.reason])).toEqual([
      ['review', 'reviewed', '口径已核对'],
      ['return', 'draft', '缺 2024 年人口'],
      ['review', 'reviewed', ''],
      ['approve', 'approved', ''],
      ['publish', 'published', ''],
    ])
    expect(new Set(done.steps.map((s) => `${s.by} ${s.byName}`))).toEqual(new Set([`user:${city.userId} 测试员`]))
    expect(done).toMatchObject({
      state: 'published',
      moves: ['withdraw'],
      release: {
        basis: 'publication',
        audience: 'public',
        published: ['doctors', 'mortality', 'kindergarten', 'spending'],
      },
    })
    expect(done.release?.leftAt).toBeGreaterThan(0)
    for (const step of ['review', 'approve', 'publish'])
      expect((await post(city.request, `${id}/${step}`)).status, step).toBe(409)
  })

  it.each(Object.keys(EVALUATION_MOVES))('%s is done once, however often it is sent', async (act) => {
    const city = await ready()
    const { id } = await run(city)
    const before =
      { review: [], approve: ['review'], return: ['review'], publish: [], withdraw: ['publish'] }[act] ?? []
    for (const step of before) expect((await post(city.request, `${id}/${step}`)).status).toBe(200)
    const again = () =>
      post(city.request, `${id}/${act}`, EVALUATION_MOVES[act as 'return'].needsReason ? { reason: '原因' } : {}, {
        'idempotency-key': 'k1',
      })
    const [first, second] = [await again(), await again()]
    expect([first.status, second.status]).toEqual([200, 200])
    expect((await steps(city.request, id)).steps.filter((s) => s.act === act)).toHaveLength(1)
  })

  it('cannot be changed or lost in the database', async () => {
    const city = await ready()
    const { id } = await published(city)
    const attempt = (text: string) => region(city).prepare(text).bind(city.tenantId, id).run()
    await expect(
      attempt("UPDATE evaluation_steps SET reason = 'x' WHERE tenant_id = ? AND evaluation_id = ?"),
    ).rejects.toThrow('immutable')
    await expect(attempt('DELETE FROM evaluation_steps WHERE tenant_id = ? AND evaluation_id = ?')).rejects.toThrow(
      'kept',
    )
    await expect(attempt("UPDATE releases SET reason = 'x' WHERE tenant_id = ? AND evaluation_id = ?")).rejects.toThrow(
      'immutable',
    )
    await expect(attempt('DELETE FROM releases WHERE tenant_id = ? AND evaluation_id = ?')).rejects.toThrow('kept')
  })
})

const refused = async (res: Response) => [res.status, (await res.json<Problem>()).errors?.[0]?.code]

describe('four eyes', () => {
  it('lets nobody review, approve or publish the own work', async () => {
    const city = await ready()
    const put = await city.request('policies', { method: 'PUT', json: { review: 'four-eyes' } })
    expect(await put.json()).toEqual({ review: 'four-eyes' })
    const reviewer = await addMember(city, 'reviewer', '王复核')
    const { id } = await run(city)
    expect(await refused(await post(city.request, `${id}/review`))).toEqual([409, 'own-work'])
    expect(await refused(await post(city.request, `${id}/publish`))).toEqual([409, 'not-approved'])
    expect((await steps(city.request, id)).moves).toEqual([])
    expect((await steps(reviewer, id)).moves).toEqual(['review'])
    expect((await post(reviewer, `${id}/review`)).status).toBe(200)
    expect(await refused(await post(city.request, `${id}/approve`))).toEqual([409, 'own-work'])
    expect((await post(reviewer, `${id}/approve`)).status).toBe(200)
    expect((await post(city.request, `${id}/publish`)).status).toBe(200)
    expect((await steps(reviewer, id)).steps.map((s) => s.byName)).toEqual(['王复核', '王复核', '测试员'])
  })
  it('takes no key for a person', async () => {
    const city = await ready({ scopes: ['evaluation:read', 'evaluation:review'] })
    await city.request('policies', { method: 'PUT', json: { review: 'four-eyes' } })
    const { id } = await run(city)
    const res = await city.request(`evaluations/${id}/review`, { method: 'POST', json: {}, as: 'key' })
    expect([res.status, (await res.json<Problem>()).errors?.[0]?.code]).toEqual([409, 'no-person'])
  })
  it('is for the owner to set, and says no to a rule it does not know', async () => {
    const city = await ready({ role: 'reviewer' })
    expect((await city.request('policies', { method: 'PUT', json: { review: 'four-eyes' } })).status).toBe(403)
    expect(await (await city.request('policies')).json()).toEqual({ review: 'one-step' })
    const owner = await ready()
    expect((await owner.request('policies', { method: 'PUT', json: { review: 'sometimes' } })).status).toBe(422)
  })
})

describe('an embargo', () => {
  it('keeps everything in the region until its day, then lets it out by the clock', async () => {
    const city = await ready()
    const until = Date.now() + DAY_MS
    const { id, pub } = await published(city, { embargoUntil: until })
    expect(await stateOf(city, id)).toBe('published')
    expect((await anyone(`publications/${pub}`)).status).toBe(404)
    expect(await inHub(pub)).toEqual({ values: 0, documents: 0, publications: 0, releases: 0, withdrawals: 0 })
    const relay = (now: number) => relayOutbox({ region: city.region, hub: city.hub, now: () => now })
    await relay(until - 1)
    expect((await anyone(`publications/${pub}`)).status).toBe(404)
    await relay(until)
    expect(await (await anyone(`publications/${pub}`)).json()).toMatchObject({ id: pub, publishedAt: until })
    expect((await steps(city.request, id)).release).toMatchObject({ from: until, leftAt: until })
  })
  it('is a day to come, within a year', async () => {
    const city = await ready()
    const { id } = await run(city)
    for (const embargoUntil of [Date.now() - 1000, Date.now() + 400 * DAY_MS]) {
      const res = await post(city.request, `${id}/publish`, { embargoUntil })
      expect([res.status, (await res.json<Problem>()).errors?.[0]]).toMatchObject([
        422,
        { path: 'embargoUntil', code: 'out-of-range' },
      ])
    }
    expect(await stateOf(city, id)).toBe('draft')
  })
  it('withdrawn in time was never public: no trace outside, and the guard forgets it', async () => {
    const city = await ready()
    const { id, pub } = await published(city, { raw: 'withheld', embargoUntil: Date.now() + DAY_MS })
    expect((await post(city.request, `${id}/withdraw`, { reason: '数据有误' })).status).toBe(200)
    expect(await stateOf(city, id)).toBe('withdrawn')
    expect((await anyone(`publications/${pub}`)).status).toBe(404)
    await relayOutbox({ region: city.region, hub: city.hub, now: () => Date.now() + 2 * DAY_MS })
    expect(await inHub(pub)).toMatchObject({ values: 0, documents: 0, publications: 0, withdrawals: 1 })
    // Another area set of nearly the same areas would be refused after a publication that anybody saw.
    const { id: second } = await run(city, { areaCodes: ['A01', 'A02'] })
    const res = await post(city.request, `${second}/publish`, { raw: 'withheld' })
    expect(res.status, await res.clone().text()).toBe(200)
  })
})

describe('a correction', () => {
  it('takes the place of what it corrects, and says what changed, number by number', async () => {
    const city = await ready()
    const first = await published(city)
    await correctValue(city)
    const second = await published(city, { corrects: { publicationId: first.pub, reason: 'A02 医师数录入有误' } })
    expect(await stateOf(city, first.id)).toBe('superseded')
    const head = await (await anyone(`publications/${second.pub}`)).json<Publication>()
    expect(head.corrects).toEqual({ id: first.pub, reason: 'A02 医师数录入有误' })
    // The corrected one stays readable, and says so wherever it is listed.
    expect((await anyone(`publications/${first.pub}`)).status).toBe(200)
    const list = async (more: string) =>
      (
        await (
          await anyone(`publications?city=${city.organisation.slug}${more}`)
        ).json<{ items: PublicationSummary[] }>()
      ).items
    expect((await list('')).map((p) => [p.id, p.isLatest])).toEqual([[second.pub, true]])
    expect((await list('&latest=false')).map((p) => [p.id, p.isLatest, p.supersedes, p.supersededBy])).toEqual([
      [second.pub, true, first.pub, null],
      [first.pub, false, null, second.pub],
    ])
    const changes = await (await anyone(`publications/${second.pub}/changes`)).json<PublicationChanges>()
    expect(changes).toMatchObject({ from: first.pub, to: second.pub, reason: 'A02 医师数录入有误', what: [] })
    expect(changes.changes).toContainEqual(
      expect.objectContaining({ period: '2024', node: 'doctors', area: 'A02', what: 'value', from: 3, to: 4 }),
    )
    expect(changes.changed).toBe(changes.changes.length)
    // Each number once, in both directions: what the one lacks the other does not hide.
    expect(new Set(changes.changes.map((c) => [c.period, c.node, c.area, c.what].join(' '))).size).toBe(changes.changed)
    expect(changes.changed).toBeLessThan(changes.compared)
    expect((await anyone(`publications/${first.pub}/changes`)).status).toBe(404)
  })

  it('with other areas and periods lists what is new and what is gone', async () => {
    const city = await ready()
    const first = await published(city)
    const { id } = await run(city, { periods: ['2024'], areaCodes: ['A01', 'A03'] })
    const corrects = { publicationId: first.pub, reason: '范围有误' }
    expect((await post(city.request, `${id}/publish`, { raw: 'published', corrects })).status).toBe(200)
    const { what, changes } = await (
      await anyone(`publications/${await publicationOf(city, id)}/changes`)
    ).json<PublicationChanges>()
    expect(what).toEqual(['periods', 'areas'])
    const of = (period: string, area: string | null, node = 'doctors', field = 'value') =>
      changes.find((c) => c.period === period && c.area === area && c.node === node && c.what === field)
    expect(of('2024', 'A02')).toMatchObject({ from: 3, to: null, areaName: expect.any(String) })
    expect(of('2023', 'A01')).toMatchObject({ from: 2, to: null })
    expect(of('2024', 'A01')).toBeUndefined()
    expect(of('2024', null, 'doctors', 'mean')).toMatchObject({ from: 3.5, to: 3.75 })
  })

  it('of an older result does not become the latest of its series', async () => {
    const city = await ready()
    const old = await published(city)
    const newer = await published(city)
    await correctValue(city)
    const fixed = await published(city, { corrects: { publicationId: old.pub, reason: '更正旧结果' } })
    const { items } = await (
      await anyone(`publications?city=${city.organisation.slug}`)
    ).json<{ items: PublicationSummary[] }>()
    expect(items.map((p) => p.id)).toEqual([newer.pub])
    // Corrected once more, it still stands there.
    const again = await published(city, { corrects: { publicationId: fixed.pub, reason: '再次更正' } })
    const now = await (
      await anyone(`publications?city=${city.organisation.slug}`)
    ).json<{ items: PublicationSummary[] }>()
    expect(now.items.map((p) => p.id)).toEqual([newer.pub])
    expect(await stateOf(city, fixed.id)).toBe('superseded')
    expect(again.pub).not.toBe(fixed.pub)
  })

  it('refuses what cannot be corrected, and writes nothing', async () => {
    const [city, other] = [await ready(), await ready()]
    const first = await published(city)
    const foreign = await published(other)
    const hidden = await published(city, { embargoUntil: Date.now() + DAY_MS })
    const { id } = await run(city)
    const refusal = async (publicationId: string) => {
      const res = await post(city.request, `${id}/publish`, {
        raw: 'published',
        corrects: { publicationId, reason: '更正' },
      })
      return [res.status, (await res.json<Problem>()).errors?.[0]?.code]
    }
    expect(await refusal('pub_none')).toEqual([422, 'unknown'])
    expect(await refusal(foreign.pub)).toEqual([422, 'unknown'])
    expect(await refusal(hidden.pub)).toEqual([422, 'not-public-yet'])
    await published(city, { corrects: { publicationId: first.pub, reason: '更正' } })
    expect(await refusal(first.pub)).toEqual([422, 'superseded'])
    const gone = await published(city)
    await post(city.request, `${gone.id}/withdraw`, { reason: '撤回' })
    expect(await refusal(gone.pub)).toEqual([422, 'withdrawn'])
    expect(await stateOf(city, id)).toBe('draft')
  })

  it('is one of two at once', async () => {
    const city = await ready()
    const first = await published(city)
    const drafts = [await run(city), await run(city)]
    const results = await Promise.all(
      drafts.map((d) =>
        post(city.request, `${d.id}/publish`, {
          raw: 'published',
          corrects: { publicationId: first.pub, reason: '更正' },
        }),
      ),
    )
    expect(results.map((r) => r.status).toSorted()).toEqual([200, expect.toBeOneOf([409, 422])])
  })
})

describe('a withdrawal', () => {
  it('takes every number out of the hub and leaves a stub that says so', async () => {
    const city = await ready()
    const { id, pub } = await published(city)
    const read = (path: string) => anyone(`publications/${pub}${path}`)
    const paths = ['', '/nodes', '/periods/2024', '/inputs', '/bundle', '/results.csv', '/proof?node=root&period=2024']
    for (const path of paths) expect((await read(path)).status, path).toBe(200)
    expect((await post(city.request, `${id}/withdraw`, { reason: '' })).status).toBe(422)
    expect((await post(city.request, `${id}/withdraw`, { reason: '人口基数有误' })).status).toBe(200)
    expect(await inHub(pub)).toEqual({ values: 0, documents: 0, publications: 1, releases: 1, withdrawals: 1 })
    const row = await env.HUB.prepare('SELECT headline_score AS score, payload FROM publications WHERE id = ?')
      .bind(pub)
      .first<{ score: number | null; payload: string }>()
    expect([row?.score, Object.keys(JSON.parse(row?.payload ?? ''))]).toEqual([null, ['lineage', 'format']])
    // At once, cached reads too.
    for (const path of paths) {
      const res = await read(path)
      const problem = await res.json<Problem>()
      expect([res.status, problem.code], path).toEqual([410, 'withdrawn'])
      expect(problem.withdrawn).toMatchObject({
        publicationId: pub,
        reason: '人口基数有误',
        title: '年度评价',
        supersededBy: null,
      })
    }
    const { items } = await (
      await anyone(`publications?city=${city.organisation.slug}&latest=false`)
    ).json<{ items: PublicationSummary[] }>()
    expect(items).toMatchObject([
      {
        id: pub,
        headlineScore: null,
        realization: null,
        degree: null,
        isLatest: false,
        withdrawn: { reason: '人口基数有误' },
      },
    ])
    expect(
      (await (await anyone(`publications?city=${city.organisation.slug}`)).json<{ items: unknown[] }>()).items,
    ).toEqual([])
    // The city keeps its own record.
    expect((await city.request(`evaluations/${id}/periods/2024`)).status).toBe(200)
    const { items: releases } = await (await city.request('releases')).json<{ items: Release[] }>()
    expect(releases).toMatchObject([{ id: pub, withdrawn: { reason: '人口基数有误', byName: '测试员' } }])
  })

  it('of the latest lets the one before be the latest again; of a correction not what it corrected', async () => {
    const city = await ready()
    const latest = async () =>
      (
        await (await anyone(`publications?city=${city.organisation.slug}`)).json<{ items: PublicationSummary[] }>()
      ).items.map((p) => p.id)
    const a = await published(city)
    const b = await published(city)
    await post(city.request, `${b.id}/withdraw`, { reason: '撤回' })
    expect(await latest()).toEqual([a.pub])
    const c = await published(city, { corrects: { publicationId: a.pub, reason: '更正' } })
    expect(await latest()).toEqual([c.pub])
    await post(city.request, `${c.id}/withdraw`, { reason: '更正也有误' })
    expect(await latest()).toEqual([])
    expect(await stateOf(city, a.id)).toBe('superseded')
    // What was corrected can be withdrawn too; then nothing tells its numbers, the list of changes neither.
    await post(city.request, `${a.id}/withdraw`, { reason: '一并撤回' })
    expect((await anyone(`publications/${c.pub}/changes`)).status).toBe(410)
  })

  it('leaves a comparison with it unanswered', async () => {
    const [a, b] = [await ready(), await ready({ region: 'csj' })]
    const [one, two] = [await published(a), await published(b)]
    const res = await anyone(`comparison?publications=${one.pub},${two.pub}`)
    expect(res.status).toBe(200)
    // Whoever keeps an answer with numbers keeps it for five seconds.
    for (const kept of [res, await anyone('publications'), await anyone(`publications/${one.pub}`)])
      expect(kept.headers.get('cache-control')).toContain('max-age=5,')
    await post(a.request, `${one.id}/withdraw`, { reason: '撤回' })
    expect((await anyone(`comparison?publications=${one.pub},${two.pub}`)).status).toBe(410)
  })

  it('does not make the guard forget what was public', async () => {
    const city = await mintCity({ areas: 6, framework: true })
    await addValues(
      city,
      Object.fromEntries(
        Object.entries(SMALL_ROWS).map(([period, columns]) => [
          period,
          Object.fromEntries(
            Object.entries(columns).map(([code, values]) => [code, [...values, ...values.map((v) => (v ?? 60) * 1.1)]]),
          ),
        ]),
      ),
    )
    const { id } = await run(city, { periods: ['2023'] })
    expect((await post(city.request, `${id}/publish`)).status).toBe(200)
    await post(city.request, `${id}/withdraw`, { reason: '撤回' })
    const { id: other } = await run(city, { periods: ['2023'], areaCodes: ['A01', 'A02', 'A03', 'A04', 'A05'] })
    const res = await post(city.request, `${other}/publish`)
    expect([res.status, (await res.json<Problem>()).code]).toEqual([409, 'disclosure'])
  })
})

it('a publication carries the newest sealed head of the city’s log', async () => {
  const city = await ready()
  await published(city)
  // Reading the head seals what is new.
  const { size, root, at, keyId, signature } = await (await city.request('audit/head')).json<Record<string, unknown>>()
  expect(size).toBeGreaterThan(1)
  const { pub } = await published(city)
  const { auditHead } = await (await anyone(`publications/${pub}`)).json<Publication>()
  expect(auditHead).toEqual({ size, root, at, keyId, signature })
})
