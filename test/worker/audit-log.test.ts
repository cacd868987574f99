/** The audit log as a transparency log: numbers without gaps, heads that sign them, proofs, and every change behind the product's back found and named. */
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { cityLog, hubLog, readState } from '../../db/log/store.ts'
import { sealAll } from '../../worker/jobs/sealAll.ts'
import { verifyHead, type PublicKey, type SignedHead } from '../../worker/log/head.ts'
import { EMPTY_ROOT, leafHash } from '../../worker/log/merkle.ts'
import { verifyExport, type Verdict, type VerifyOptions } from '../../worker/log/verifyExport.ts'
import { verifyConsistency, verifyInclusion } from '../../worker/log/verifyProofs.ts'
import { growLog, signLog } from '../../worker/services/log/sealLog.ts'
import { signerOf } from '../../worker/services/log/signer.ts'
import { createApp } from '../support/worker-app.ts'
import { mintOrganisation, mintPerson } from '../support/worker-actors.ts'
import { mintCity, type TestCity } from '../support/worker-city.ts'
import { parkFirstBatch } from '../support/worker-d1.ts'
import { SMALL_FRAMEWORK } from '../support/worker-framework.ts'
import type { AuditHead, ConsistencyProof, InclusionProof } from '../../worker/contract/auditLog.ts'
import type { Env } from '../../worker/env.ts'

const SECRET = env.SIGNING_SECRET ?? ''
const context = (city: TestCity) => ({ hub: city.hub, now: Date.now, secret: SECRET })
const logOf = (city: TestCity) => cityLog(city.region, city.tenantId)

async function act(city: TestCity, times = 1, bindings: Env = env): Promise<void> {
  for (let i = 0; i < times; i += 1) {
    const json = { name: `框架${i}`, body: SMALL_FRAMEWORK }
    expect((await city.request('frameworks', { method: 'POST', json, env: bindings })).status).toBe(201)
  }
}
const read = async <T>(city: TestCity, path: string, bindings: Env = env): Promise<T> => {
  const res = await city.request(path, { env: bindings })
  expect(res.status, await res.clone().text()).toBe(200)
  return res.json<T>()
}
const head = (city: TestCity, bindings?: Env) => read<AuditHead>(city, 'audit/head', bindings)
const exported = async (city: TestCity, log = 'city', bindings: Env = env): Promise<string[]> =>
  linesOf(await city.request(`audit/export?log=${log}`, { env: bindings }))
/** Decoded here: `text()` warns of a type that it does not know. */
const linesOf = async (res: Response): Promise<string[]> =>
  new TextDecoder()
    .decode(await res.arrayBuffer())
    .trim()
    .split('\n')
const check = async (city: TestCity, options?: VerifyOptions): Promise<Verdict> =>
  verifyExport(await exported(city), options)
async function publicKeys(): Promise<PublicKey[]> {
  const ctx = createExecutionContext()
  const res = await createApp().request('/.well-known/junheng-keys.json', {}, env, ctx)
  await waitOnExecutionContext(ctx)
  expect(res.headers.get('access-control-allow-origin')).toBe('*')
  expect(res.headers.get('cache-control')).toContain('public')
  return (await res.json<{ keys: PublicKey[] }>()).keys
}
/** Guarantee: checked to be signed just before. */
const signedOf = (answer: AuditHead): SignedHead => answer as unknown as SignedHead
const numbers = async (city: TestCity): Promise<unknown[]> =>
  (
    await city.region.$client
      .prepare('SELECT seq FROM audit WHERE tenant_id = ? ORDER BY seq')
      .bind(city.tenantId)
      .raw<[number]>()
  ).flat()

describe('numbers', () => {
  it('follow each other without gap, whichever of several acts at once is written first', async () => {
    const city = await mintCity()
    const other = await mintCity()
    const parked = parkFirstBatch('REGION_JJJ', 'INSERT INTO audit')
    const slow = act(city, 1, parked.env)
    await parked.reached
    await Promise.all([act(city), act(other), act(city)])
    parked.release()
    await slow
    await act(city)
    expect(await numbers(city)).toEqual([1, 2, 3, 4])
    expect(await numbers(other)).toEqual([1])
    const { items } = await read<{ items: { seq: number }[] }>(city, 'audit')
    expect(items.map((i) => i.seq).toSorted()).toEqual([1, 2, 3, 4])
  })

  it('are given to rows of a writer that knows none, which are sealed with a text of their own', async () => {
    const city = await mintCity()
    await act(city)
    await city.region.$client
      .prepare(
        "INSERT INTO audit (tenant_id, id, actor, action, target, detail, request_id, created_at) VALUES (?, 'aud_old', 'user:a', 'area.delete', 't', '{\"n\":1}', 'req', 5)",
      )
      .bind(city.tenantId)
      .run()
    await act(city)
    expect(await numbers(city)).toEqual([1, 2, 3])
    expect(await check(city)).toMatchObject({ ok: true, acts: 3 })
    const proof = await read<InclusionProof>(city, 'audit/inclusion?entry=aud_old')
    expect(JSON.parse(proof.entry)).toMatchObject({ seq: 2, action: 'area.delete', detail: { n: 1 } })
  })

  it('of a long log of an earlier release are sealed page by page, and all of it is exported', async () => {
    const city = await mintCity()
    const rows = 1203
    await city.region.$client
      .prepare(
        `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?2)
        INSERT INTO audit (tenant_id, id, actor, action, target, detail, request_id, created_at) SELECT ?1, 'aud_' || i, 'user:a', 'area.put', 't', '{}', 'req', i FROM n`,
      )
      .bind(city.tenantId, rows)
      .run()
    expect(await head(city)).toMatchObject({ state: 'signed', size: rows, acts: rows })
    expect(await check(city)).toMatchObject({ ok: true, acts: rows })
    const proof = await read<InclusionProof>(city, `audit/inclusion?seq=777`)
    expect(verifyInclusion({ index: 776, ...proof })).toBe(true)
  })

  it('stand in rows that nobody can change or delete through the database', async () => {
    const city = await mintCity()
    await act(city, 2)
    await head(city)
    const d1 = city.region.$client
    for (const change of [
      "UPDATE audit SET detail = '{}'",
      'UPDATE audit SET seq = seq + 10',
      "UPDATE audit SET entry = '{}'",
      'DELETE FROM audit',
      "UPDATE audit_nodes SET hash = hash || ''",
      'DELETE FROM audit_nodes',
      'UPDATE audit_heads SET signed_at = 0',
      'DELETE FROM audit_heads',
    ])
      await expect(d1.prepare(`${change} WHERE tenant_id = ?`).bind(city.tenantId).run(), change).rejects.toThrow(
        /immutable|kept/,
      )
    await expect(env.HUB.prepare('UPDATE signing_keys SET owner = 1').run()).rejects.toThrow('only retire')
    await expect(env.HUB.prepare('DELETE FROM signing_keys').run()).rejects.toThrow('kept')
  })
})

describe('the head', () => {
  it('of an empty log is signed too, and every later one holds it', async () => {
    const city = await mintCity()
    const empty = await head(city)
    expect(empty).toMatchObject({ state: 'signed', acts: 0, size: 0, root: EMPTY_ROOT, halt: null })
    await act(city, 3)
    const proof = await read<ConsistencyProof>(city, 'audit/consistency?first=0')
    expect(proof).toMatchObject({ second: 3, proof: [] })
    expect(verifyConsistency(proof)).toBe(true)
    expect(await check(city, { kept: { log: empty.log, size: 0, root: empty.root } })).toMatchObject({ ok: true })
  })

  it('is signed with the key of the city that anybody can read, and proofs fit it', async () => {
    const city = await mintCity()
    await act(city, 5)
    const first = await head(city)
    await act(city, 4)
    const second = await head(city)
    expect([first, second]).toMatchObject([
      { state: 'signed', size: 5, acts: 5 },
      { state: 'signed', size: 9, acts: 9, log: `city/${city.tenantId}` },
    ])
    const key = (await publicKeys()).find((k) => k.keyId === second.keyId)
    expect(key).toMatchObject({ owner: city.tenantId, retiredAt: null })
    expect(await verifyHead(second.log, signedOf(second), key?.publicKey ?? '')).toBe(true)

    const held = await read<ConsistencyProof>(city, 'audit/consistency?first=5')
    expect([held.firstRoot, held.secondRoot]).toEqual([first.root, second.root])
    expect(verifyConsistency(held)).toBe(true)
    for (const size of [5, 9])
      for (let seq = 1; seq <= size; seq += 1) {
        const p = await read<InclusionProof>(city, `audit/inclusion?seq=${seq}&size=${size}`)
        expect(p.root).toBe(size === 5 ? first.root : second.root)
        expect(p.leafHash).toBe(leafHash(p.entry))
        expect(verifyInclusion({ index: seq - 1, size, leafHash: p.leafHash, proof: p.proof, root: p.root })).toBe(true)
      }
    expect((await city.request('audit/inclusion?seq=6&size=5')).status).toBe(422)
    expect((await city.request('audit/inclusion?seq=5&size=10')).status).toBe(422)
    expect((await city.request('audit/inclusion')).status).toBe(422)
    expect((await city.request('audit/inclusion?seq=10')).status).toBe(404)
    expect((await city.request('audit/inclusion?entry=aud_none')).status).toBe(404)
    expect((await city.request('audit/consistency?first=10')).status).toBe(422)
  })

  it('waits for a secret: acts go on, the tree grows, and it is signed later', async () => {
    const city = await mintCity()
    await act(city, 2)
    for (const SIGNING_SECRET of ['', 'too short']) {
      const bare: Env = { ...env, SIGNING_SECRET }
      expect(await head(city, bare)).toMatchObject({ state: 'unsigned', size: 2, acts: 2, at: null, signature: null })
      expect(await verifyExport(await exported(city, 'city', bare))).toMatchObject({ fault: { code: 'unsigned' } })
    }
    expect(await head(city)).toMatchObject({ state: 'signed', size: 2 })
    await act(city)
    // Another secret opens no key, and takes the place of none by itself.
    const wrong: Env = { ...env, SIGNING_SECRET: 'another secret, just as long as that' }
    expect(await head(city, wrong)).toMatchObject({ state: 'unsigned', size: 3, keyId: null })
    expect(await head(city)).toMatchObject({ state: 'signed', size: 3 })
  })

  it('is made by the job in every region and in the hub, whose log has the making of the key', async () => {
    const [city, far] = await Promise.all([mintCity(), mintCity({ region: 'gba' })])
    await Promise.all([act(city, 2), act(far, 3)])
    await sealAll(env)
    expect((await readState(logOf(city))).head).toMatchObject({ size: 2 })
    expect((await readState(logOf(far))).head).toMatchObject({ size: 3 })
    const hub = await readState(hubLog(city.hub, city.tenantId))
    expect(hub).toMatchObject({ acts: 1, head: { size: 1 } })
    const lines = await exported(city, 'hub')
    expect(lines.join('\n')).toContain('signing-key.create')
    expect(await verifyExport(lines)).toMatchObject({ ok: true, log: `hub/${city.tenantId}`, acts: 1 })
  })

  it('is one, however many seal at once and wherever one of them dies', async () => {
    const city = await mintCity()
    const store = logOf(city)
    await act(city, 3)
    const parked = parkFirstBatch('REGION_JJJ', 'INSERT INTO audit_nodes')
    const slow = head(city, parked.env)
    await parked.reached
    await act(city, 2)
    const [one, two] = await Promise.all([head(city), head(city)])
    parked.release()
    expect([one, two, await slow].map((h) => [h.size, h.root])).toEqual([
      [5, one.root],
      [5, one.root],
      [5, one.root],
    ])

    // Dead between the tree and the head: the next one signs.
    await act(city, 2)
    await growLog(store)
    expect(await readState(store)).toMatchObject({ sealed: 7, head: { size: 5 } })
    const signer = await signerOf(context(city), city.tenantId)
    if (signer === undefined) throw new Error('no key')
    await Promise.all([signLog(store, signer, Date.now()), signLog(store, signer, Date.now() + 1)])
    expect(await readState(store)).toMatchObject({ sealed: 7, head: { size: 7 } })
    expect(await check(city)).toMatchObject({ ok: true, acts: 7 })
  })
})

describe('another key', () => {
  it('signs from then on; the old one is retired, can sign no more, and its heads stay valid', async () => {
    const city = await mintCity()
    await act(city, 2)
    const before = await head(city)
    const path = `/api/v1/organisations/${city.organisation.slug}/signing-keys`
    const headers = { 'idempotency-key': 'rotate-1' }
    const res = await city.request(path, { method: 'POST', headers })
    expect(res.status).toBe(201)
    const made = await res.json<PublicKey>()
    // A repeat is told of the same key.
    expect(await (await city.request(path, { method: 'POST', headers })).json()).toEqual(made)
    await act(city, 2)
    const after = await head(city)
    expect(after.keyId).toBe(made.keyId)
    const keys = (await publicKeys()).filter((k) => k.owner === city.tenantId)
    expect(keys.map((k) => [k.keyId, k.retiredAt === null])).toEqual([
      [before.keyId, false],
      [after.keyId, true],
    ])
    const kept = await env.HUB.prepare('SELECT sealed_private_key AS sealed FROM signing_keys WHERE key_id = ?')
      .bind(before.keyId)
      .first()
    expect(kept).toEqual({ sealed: null })
    const lines = await exported(city)
    expect(await verifyExport(lines, { keys })).toMatchObject({ ok: true, head: { size: 4, keyId: made.keyId } })
    // A head after the retirement of its key, or of a key that the list lacks, is named.
    const retired = keys.map((k) => ({ ...k, retiredAt: k.retiredAt ?? before.at }))
    const late = retired.map((k) => (k.retiredAt === null ? k : { ...k, retiredAt: k.createdAt - 120_000 }))
    expect(await verifyExport(lines, { keys: late })).toMatchObject({ fault: { code: 'time', keyId: before.keyId } })
    expect(await verifyExport(lines, { keys: keys.slice(1) })).toMatchObject({ fault: { code: 'key', size: 2 } })
  })

  it('of the platform is the operator’s to ask for, and its log can be read and checked', async () => {
    const operator = await mintPerson((await mintOrganisation('operator')).id, 'operator')
    const app = createApp()
    const ask = async (path: string, method = 'GET'): Promise<Response> => {
      const ctx = createExecutionContext()
      return app.request(`/api/v1/operator/${path}`, { method, headers: { ...operator } }, env, ctx)
    }
    const first = await (await ask('audit/head')).json<AuditHead>()
    expect(first).toMatchObject({ log: 'hub/platform', state: 'signed' })
    expect((await ask('signing-keys', 'POST')).status).toBe(201)
    const second = await (await ask('audit/head')).json<AuditHead>()
    expect(second.size).toBe(first.size + 1)
    expect(second.keyId).not.toBe(first.keyId)
    const proof = await (await ask(`audit/consistency?first=${first.size}`)).json<ConsistencyProof>()
    expect(verifyConsistency(proof)).toBe(true)
    const last = await (await ask(`audit/inclusion?seq=${second.size}`)).json<InclusionProof>()
    expect(JSON.parse(last.entry)).toMatchObject({ action: 'signing-key.rotate', tenant: null })
    const lines = await linesOf(await ask('audit/export'))
    expect(await verifyExport(lines)).toMatchObject({ ok: true, name: 'platform', acts: second.size })
  })
})

/** Five acts under a head, then three that are not sealed yet. */
async function partlySealed(): Promise<TestCity> {
  const made = await mintCity({ region: 'csj' })
  await act(made, 5)
  await head(made)
  await act(made, 3)
  return made
}
const run = (made: TestCity, ...texts: string[]) =>
  env.REGION_CSJ.batch(texts.map((text) => env.REGION_CSJ.prepare(text).bind(made.tenantId)))
const at = (seq: number): string => `WHERE tenant_id = ?1 AND seq = ${seq}`
const swap = (a: number, b: number): string[] => [
  `UPDATE audit SET seq = 999 ${at(a)}`,
  `UPDATE audit SET seq = ${a} ${at(b)}`,
  `UPDATE audit SET seq = ${b} ${at(999)}`,
]
const detail = (seq: number): string => `UPDATE audit SET detail = json_set(detail, '$.version', 99) ${at(seq)}`
const text = (seq: number): string =>
  `UPDATE audit SET actor = 'user:nobody', entry = replace(entry, '"actor":"' || actor || '"', '"actor":"user:nobody"') ${at(seq)}`
const idOf = async (made: TestCity, seq: number): Promise<unknown> =>
  env.REGION_CSJ.prepare(`SELECT id FROM audit ${at(seq)}`)
    .bind(made.tenantId)
    .first('id')

/** Whoever has the database itself: no trigger stands in his way. In a region of its own, as triggers are everybody's. */
describe('a change behind the product’s back', () => {
  beforeAll(async () => {
    const { results } = await env.REGION_CSJ.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all<{
      name: string
    }>()
    await env.REGION_CSJ.batch(results.map(({ name }) => env.REGION_CSJ.prepare(`DROP TRIGGER ${name}`)))
  })

  it('is not there: the whole fits', async () => {
    expect(await check(await partlySealed())).toMatchObject({ ok: true, acts: 8, head: { size: 8 } })
  })

  it.each([
    ['sealed', 3],
    ['not sealed', 7],
  ])('a row that was edited, %s, is named with its field', async (_, seq) => {
    const made = await partlySealed()
    const id = await idOf(made, seq)
    await run(made, detail(seq))
    expect(await check(made)).toMatchObject({ ok: false, fault: { code: 'edited', seq, id, field: 'detail' } })
  })

  it.each([
    ['sealed', 3],
    ['the last one sealed', 5],
    ['not sealed', 7],
  ])('a row that was removed, %s, is named', async (_, seq) => {
    const made = await partlySealed()
    await run(made, `DELETE FROM audit ${at(seq)}`)
    expect(await check(made)).toMatchObject({ ok: false, fault: { code: 'missing', seq } })
  })

  it.each([
    ['sealed', 2, 4],
    ['across the head', 4, 7],
    ['not sealed', 6, 8],
  ])('two rows that changed places, %s, are named', async (_, a, b) => {
    const made = await partlySealed()
    const id = await idOf(made, b)
    await run(made, ...swap(a, b))
    expect(await check(made)).toMatchObject({ ok: false, fault: { code: 'moved', seq: a, id, belongs: b } })
  })

  it('a sealed row that was edited with its text is named by its hash', async () => {
    const made = await partlySealed()
    await run(made, text(3))
    expect(await check(made)).toMatchObject({ fault: { code: 'text-edited', seq: 3 } })
  })

  it('a sealed row that was edited with its text and every hash is named by the head that signed it', async () => {
    const made = await partlySealed()
    const kept = await head(made)
    await run(made, text(3), 'DELETE FROM audit_nodes WHERE tenant_id = ?1')
    await growLog(logOf(made))
    expect(await head(made)).toMatchObject({ state: 'halted', halt: { seq: 8, reason: 'hashes' }, size: 8 })
    expect(await check(made)).toMatchObject({ fault: { code: 'root', size: 5, from: 1 } })
    // And with every head signed anew, by whoever has the key: by those who kept one.
    await run(made, 'DELETE FROM audit_heads WHERE tenant_id = ?1')
    expect(await check(made)).toMatchObject({ ok: true, acts: 8 })
    expect(await check(made, { kept })).toMatchObject({ fault: { code: 'kept-head', size: 8 } })
  })

  it('the newest sealed row that was replaced by another act is named', async () => {
    const made = await partlySealed()
    await head(made)
    await run(made, `DELETE FROM audit ${at(8)}`)
    expect(await check(made)).toMatchObject({ fault: { code: 'missing', seq: 8 } })
    await act(made)
    expect(await check(made)).toMatchObject({ fault: { code: 'text-edited', seq: 8 } })
  })

  it('a head that was edited, and a signature of another log, are named', async () => {
    const made = await partlySealed()
    await run(made, `UPDATE audit_heads SET signed_at = signed_at - 1 WHERE tenant_id = ?1 AND size = 5`)
    expect(await check(made)).toMatchObject({ fault: { code: 'signature', size: 5 } })
  })

  it('halts a log that was never signed, too', async () => {
    const made = await mintCity({ region: 'csj' })
    const bare: Env = { ...env, SIGNING_SECRET: '' }
    await act(made, 3)
    await head(made, bare)
    await run(made, 'DELETE FROM audit_nodes WHERE tenant_id = ?1 AND level = 1')
    await act(made)
    const halt = { seq: 3, reason: 'hashes' }
    expect(await head(made, bare)).toMatchObject({
      state: 'halted',
      halt,
      acts: 4,
      size: 0,
      root: EMPTY_ROOT,
      at: null,
    })
    expect(await head(made)).toMatchObject({ state: 'halted', halt, keyId: null })
  })

  it('halts sealing where it does not fit, and says so', async () => {
    for (const [change, halt] of [
      [[`DELETE FROM audit ${at(7)}`], { seq: 7, reason: 'missing' }],
      [swap(6, 8), { seq: 6, reason: 'moved' }],
    ] as const) {
      const made = await partlySealed()
      await run(made, ...change)
      expect(await head(made)).toMatchObject({ state: 'halted', halt, acts: 8 })
      expect((await readState(logOf(made))).head?.size).toBe(halt.seq - 1)
    }
  })
})
