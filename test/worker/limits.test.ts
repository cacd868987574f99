/** What a city may hold, what of it is listed, what goes by itself and what never goes. */
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { sweep } from '../../worker/jobs/sweep.ts'
import { STAGED_LIMITS } from '../../worker/contract/importLimits.ts'
import { mintCity, type TestCity } from '../support/worker-city.ts'
import { parkFirstBatch } from '../support/worker-d1.ts'
import { fillSmall, region, run, publicationOf } from '../support/worker-evaluation.ts'
import { SMALL_FRAMEWORK } from '../support/worker-framework.ts'
import type { Env } from '../../worker/env.ts'
import type { ImportRecord } from '../../worker/contract/imports.ts'
import type { Problem } from '../../worker/contract/wire.ts'

const DAY_MS = 24 * 3600 * 1000
const stage = (city: TestCity, name = 'a.csv', where: Env = env) =>
  city.request(`imports?fileName=${name}`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv', 'accept-language': 'en' },
    body: '地区代码,时期,doctors\nA01,2023,5\n',
    env: where,
  })
/** Staged by somebody before, the oldest first. */
async function stageMany(city: TestCity, count: number): Promise<void> {
  const d1 = region(city)
  await d1.batch(
    Array.from({ length: count }, (_, i) => [
      d1
        .prepare(
          "INSERT INTO imports (tenant_id, id, file_name, file_digest, size_bytes, encoding, layout, state, row_count, value_count, missing_count, problem_count, summary, created_by, created_at) VALUES (?, ?, ?, 'sha256:0', 1, 'utf-8', 'long', 'ready', 1, 1, 0, 0, '{}', 'test', ?)",
        )
        .bind(city.tenantId, `imp_old${i}`, `old-${i}.csv`, 1000 + i),
      d1
        .prepare('INSERT INTO import_chunks (tenant_id, import_id, seq, body) VALUES (?, ?, 0, ?)')
        .bind(city.tenantId, `imp_old${i}`, '{}'),
    ]).flat(),
  )
}
const staged = (city: TestCity) =>
  region(city)
    .prepare(
      "SELECT (SELECT count(*) FROM imports WHERE tenant_id = ?1 AND state = 'ready') AS ready, (SELECT count(*) FROM import_chunks WHERE tenant_id = ?1) AS chunks",
    )
    .bind(city.tenantId)
    .first<{ ready: number; chunks: number }>()

describe('staged imports', () => {
  it('are refused beyond the number a city may hold, with the oldest by name and the way out', async () => {
    const city = await mintCity({ areas: 1, framework: true })
    await stageMany(city, STAGED_LIMITS.count)
    const res = await stage(city)
    expect(res.status).toBe(409)
    const problem = await res.json<Problem>()
    expect(problem).toMatchObject({ code: 'limit-reached', detail: expect.stringMatching(/discard/) as unknown })
    expect(problem.errors?.[0]).toMatchObject({ path: 'imports/imp_old0', code: 'staged' })
    expect(problem.errors?.[0]?.message).toContain('old-0.csv')
    expect((await city.request('imports/imp_old0', { method: 'DELETE' })).status).toBe(204)
    expect((await stage(city)).status).toBe(201)
  })

  it('are refused beyond the bytes, and nothing of the refused one stays', async () => {
    const city = await mintCity({ areas: 1, framework: true })
    await stageMany(city, 1)
    await region(city)
      .prepare(
        `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 36)
        INSERT INTO import_chunks (tenant_id, import_id, seq, body) SELECT ?, 'imp_old0', i, '"' || hex(zeroblob(950000)) || '"' FROM n`,
      )
      .bind(city.tenantId)
      .run()
    const before = await staged(city)
    expect((await stage(city)).status).toBe(409)
    expect(await staged(city)).toEqual(before)
  })

  it('do not pass the limit two at once', async () => {
    const city = await mintCity({ areas: 1, framework: true })
    await stageMany(city, STAGED_LIMITS.count - 1)
    const parked = parkFirstBatch('REGION_JJJ', 'insert into "imports"')
    const slow = stage(city, 'slow.csv', parked.env)
    await parked.reached
    expect((await stage(city, 'fast.csv')).status).toBe(201)
    parked.release()
    expect((await slow).status).toBe(409)
    expect((await staged(city))?.ready).toBe(STAGED_LIMITS.count)
  })

  it('hold up no file with errors, which stages nothing', async () => {
    const city = await mintCity({ areas: 1, framework: true })
    await stageMany(city, STAGED_LIMITS.count - 1)
    const res = await city.request('imports', {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: '地区代码,时期,doctors\n无此地区,2023,5\n',
    })
    expect([res.status, (await res.json<ImportRecord>()).state]).toEqual([201, 'rejected'])
  })

  it('are discarded after a week by the clock, with a row in the audit log', async () => {
    const city = await mintCity({ areas: 1, framework: true })
    const { id } = await (await stage(city)).json<ImportRecord>()
    await sweep(env, Date.now() + 6 * DAY_MS)
    expect(await staged(city)).toMatchObject({ ready: 1, chunks: 1 })
    await sweep(env, Date.now() + (STAGED_LIMITS.days + 1) * DAY_MS)
    expect(await staged(city)).toEqual({ ready: 0, chunks: 0 })
    expect(await (await city.request(`imports/${id}`)).json()).toMatchObject({ state: 'discarded' })
    const { items } = await (await city.request('audit')).json<{ items: { actor: string; action: string }[] }>()
    expect(items[0]).toMatchObject({ actor: 'system:sweep', action: 'import.expire', target: id })
  })
})

describe('lists', () => {
  it('of keys go on beyond any number, newest first, each key once', async () => {
    const city = await mintCity()
    await env.HUB.batch(
      Array.from({ length: 230 }, (_, i) =>
        env.HUB.prepare(
          "INSERT INTO api_keys (id, organisation_id, name, prefix, hash, scopes, created_at) VALUES (?, ?, 'k', 'jh_live_xxxx', ?, '[]', ?)",
        ).bind(`key_${city.tenantId}_${i}`, city.tenantId, `${city.tenantId}${i}`, 1000 + Math.floor(i / 7)),
      ),
    )
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const path: string = `/api/v1/organisations/${city.organisation.slug}/keys?limit=100${cursor === '' ? '' : `&cursor=${cursor}`}`
      const page: { items: { id: string }[]; nextCursor: string | null } = await (await city.request(path)).json()
      seen.push(...page.items.map((k) => k.id))
      cursor = page.nextCursor
    }
    // The city's own key and the 230.
    expect([seen.length, new Set(seen).size]).toEqual([231, 231])
    expect((await city.request(`/api/v1/organisations/${city.organisation.slug}/keys?cursor=no-cursor`)).status).toBe(
      422,
    )
  })

  it('of frameworks are whole, because a city holds at most 200', async () => {
    const city = await mintCity({ framework: true })
    const d1 = region(city)
    await d1
      .prepare(
        `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 199)
        INSERT INTO frameworks (tenant_id, id, name, version, created_by, created_at, updated_at) SELECT ?, 'fw_' || i, 'x', 1, 'test', 1, 1 FROM n`,
      )
      .bind(city.tenantId)
      .run()
    const res = await city.request('frameworks', { method: 'POST', json: { name: '又一个', body: SMALL_FRAMEWORK } })
    expect([res.status, await res.json()]).toMatchObject([409, { code: 'limit-reached' }])
  })
})

describe('what was published', () => {
  it('cannot be deleted from the hub, nor its values changed, unless it was withdrawn', async () => {
    const city = await mintCity({ areas: 3, framework: true })
    await fillSmall(city)
    const { id } = await run(city)
    expect((await city.request(`evaluations/${id}/publish`, { method: 'POST' })).status).toBe(200)
    const publication = await publicationOf(city, id)
    const attempt = (statement: string) => env.HUB.prepare(statement).bind(publication).run()
    await expect(attempt('DELETE FROM release_values WHERE release_id = ?')).rejects.toThrow('are kept')
    await expect(attempt('UPDATE release_values SET value = 1 WHERE release_id = ?')).rejects.toThrow('immutable')
    await expect(attempt('DELETE FROM publication_documents WHERE publication_id = ?')).rejects.toThrow('are kept')
    await expect(attempt('UPDATE publications SET headline_score = NULL WHERE id = ?')).rejects.toThrow('immutable')
    await expect(attempt('DELETE FROM publications WHERE id = ?')).rejects.toThrow('are kept')
    await expect(attempt('DELETE FROM releases WHERE id = ?')).rejects.toThrow('are kept')
    const withdraw = await city.request(`evaluations/${id}/withdraw`, { method: 'POST', json: { reason: '数据有误' } })
    expect(withdraw.status, await withdraw.clone().text()).toBe(200)
    await expect(attempt("UPDATE publications SET title = 'x' WHERE id = ?")).rejects.toThrow('immutable')
    await expect(attempt('UPDATE publications SET headline_score = 1 WHERE id = ?')).rejects.toThrow('immutable')
    await expect(attempt('DELETE FROM release_withdrawals WHERE release_id = ?')).rejects.toThrow('are kept')
  })
})
