import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { createApp } from '../support/worker-app.ts'
import { mintOrganisation, mintPerson, type Credential } from '../support/worker-actors.ts'
import { relayAll } from '../../worker/jobs/relayAll.ts'
import { sweep } from '../../worker/jobs/sweep.ts'
import { mintCity, type TestCity } from '../support/worker-city.ts'
import { loseAnswerOfBatch, parkFirstBatch, stopAfterBatch } from '../support/worker-d1.ts'
import { fillSmall, region, publicationOf } from '../support/worker-evaluation.ts'
import { SMALL_FRAMEWORK } from '../support/worker-framework.ts'
import type { Env } from '../../worker/env.ts'

const app = createApp()
const organisation = (slug: string) => ({
  kind: 'group',
  slug,
  name: '联合组',
  owner: { email: `${slug}@example.test`, name: '甲', password: 'long-enough-password' },
})

async function post(actor: Credential, path: string, key: string, body: unknown, where: Env = env): Promise<Response> {
  const ctx = createExecutionContext()
  const res = await app.request(
    path,
    {
      method: 'POST',
      headers: { ...actor, 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
    },
    where,
    ctx,
  )
  await waitOnExecutionContext(ctx)
  return res
}
const operatorOf = async (): Promise<Credential> => mintPerson((await mintOrganisation('operator')).id, 'operator')
const PATH = '/api/v1/operator/organisations'

describe('Idempotency-Key', () => {
  it('answers a repeat with the first answer and acts once', async () => {
    const actor = await operatorOf()
    const first = await post(actor, PATH, 'k1', organisation('idem-one'))
    const again = await post(actor, PATH, 'k1', organisation('idem-one'))
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect(await again.json()).toEqual(await first.json())
    const count = await env.HUB.prepare("SELECT count(*) AS n FROM organisations WHERE slug = 'idem-one'").first<{
      n: number
    }>()
    expect(count?.n).toBe(1)
  })

  it('refuses the same key for another request', async () => {
    const actor = await operatorOf()
    await post(actor, PATH, 'k2', organisation('idem-two'))
    const other = await post(actor, PATH, 'k2', organisation('idem-three'))
    expect(other.status).toBe(422)
    expect(await other.json()).toMatchObject({ errors: [{ path: 'Idempotency-Key', code: 'key-reused' }] })
  })

  it('keeps no problem: a mended request may use the key again', async () => {
    const actor = await operatorOf()
    expect((await post(actor, PATH, 'k3', { ...organisation('idem-four'), name: '' })).status).toBe(422)
    expect((await post(actor, PATH, 'k3', organisation('idem-four'))).status).toBe(201)
  })

  it('lets one of two equal requests at once proceed', async () => {
    const actor = await operatorOf()
    const both = await Promise.all([
      post(actor, PATH, 'k4', organisation('idem-five')),
      post(actor, PATH, 'k4', organisation('idem-five')),
    ])
    expect(both.map((r) => r.status).filter((s) => s === 201).length).toBeGreaterThanOrEqual(1)
    const count = await env.HUB.prepare("SELECT count(*) AS n FROM organisations WHERE slug = 'idem-five'").first<{
      n: number
    }>()
    expect(count?.n).toBe(1)
  })

  it('separates actors and never stores a new API key', async () => {
    const city = await mintOrganisation('city')
    const owner = await mintPerson(city.id, 'owner')
    const path = `/api/v1/organisations/${city.slug}/keys`
    const body = { name: '脚本', scopes: ['data:read'] }
    const first = await post(owner, path, 'k5', body)
    expect(first.status).toBe(201)
    const kept = await env.HUB.prepare("SELECT count(*) AS n FROM idempotency_keys WHERE key = 'k5'").first<{
      n: number
    }>()
    expect(kept?.n).toBe(0)
    const other = await mintPerson(city.id, 'owner')
    expect((await post(other, path, 'k5', body)).status).toBe(201)
  })

  it('refuses a key that is no token', async () => {
    expect((await post(await operatorOf(), PATH, 'x'.repeat(201), organisation('idem-six'))).status).toBe(422)
  })
})

describe('behind the door', () => {
  it('gives no kept answer to somebody who may no longer enter', async () => {
    const city = await mintCity({ areas: 3, framework: true })
    const evaluate = () =>
      city.request('areas/csv', {
        method: 'POST',
        headers: { 'idempotency-key': 'k7', 'content-type': 'text/csv' },
        body: '代码,名称\nZ1,新区\n',
      })
    expect((await evaluate()).status).toBe(201)
    expect((await evaluate()).headers.get('idempotency-replayed')).toBe('true')
    await env.HUB.prepare("UPDATE memberships SET role = 'viewer' WHERE user_id = ?").bind(city.userId).run()
    expect((await evaluate()).status).toBe(403)
    await env.HUB.prepare('DELETE FROM memberships WHERE user_id = ?').bind(city.userId).run()
    expect((await evaluate()).status).toBe(404)
  })

  it('tells two files of one length apart', async () => {
    const city = await mintCity()
    const send = (code: string) =>
      city.request('areas/csv', {
        method: 'POST',
        headers: { 'idempotency-key': 'k8', 'content-type': 'text/csv' },
        body: `代码,名称\n${code},新区\n`,
      })
    expect((await send('Z1')).status).toBe(201)
    expect((await send('Z2')).status).toBe(422)
  })

  it('stores nothing that a password could be guessed from', async () => {
    const actor = await operatorOf()
    await post(actor, PATH, 'k9', organisation('idem-nine'))
    const other = {
      ...organisation('idem-nine'),
      owner: { ...organisation('idem-nine').owner, password: 'another-long-password' },
    }
    expect((await post(actor, PATH, 'k9', other)).headers.get('idempotency-replayed')).toBe('true')
    const before = await env.HUB.prepare('SELECT count(*) AS n FROM idempotency_keys').first('n')
    await post(actor, '/api/v1/session', 'k10', { email: 'nobody@example.test', password: 'wrong-password' })
    await post(actor, '/api/v1/compute/indices', 'k10', { values: [1, 2] })
    expect(await env.HUB.prepare('SELECT count(*) AS n FROM idempotency_keys').first('n')).toBe(before)
  })

  it('reads a body sent in chunks, of which nobody says the length', async () => {
    const city = await mintCity()
    const bytes = new TextEncoder().encode(JSON.stringify({ name: '本市框架', body: SMALL_FRAMEWORK }))
    const send = () =>
      city.request('frameworks', {
        method: 'POST',
        headers: { 'idempotency-key': 'k11', 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
        body: new Blob([bytes]).stream(),
      })
    expect([(await send()).status, (await send()).status]).toEqual([201, 201])
    expect((await (await city.request('frameworks')).json<{ items: unknown[] }>()).items).toHaveLength(1)
  })

  it('acts once where the answer is large, too', async () => {
    const city = await mintCity({ framework: true })
    const areas = Array.from({ length: 3300 }, (_, i) => `V${i},${'村'.repeat(90)},${'v'.repeat(140)}`).join('\n')
    const staged = await (
      await city.request('areas/csv', {
        method: 'POST',
        headers: { 'content-type': 'text/csv' },
        body: `代码,名称,英文名\n${areas}\n`,
      })
    ).json<{ id: string }>()
    expect((await city.request(`imports/${staged.id}/commit`, { method: 'POST' })).status).toBe(200)
    const csv = `地区代码,时期,doctors\n${Array.from({ length: 3300 }, (_, i) => `V${i},2024,${1 + (i % 7)}`).join('\n')}\n`
    const { id } = await (
      await city.request('imports', { method: 'POST', headers: { 'content-type': 'text/csv' }, body: csv })
    ).json<{ id: string }>()
    expect((await city.request(`imports/${id}/commit`, { method: 'POST' })).status).toBe(200)
    const run = () =>
      city.request('evaluations', {
        method: 'POST',
        headers: { 'idempotency-key': 'k12' },
        json: { title: '大', frameworkId: city.frameworkId, periods: ['2024'] },
      })
    const first = await run()
    expect(first.status).toBe(201)
    expect((await first.arrayBuffer()).byteLength).toBeGreaterThan(1_500_000)
    const again = await run()
    expect([again.status, again.headers.get('location')]).toEqual([201, first.headers.get('location')])
    expect((await again.arrayBuffer()).byteLength).toBeGreaterThan(1_500_000)
    expect((await (await city.request('evaluations')).json<{ items: unknown[] }>()).items).toHaveLength(1)
  })
})

type Act = (city: TestCity, key: string, env?: Env) => Promise<Response>

const runOnce: Act = (city, key, where) =>
  city.request('evaluations', {
    method: 'POST',
    headers: { 'idempotency-key': key },
    json: { title: '一次', frameworkId: city.frameworkId, periods: ['2024'] },
    ...(where === undefined ? {} : { env: where }),
  })
const count = async (city: TestCity, table: 'evaluations' | 'imports' | 'frameworks' | 'audit'): Promise<number> =>
  (await region(city)
    .prepare(`SELECT count(*) AS n FROM ${table} WHERE tenant_id = ?`)
    .bind(city.tenantId)
    .first<number>('n')) ?? 0
const evaluable = async (): Promise<TestCity> => {
  const city = await mintCity({ areas: 3, framework: true })
  await fillSmall(city)
  return city
}
/** The process dies right after the region's first batch: nothing reaches any database any more. */
const dyingRegion = (city: TestCity): Env => {
  const { env: stopped, d1 } = stopAfterBatch(region(city))
  return { ...env, REGION_JJJ: d1, HUB: stopped(env.HUB) }
}

const csv = (key: string, where?: Env) => ({
  method: 'POST',
  headers: { 'idempotency-key': key, 'content-type': 'text/csv' },
  body: '地区代码,时期,doctors\nA01,2023,5\n',
  ...(where === undefined ? {} : { env: where }),
})

const shape = async (res: Response) => Object.keys(await res.json<object>()).toSorted()

describe('after a crash', () => {
  it('finds what a run did that died right after its commit', async () => {
    const city = await evaluable()
    const before = await count(city, 'audit')
    expect((await runOnce(city, 'c1', dyingRegion(city))).status).toBeGreaterThanOrEqual(500)
    expect(await count(city, 'evaluations')).toBe(1)
    const again = await runOnce(city, 'c1')
    expect(again.status).toBe(201)
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    const body = await again.json<{ id: string }>()
    expect(again.headers.get('location')).toBe(`/api/v1/cities/${city.organisation.slug}/evaluations/${body.id}`)
    expect(await (await city.request(`evaluations/${body.id}`)).json()).toEqual(body)
    expect([await count(city, 'evaluations'), (await count(city, 'audit')) - before]).toEqual([1, 1])
  })

  it('answers at once where the database did its work and only its answer was lost', async () => {
    const city = await evaluable()
    const res = await runOnce(city, 'c2', { ...env, REGION_JJJ: loseAnswerOfBatch(region(city)) })
    expect([res.status, await count(city, 'evaluations')]).toEqual([201, 1])
  })

  it('acts where the process died before the commit', async () => {
    const city = await evaluable()
    const parked = parkFirstBatch('REGION_JJJ', 'insert into "evaluations"')
    void runOnce(city, 'c3', parked.env)
    await parked.reached
    const res = await runOnce(city, 'c3')
    expect([res.status, res.headers.get('idempotency-replayed')]).toEqual([201, null])
    parked.release()
  })

  it.each([
    [
      'an upload',
      (city: TestCity, key: string, where?: Env) => city.request('imports?fileName=a.csv', csv(key, where)),
    ],
    [
      'a tree',
      (city: TestCity, key: string, where?: Env) =>
        city.request('frameworks', {
          method: 'POST',
          headers: { 'idempotency-key': key },
          json: { name: '本市框架', body: SMALL_FRAMEWORK },
          ...(where === undefined ? {} : { env: where }),
        }),
    ],
    [
      'areas',
      (city: TestCity, key: string, where?: Env) =>
        city.request('areas/csv', {
          ...csv(key, where),
          body: '代码,名称\nZ1,新区\nZ2,老区\n',
        }),
    ],
  ] as const)('repeats the answer to %s', async (_, act) => {
    const [city, twin] = [await evaluable(), await evaluable()]
    const plain = await act(twin, 'c4')
    expect((await act(city, 'c4', dyingRegion(city))).status).toBeGreaterThanOrEqual(500)
    const written = await count(city, 'audit')
    const again = await act(city, 'c4')
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([plain.status, 'true'])
    expect(again.headers.has('location')).toBe(plain.headers.has('location'))
    expect(await shape(again)).toEqual(await shape(plain))
    expect(await count(city, 'audit')).toBe(written)
  })

  it('says so when what was made has been deleted since', async () => {
    const city = await evaluable()
    const { id } = await (await runOnce(city, 'c5')).json<{ id: string }>()
    expect((await city.request(`evaluations/${id}`, { method: 'DELETE' })).status).toBe(204)
    const again = await runOnce(city, 'c5')
    expect([again.status, await again.json()]).toMatchObject([409, { code: 'already-done', detail: id }])
  })

  it('publishes and writes an import once, and repeats the answer', async () => {
    const city = await evaluable()
    const { id } = await (await runOnce(city, 'c6')).json<{ id: string }>()
    const publish = (where?: Env) =>
      city.request(`evaluations/${id}/publish`, {
        method: 'POST',
        headers: { 'idempotency-key': 'c7' },
        ...(where === undefined ? {} : { env: where }),
      })
    expect((await publish(dyingRegion(city))).status).toBeGreaterThanOrEqual(500)
    const again = await publish()
    expect([again.status, await again.json()]).toMatchObject([200, { id, state: 'published' }])
    // Nobody carried it on: the clock does.
    await relayAll(env)
    expect((await city.request(`/api/v1/publications/${await publicationOf(city, id)}`, { as: 'nobody' })).status).toBe(
      200,
    )
  })

  it('makes an organisation once in the hub', async () => {
    const actor = await operatorOf()
    const { d1 } = stopAfterBatch(env.HUB)
    expect((await post(actor, PATH, 'c8', organisation('idem-crash'), { ...env, HUB: d1 })).status).toBe(500)
    const again = await post(actor, PATH, 'c8', organisation('idem-crash'))
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 'true'])
    expect(await again.json()).toMatchObject({ slug: 'idem-crash' })
  })
})

describe('two at once', () => {
  it('of a city do one act and get one answer', async () => {
    const city = await evaluable()
    const parked = parkFirstBatch('REGION_JJJ', 'insert into "evaluations"')
    const slow = runOnce(city, 'd1', parked.env)
    await parked.reached
    const fast = await runOnce(city, 'd1')
    parked.release()
    const late = await slow
    expect([fast.status, late.status, late.headers.get('idempotency-replayed')]).toEqual([201, 201, 'true'])
    expect(late.headers.get('location')).toBe(fast.headers.get('location'))
    expect(await late.json()).toEqual(await fast.json())
    expect(await count(city, 'evaluations')).toBe(1)
  })
  it('with different bodies: the later one is told that the key is taken', async () => {
    const city = await evaluable()
    const parked = parkFirstBatch('REGION_JJJ', 'insert into "evaluations"')
    const slow = runOnce(city, 'd2', parked.env)
    await parked.reached
    const other = await city.request('areas/csv', { ...csv('d2'), body: '代码,名称\nZ9,新区\n' })
    parked.release()
    expect([other.status, (await slow).status, await count(city, 'evaluations')]).toEqual([201, 422, 0])
  })
})

describe('the sweep', () => {
  it('forgets keys of yesterday in the hub and in every region, and a key of yesterday may be used anew before', async () => {
    const city = await evaluable()
    await runOnce(city, 's1')
    await region(city).prepare("UPDATE idempotency_keys SET created_at = 0 WHERE key = 's1'").run()
    expect((await runOnce(city, 's1')).headers.has('idempotency-replayed')).toBe(false)
    expect(await count(city, 'evaluations')).toBe(2)
    await sweep(env, Date.now() + 25 * 3600 * 1000)
    expect(await region(city).prepare('SELECT count(*) AS n FROM idempotency_keys').first('n')).toBe(0)
    expect(await env.HUB.prepare('SELECT count(*) AS n FROM idempotency_keys').first('n')).toBe(0)
  })
})
