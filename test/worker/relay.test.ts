import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { hubDb, regionDb } from '../../db/client.ts'
import { relayAll } from '../../worker/jobs/relayAll.ts'
import { relayOutbox } from '../../worker/release/relayOutbox.ts'
import type { RelayContext } from '../../worker/release/kind.types.ts'
import { mintCity, type TestCity } from '../support/worker-city.ts'
import { parkFirstBatch } from '../support/worker-d1.ts'
import { fillSmall, region, run, publicationOf } from '../support/worker-evaluation.ts'
import type { EvaluationSummary } from '../../worker/contract/evaluations.ts'

const broken = (d1: D1Database, key: 'batch', when: 'before' | 'after'): D1Database =>
  new Proxy(d1, {
    get(target, name) {
      if (name === key) {
        return async (statements: D1PreparedStatement[]) => {
          if (when === 'after') await target.batch(statements)
          throw new Error('the connection was lost')
        }
      }
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
const context = (city: TestCity, more: Partial<RelayContext> = {}): RelayContext => ({
  region: city.region,
  hub: city.hub,
  now: () => 1_700_000_000_000,
  ...more,
})
const outbox = (city: TestCity) =>
  region(city)
    .prepare('SELECT relayed_at AS relayedAt, attempts, last_error AS lastError FROM outbox WHERE tenant_id = ?')
    .bind(city.tenantId)
    .first<{ relayedAt: number | null; attempts: number; lastError: string | null }>()
const inHub = (city: TestCity) =>
  env.HUB.prepare(`SELECT (SELECT count(*) FROM publications WHERE city_id = ?1) AS publications, (SELECT count(*) FROM release_values WHERE city_id = ?1) AS "values",
  (SELECT count(*) FROM publication_documents WHERE publication_id IN (SELECT id FROM publications WHERE city_id = ?1)) AS parts, (SELECT count(*) FROM hub_audit WHERE organisation_id = ?1) AS audit`)
    .bind(city.tenantId)
    .first()
const WHOLE = { publications: 1, values: 2, parts: 4, audit: 1 }
const NOTHING = { publications: 0, values: 0, parts: 0, audit: 0 }

/** Published in the region, while the hub could not be reached. */
async function stranded(code: 'jjj' | 'csj' | 'gba' = 'jjj'): Promise<{ city: TestCity; evaluationId: string }> {
  const city = await mintCity({ areas: 3, framework: true, region: code })
  await fillSmall(city)
  const { id } = await run(city)
  const res = await city.request(`evaluations/${id}/publish`, {
    method: 'POST',
    env: { ...env, HUB: broken(env.HUB, 'batch', 'before') },
  })
  expect(res.status).toBe(200)
  return { city, evaluationId: id }
}

const only = async (c: TestCity) => {
  const row = await region(c)
    .prepare('SELECT id FROM outbox WHERE tenant_id = ?')
    .bind(c.tenantId)
    .first<{ id: string }>()
  return { only: { tenantId: c.tenantId, id: row?.id ?? '' } }
}

describe('the relay', () => {
  it('leaves a published evaluation waiting when the hub is away, says why, and carries it later', async () => {
    const { city, evaluationId } = await stranded()
    expect(await outbox(city)).toEqual({ relayedAt: null, attempts: 1, lastError: 'the connection was lost' })
    expect(await inHub(city)).toEqual(NOTHING)
    expect(await (await city.request(`evaluations/${evaluationId}`)).json<EvaluationSummary>()).toMatchObject({
      state: 'published',
      publicationId: null,
    })
    expect(await relayOutbox(context(city))).toEqual({ relayed: 1, failed: 0 })
    expect(await inHub(city)).toEqual(WHOLE)
    expect(await outbox(city)).toEqual({ relayedAt: 1_700_000_000_000, attempts: 2, lastError: null })
    expect(await (await city.request(`evaluations/${evaluationId}`)).json<EvaluationSummary>()).toMatchObject({
      publicationId: await publicationOf(city, evaluationId),
    })
  })

  it('does nothing when run again', async () => {
    const { city } = await stranded()
    await relayOutbox(context(city))
    expect(await relayOutbox(context(city))).toEqual({ relayed: 0, failed: 0 })
    expect(await inHub(city)).toEqual(WHOLE)
    expect((await outbox(city))?.attempts).toBe(2)
  })

  it('survives a crash after the hub has the rows and before the region knows', async () => {
    const { city } = await stranded()
    await expect(
      relayOutbox(context(city, { region: regionDb(broken(region(city), 'batch', 'before')) })),
    ).rejects.toThrow('connection')
    expect(await inHub(city)).toEqual(WHOLE)
    expect((await outbox(city))?.relayedAt).toBeNull()
    expect(await relayOutbox(context(city))).toEqual({ relayed: 1, failed: 0 })
    expect(await inHub(city)).toEqual(WHOLE)
  })

  it('survives a hub that writes and then does not answer', async () => {
    const { city } = await stranded()
    expect(await relayOutbox(context(city, { hub: hubDb(broken(env.HUB, 'batch', 'after')) }))).toEqual({
      relayed: 0,
      failed: 1,
    })
    expect(await relayOutbox(context(city))).toEqual({ relayed: 1, failed: 0 })
    expect(await inHub(city)).toEqual(WHOLE)
  })

  it('may run twice at once', async () => {
    const { city } = await stranded()
    const parked = parkFirstBatch('HUB', 'insert into "publications"')
    const slow = relayOutbox(context(city, { hub: hubDb(parked.env.HUB) }))
    await parked.reached
    expect(await relayOutbox(context(city))).toEqual({ relayed: 1, failed: 0 })
    parked.release()
    expect(await slow).toEqual({ relayed: 1, failed: 0 })
    expect(await inHub(city)).toEqual(WHOLE)
    expect((await outbox(city))?.attempts).toBe(2)
  })

  it('writes all of a publication or nothing of it', async () => {
    const { city } = await stranded()
    const half = new Proxy(env.HUB, {
      get(target, key) {
        if (key === 'batch')
          return (statements: D1PreparedStatement[]) =>
            target.batch([
              ...statements.slice(0, 3),
              target.prepare('SELECT * FROM no_such_table'),
              ...statements.slice(3),
            ])
        const value: unknown = Reflect.get(target, key)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
    expect(await relayOutbox(context(city, { hub: hubDb(half) }))).toEqual({ relayed: 0, failed: 1 })
    expect(await inHub(city)).toEqual(NOTHING)
    await relayOutbox(context(city))
    expect(await inHub(city)).toEqual(WHOLE)
  })

  it('refuses to file a publication under an id that another one holds', async () => {
    const { city } = await stranded()
    const other = await stranded()
    await relayOutbox(context(other.city), await only(other.city))
    await region(city)
      .prepare("UPDATE outbox SET payload = json_set(payload, '$.publication.id', ?) WHERE tenant_id = ?")
      .bind(await publicationOf(other.city, other.evaluationId), city.tenantId)
      .run()
    expect(await relayOutbox(context(city), await only(city))).toEqual({ relayed: 0, failed: 1 })
    expect(await inHub(city)).toEqual(NOTHING)
    expect(await inHub(other.city)).toEqual(WHOLE)
  })

  it('is not held up by a row it cannot carry', async () => {
    const { city } = await stranded('gba')
    await region(city).batch(
      Array.from({ length: 3 }, (_, i) =>
        region(city)
          .prepare(
            "INSERT INTO outbox (tenant_id, id, kind, payload, created_at) VALUES ('org_none', ?, 'unknown', '{}', 0)",
          )
          .bind(`out_bad${i}`),
      ),
    )
    expect(await relayOutbox(context(city), { limit: 2 })).toEqual({ relayed: 0, failed: 2 })
    // Those tried least go first, so the good one is reached although there are always more bad ones than places.
    for (let round = 0; round < 3; round += 1) await relayOutbox(context(city), { limit: 2 })
    expect(await inHub(city)).toEqual(WHOLE)
    expect(
      await region(city)
        .prepare("SELECT count(*) AS n FROM outbox WHERE tenant_id = 'org_none' AND relayed_at IS NULL")
        .first('n'),
    ).toBe(3)
  })

  it('goes through every region by the clock, past one that is down', async () => {
    const [a, b] = [await stranded('csj'), await stranded('gba')]
    await relayAll({ ...env, REGION_JJJ: broken(env.REGION_JJJ, 'batch', 'before') })
    expect([await inHub(a.city), await inHub(b.city)]).toEqual([WHOLE, WHOLE])
  })
})
