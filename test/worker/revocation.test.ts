/** A credential that is over is over: at once where it was ended and for every write, within five seconds for reads answered from memory. */
import { afterEach, expect, it, vi } from 'vitest'
import { env } from 'cloudflare:workers'
import { countTrips } from '../support/worker-d1.ts'
import { mintCity } from '../support/worker-city.ts'
import type { CreatedApiKey } from '../../worker/contract/keys.ts'

afterEach(() => void vi.useRealTimers())
const later = (ms: number): void => void vi.setSystemTime(Date.now() + ms)

it('asks the hub once for a burst of reads, and again for every write', async () => {
  const city = await mintCity({ areas: 2 })
  const counted = countTrips()
  for (let i = 0; i < 3; i += 1) expect((await city.request('areas', { env: counted.env })).status).toBe(200)
  expect(counted.trips()).toEqual({ hub: 1, region: 3 })
  await city.request('areas', { method: 'PUT', json: { areas: [] }, env: counted.env })
  await city.request('areas', { method: 'PUT', json: { areas: [] }, env: counted.env })
  expect(counted.trips().hub).toBe(3)
})

it.each(['session', 'key'] as const)(
  'ends a %s that was ended elsewhere: for writes at once, for reads in five seconds',
  async (as) => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const city = await mintCity({ areas: 2 })
    const read = async (): Promise<number> => (await city.request('areas', { as })).status
    expect(await read()).toBe(200)
    await env.HUB.batch([
      env.HUB.prepare('DELETE FROM sessions WHERE user_id = ?').bind(city.userId),
      env.HUB.prepare('UPDATE api_keys SET revoked_at = 1 WHERE organisation_id = ?').bind(city.tenantId),
    ])
    expect((await city.request('areas', { as, method: 'PUT', json: { areas: [] } })).status).toBe(401)
    later(5_000)
    expect(await read()).toBe(401)
  },
)

it('never remembers a refusal', async () => {
  const city = await mintCity({ areas: 2 })
  const suspend = (status: string) =>
    env.HUB.prepare('UPDATE organisations SET status = ? WHERE id = ?').bind(status, city.tenantId).run()
  await suspend('suspended')
  expect((await city.request('areas', { as: 'key' })).status).toBe(401)
  await suspend('active')
  expect((await city.request('areas', { as: 'key' })).status).toBe(200)
})

it('ends a key and a session at once where they are ended', async () => {
  const city = await mintCity({ areas: 2 })
  const keys = `/api/v1/organisations/${city.organisation.slug}/keys`
  const created = await (
    await city.request(keys, { method: 'POST', json: { name: '脚本', scopes: ['data:read'] } })
  ).json<CreatedApiKey>()
  const withKey = async (): Promise<number> =>
    (await city.request('areas', { as: 'nobody', headers: { authorization: `Bearer ${created.key}` } })).status
  expect([await withKey(), await withKey()]).toEqual([200, 200])
  expect((await city.request(`${keys}/${created.apiKey.id}`, { method: 'DELETE' })).status).toBe(204)
  expect(await withKey()).toBe(401)
  expect((await city.request('areas')).status).toBe(200)
  expect((await city.request('/api/v1/session', { method: 'DELETE' })).status).toBe(204)
  expect((await city.request('areas')).status).toBe(401)
})
