import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { createApp } from '../../worker/app.ts'
import { mintOrganisation, mintPerson, type Credential } from '../support/worker-actors.ts'
import { mintCity } from '../support/worker-city.ts'
import { SMALL_FRAMEWORK } from '../support/worker-framework.ts'

const app = createApp()
const organisation = (slug: string) => ({
  kind: 'group',
  slug,
  name: '联合组',
  owner: { email: `${slug}@example.test`, name: '甲', password: 'long-enough-password' },
})

async function post(actor: Credential, path: string, key: string, body: unknown): Promise<Response> {
  const ctx = createExecutionContext()
  const res = await app.request(
    path,
    {
      method: 'POST',
      headers: { ...actor, 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
    },
    env,
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
    expect((await evaluate()).status).toBe(200)
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
    expect((await send('Z1')).status).toBe(200)
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

  it('acts once even where the answer is too large to be kept', async () => {
    const city = await mintCity({ framework: true })
    const areas = Array.from({ length: 3300 }, (_, i) => `V${i},${'村'.repeat(90)},${'v'.repeat(140)}`).join('\n')
    expect(
      (
        await city.request('areas/csv', {
          method: 'POST',
          headers: { 'content-type': 'text/csv' },
          body: `代码,名称,英文名\n${areas}\n`,
        })
      ).status,
    ).toBe(200)
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
    expect([again.status, await again.json()]).toMatchObject([
      409,
      { code: 'already-done', detail: expect.stringContaining('/evaluations/ev_') as unknown },
    ])
    expect((await (await city.request('evaluations')).json<{ items: unknown[] }>()).items).toHaveLength(1)
  })
})
