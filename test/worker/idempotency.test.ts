import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { createApp } from '../../worker/app.ts'
import { mintOrganisation, mintPerson, type Credential } from '../support/worker-actors.ts'

const app = createApp()
const organisation = (slug: string) => ({ kind: 'group', slug, name: '联合组', owner: { email: `${slug}@example.test`, name: '甲', password: 'long-enough-password' } })

async function post(actor: Credential, path: string, key: string, body: unknown): Promise<Response> {
  const ctx = createExecutionContext()
  const res = await app.request(path, { method: 'POST', headers: { ...actor, 'content-type': 'application/json', 'idempotency-key': key }, body: JSON.stringify(body) }, env, ctx)
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
    const count = await env.HUB.prepare("SELECT count(*) AS n FROM organisations WHERE slug = 'idem-one'").first<{ n: number }>()
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
    const both = await Promise.all([post(actor, PATH, 'k4', organisation('idem-five')), post(actor, PATH, 'k4', organisation('idem-five'))])
    expect(both.map((r) => r.status).filter((s) => s === 201).length).toBeGreaterThanOrEqual(1)
    const count = await env.HUB.prepare("SELECT count(*) AS n FROM organisations WHERE slug = 'idem-five'").first<{ n: number }>()
    expect(count?.n).toBe(1)
  })

  it('separates actors and never stores a new API key', async () => {
    const city = await mintOrganisation('city')
    const owner = await mintPerson(city.id, 'owner')
    const path = `/api/v1/organisations/${city.slug}/keys`
    const body = { name: '脚本', scopes: ['data:read'] }
    const first = await post(owner, path, 'k5', body)
    expect(first.status).toBe(201)
    const kept = await env.HUB.prepare("SELECT count(*) AS n FROM idempotency_keys WHERE key = 'k5'").first<{ n: number }>()
    expect(kept?.n).toBe(0)
    const other = await mintPerson(city.id, 'owner')
    expect((await post(other, path, 'k5', body)).status).toBe(201)
  })

  it('refuses a key that is no token', async () => {
    expect((await post(await operatorOf(), PATH, 'x'.repeat(201), organisation('idem-six'))).status).toBe(422)
  })
})
