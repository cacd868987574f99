/** The process is killed before or after any write on the way of a release, or the relay in any step: nothing is lost, nothing is doubled. */
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { REGIONS } from '../../db/regions.ts'
import { relayAll } from '../../worker/jobs/relayAll.ts'
import { mintCity, type TestCity } from '../support/worker-city.ts'
import { fillSmall, publicationOf, region, run } from '../support/worker-evaluation.ts'
import type { Env } from '../../worker/env.ts'

/** Without the other regions, which the clock would visit for nothing. */
const here: Env = {
  ...env,
  ...Object.fromEntries(REGIONS.flatMap((r) => (r.code === 'jjj' ? [] : [[r.binding, undefined]]))),
}

interface World {
  readonly env: Env
  readonly died: () => boolean
}

/** The k-th batch that writes dies: before it is written, or after it and before its answer. Reads pass. */
function dying(k: number, when: 'before' | 'after'): World {
  let left = k
  let dead = false
  const texts = new WeakMap<D1PreparedStatement, string>()
  const remember = (raw: D1PreparedStatement, text: string): D1PreparedStatement => {
    const bind = raw.bind.bind(raw)
    raw.bind = (...args: unknown[]) => remember(bind(...args), text)
    texts.set(raw, text)
    return raw
  }
  const wrap = (d1: D1Database): D1Database =>
    new Proxy(d1, {
      get(target, key) {
        if (dead) throw new Error('the process was killed')
        if (key === 'prepare') return (text: string) => remember(target.prepare(text), text)
        if (key === 'batch')
          return async (statements: D1PreparedStatement[]) => {
            if (!statements.some((s) => /^\s*(insert|update|delete)\b/i.test(texts.get(s) ?? '')))
              return target.batch(statements)
            left -= 1
            if (left > 0) return target.batch(statements)
            if (when === 'after') await target.batch(statements)
            dead = true
            throw new Error('the process was killed')
          }
        const value: unknown = Reflect.get(target, key)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
  return { env: { ...here, HUB: wrap(env.HUB), REGION_JJJ: wrap(env.REGION_JJJ) }, died: () => dead }
}

interface Way {
  readonly path: string
  readonly json: unknown
  readonly key: string
}

/** Sends it; where the process died, a fresh one gets the same request again. */
async function insist(city: TestCity, { path, json, key }: Way, where: Env): Promise<void> {
  const send = (to: Env) =>
    city.request(path, { method: 'POST', json, headers: { 'idempotency-key': key }, env: to }).catch(() => undefined)
  if ((await send(where))?.status !== 200) expect((await send(here))?.status).toBe(200)
}

const inHub = async (city: TestCity) =>
  env.HUB.prepare(
    `SELECT (SELECT json_group_array(json_array(p.headline_score IS NULL, p.supersedes_id IS NOT NULL, (SELECT count(*) FROM release_withdrawals w WHERE w.release_id = p.id),
        (SELECT count(*) FROM release_values v WHERE v.release_id = p.id), (SELECT count(*) FROM publication_documents d WHERE d.publication_id = p.id)))
      FROM (SELECT * FROM publications WHERE city_id = ?1 ORDER BY published_at, id) p) AS publications,
    (SELECT json_group_array(action) FROM (SELECT action FROM hub_audit WHERE organisation_id = ?1 AND action LIKE 'publication.%' ORDER BY action)) AS acts`,
  )
    .bind(city.tenantId)
    .first<{ publications: string; acts: string }>()
const inRegion = async (city: TestCity) =>
  region(city)
    .prepare(
      `SELECT (SELECT json_group_array(act) FROM (SELECT act FROM evaluation_steps WHERE tenant_id = ?1 ORDER BY done_at, evaluation_id, seq)) AS steps,
      (SELECT count(*) FROM releases WHERE tenant_id = ?1 AND left_at IS NOT NULL) AS gone, (SELECT count(*) FROM outbox WHERE tenant_id = ?1) AS carried,
      (SELECT count(*) FROM outbox WHERE tenant_id = ?1 AND relayed_at IS NULL) AS waiting`,
    )
    .bind(city.tenantId)
    .first<{ steps: string; gone: number; carried: number; waiting: number }>()

/** Publish, correct, withdraw the correction. */
async function wholeWay(where: World): Promise<TestCity> {
  const city = await mintCity({ areas: 3, framework: true })
  await fillSmall(city)
  // Where it died, now or before, the clock comes round again.
  const carried = async (): Promise<void> => {
    await relayAll(where.env).catch(() => undefined)
    if (where.died()) await relayAll(here)
  }
  const own = { periods: ['2024'] }
  const [first, second] = [await run(city, own), await run(city, own)]
  await insist(city, { path: `evaluations/${first.id}/publish`, json: { raw: 'published' }, key: 'a' }, where.env)
  await carried()
  const corrects = { publicationId: await publicationOf(city, first.id), reason: '更正' }
  await insist(
    city,
    { path: `evaluations/${second.id}/publish`, json: { raw: 'published', corrects }, key: 'b' },
    where.env,
  )
  await carried()
  await insist(city, { path: `evaluations/${second.id}/withdraw`, json: { reason: '撤回' }, key: 'c' }, where.env)
  await carried()
  return city
}

it.each(['before', 'after'] as const)('killed %s any write', { timeout: 120_000 }, async (when) => {
  const [hub, own] = [
    { publications: '', acts: '' },
    { steps: '', gone: 0, carried: 0, waiting: 0 },
  ]
  const calm = await wholeWay({ env: here, died: () => false })
  Object.assign(hub, await inHub(calm))
  Object.assign(own, await inRegion(calm))
  expect(JSON.parse(hub.publications)).toEqual([
    [0, 0, 0, 17, 4],
    [1, 1, 1, 0, 0],
  ])
  expect(JSON.parse(own.steps)).toEqual(['publish', 'publish', 'withdraw'])
  expect(own).toMatchObject({ gone: 2, carried: 3, waiting: 0 })
  let deaths = 0
  for (let k = 1; ; k += 1) {
    const killed = dying(k, when)
    const city = await wholeWay(killed)
    if (!killed.died()) break
    deaths += 1
    expect(await inHub(city), `write ${k}`).toEqual(hub)
    expect(await inRegion(city), `write ${k}`).toEqual(own)
  }
  // Three acts, three rows to carry with a mark each.
  expect(deaths).toBeGreaterThanOrEqual(9)
})
