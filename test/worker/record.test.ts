/** What the public can verify without an account: the bundle computes to what was published, a proof leads to the seal's root, and neither says
 * more than the publication's documents. */
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { sha256Hex } from '../../worker/lib/bytes.ts'
import { canonicalJson } from '../../worker/engine/digest/canonicalJson.ts'
import { proofFault } from '../../worker/record/proof.ts'
import { readBundle } from '../../worker/record/readBundle.ts'
import { verifyBundle } from '../../worker/record/verifyBundle.ts'
import { zipDocument } from '../../worker/services/publication/zip.ts'
import { createApp } from '../support/worker-app.ts'
import { mintCity } from '../support/worker-city.ts'
import { fillSmall, run, publicationOf } from '../support/worker-evaluation.ts'
import type { Bundle, Proof } from '../../worker/contract/record.ts'
import type { Report } from '../../worker/record/report.types.ts'
import type { PublicationSummary } from '../../worker/contract/public.ts'

const anyone = async (path: string, headers: Record<string, string> = {}): Promise<Response> => {
  const ctx = createExecutionContext()
  const res = await createApp().request(`/api/v1/${path}`, { headers }, env, ctx)
  await waitOnExecutionContext(ctx)
  return res
}

async function published(raw: unknown, method: Record<string, unknown> = {}): Promise<string> {
  const city = await mintCity({ areas: 3, framework: true })
  await fillSmall(city)
  const evaluation = await run(city, { method })
  const res = await city.request(`evaluations/${evaluation.id}/publish`, { method: 'POST', json: { raw } })
  expect(res.status, await res.clone().text()).toBe(200)
  return publicationOf(city, evaluation.id)
}

async function bundleOf(id: string): Promise<Bundle> {
  const text = await (await anyone(`publications/${id}/bundle`)).text()
  const read = readBundle(text)
  if (read.kind !== 'bundle') throw new Error(JSON.stringify(read))
  expect(text).toBe(canonicalJson(read.bundle))
  return read.bundle
}

const states = (report: Report) => Object.fromEntries(report.checks.map((c) => [c.id, c.reason ?? c.state]))
const ALL_PASSED = {
  inputs: 'passed',
  results: 'passed',
  numbers: 'passed',
  agreement: 'passed',
  documents: 'passed',
  root: 'passed',
  signature: 'passed',
}
const WITHHELD = { ...ALL_PASSED, inputs: 'withheld', results: 'withheld', numbers: 'withheld' }

const ids = { open: '', withheld: '', partly: '' }
beforeAll(async () => {
  ids.open = await published('published')
  ids.withheld = await published('withheld')
  ids.partly = await published({ published: ['doctors', 'mortality'] })
})

describe('the signature', () => {
  it('is of the city’s own key, which anybody may read', async () => {
    const { head, keys = [] } = await bundleOf(ids.withheld)
    const ctx = createExecutionContext()
    const res = await createApp().request('/.well-known/junheng-keys.json', {}, env, ctx)
    await waitOnExecutionContext(ctx)
    const known = (await res.json<{ keys: { keyId: string; owner: string; publicKey: string }[] }>()).keys
    const own = known.filter((k) => k.owner === head.city.id)
    expect(own.map(({ keyId, owner, publicKey }) => ({ keyId, owner, publicKey }))).toEqual(keys)
    expect(head.seal?.signature?.keyId).toBe(own[0]?.keyId)
  })
})

describe('the bundle', () => {
  it('of a publication with raw values computes to what was published, by every method', async () => {
    for (const method of [
      {},
      { normalisation: 'zscore' },
      { aggregation: 'geometric', imputation: 'locf' },
      { normalisation: 'rank', bounds: 'sample', treatment: 'winsorise' },
      { equalityFamily: 'gini', equalityWeighting: 'none', missing: 'strict' },
    ]) {
      const report = await verifyBundle(await bundleOf(await published('published', method)))
      expect(report.difference, JSON.stringify(method)).toBeNull()
      expect([report.verdict, states(report)]).toEqual(['verified', ALL_PASSED])
    }
  })

  it('of one that withholds them has no inputs and no value, and agrees with itself', async () => {
    const bundle = await bundleOf(ids.withheld)
    expect(bundle.inputs).toBeNull()
    expect(bundle.periods.flatMap((p) => Object.values(p.indicators).flatMap((i) => i.values ?? []))).toEqual([])
    const report = await verifyBundle(bundle)
    expect([report.verdict, report.difference, states(report)]).toEqual(['consistent', null, WITHHELD])
  })

  it('of one that publishes some values agrees with itself', async () => {
    const report = await verifyBundle(await bundleOf(ids.partly))
    expect([report.verdict, report.difference, states(report)]).toEqual(['consistent', null, WITHHELD])
  })

  it('says nothing but what the public documents say', async () => {
    const { head, nodes, periods } = await bundleOf(ids.withheld)
    const read = async (path: string) => (await anyone(`publications/${ids.withheld}${path}`)).json()
    expect([head, nodes, periods]).toEqual([
      await read(''),
      await read('/nodes'),
      await Promise.all(head.periods.map((p) => read(`/periods/${p}`))),
    ])
  })

  it('is charged to whoever has it put together, and costs nothing while it is at hand', async () => {
    const limited = { ...env, RATE_LIMITS: 'on', RATE_COMPUTE_ANONYMOUS: '1/60' }
    const ask = async (id: string): Promise<number> => {
      const ctx = createExecutionContext()
      const headers = { 'cf-connecting-ip': '203.0.113.77' }
      const res = await createApp().request(`/api/v1/publications/${id}/bundle`, { headers }, limited, ctx)
      await waitOnExecutionContext(ctx)
      return res.status
    }
    const [first, second] = [await published('withheld'), await published('withheld')]
    expect([await ask(first), await ask(first), await ask(second), await ask(first)]).toEqual([200, 200, 429, 200])
  })

  it('is for any site, for caches, and for a reader who has it already', async () => {
    const res = await anyone(`publications/${ids.open}/bundle`)
    expect(res.headers.get('access-control-allow-origin')).toBe('*')
    expect(res.headers.get('cache-control')).toContain('max-age=5')
    const etag = res.headers.get('etag') ?? ''
    expect((await anyone(`publications/${ids.open}/bundle`, { 'if-none-match': etag })).status).toBe(304)
    expect((await anyone('publications/pub_none/bundle')).status).toBe(404)
  })

  it('names a changed number by period, area, node and kind', async () => {
    const bundle = await bundleOf(ids.open)
    const scores = bundle.periods[1]?.scores['health'] ?? []
    scores[2] = (scores[2] ?? 0) + 0.1
    const { difference } = await verifyBundle(bundle)
    expect(difference).toMatchObject({
      check: 'numbers',
      part: 'period:2024',
      path: 'scores.health[2]',
      period: '2024',
      area: { code: bundle.head.areas[2]?.code },
      node: { code: 'health' },
      field: 'score',
      stated: scores[2],
    })
  })
})

describe('what is stored', () => {
  it('is the text that was sealed: each part’s bytes have the digest in the head', async () => {
    const { head } = await bundleOf(ids.open)
    const digests = Object.fromEntries(head.seal?.parts.map((p) => [p.part, p.digest]) ?? [])
    for (const [part, path] of [
      ['nodes', 'nodes'],
      ['period:2023', 'periods/2023'],
      ['period:2024', 'periods/2024'],
      ['inputs', 'inputs'],
    ] as const) {
      const bytes = new Uint8Array(await (await anyone(`publications/${ids.open}/${path}`)).arrayBuffer())
      expect(`sha256:${await sha256Hex(bytes)}`, part).toBe(digests[part])
    }
  })
})

/** Three doctors per 1,000 people, as test/support/worker-evaluation.ts has it. */
const SECOND = 'node=doctors&period=2023&area=A02'

const proof = (id: string, query: string): Promise<Response> => anyone(`publications/${id}/proof?${query}`)

describe('the proof of one number', () => {
  it('leads from the number to the root in the head, for areas and the city', async () => {
    for (const id of [ids.open, ids.withheld]) {
      const { head, periods } = await bundleOf(id)
      const city = await (await proof(id, 'node=root&period=2024')).json<Proof>()
      expect(proofFault(city)).toBeNull()
      expect(city.root).toBe(head.seal?.root)
      expect(city.leaf).toMatchObject({ area: null, node: 'root', period: '2024' })
      expect(city.leaf.numbers['degree']).toBe(periods[1]?.degrees['root']?.degree)
    }
    const area = await (await proof(ids.open, SECOND)).json<Proof>()
    expect([proofFault(area), area.leaf.numbers['value']]).toEqual([null, 3])
  })

  it('fails when any number of it is another', async () => {
    const text = await (await proof(ids.open, SECOND)).text()
    const original = JSON.parse(text) as Proof
    const changed: Proof[] = [
      { ...original, leaf: { ...original.leaf, numbers: { ...original.leaf.numbers, value: 4 } } },
      { ...original, index: original.index + 1 },
      { ...original, partIndex: original.partIndex + 1 },
      { ...original, size: original.size + 1 },
      { ...original, path: original.path.slice(1) },
      { ...original, path: [] },
      { ...original, partPath: original.partPath.toReversed() },
      { ...original, root: original.root.replace(/.$/, (c) => (c === '0' ? '1' : '0')) },
      { ...original, leaf: { ...original.leaf, period: '2024' } },
    ]
    expect(changed.map(proofFault)).not.toContain(null)
  })

  it('is not found for a number that is not printed, and asks for node and period', async () => {
    expect((await proof(ids.withheld, SECOND)).status).toBe(404)
    expect((await proof(ids.open, 'node=nothing&period=2023')).status).toBe(404)
    expect((await proof(ids.open, 'node=root&period=1999')).status).toBe(404)
    expect((await proof(ids.open, 'node=root')).status).toBe(422)
  })
})

/** A row beside that of `ids.open`, with documents as given. */
async function stored(id: string, payload: string, documents: Readonly<Record<string, unknown>>): Promise<void> {
  await env.HUB.prepare(
    `INSERT INTO publications (id, outbox_id, city_id, evaluation_id, title, framework_name, framework_version, first_period, last_period, digest, headline_score, headline_index_key, payload, published_at)
     SELECT ?1, ?1, city_id, ?1, title, framework_name, 1, first_period, last_period, digest, headline_score, 'cv', ${payload}, published_at - 1 FROM publications WHERE id = ?2`,
  )
    .bind(id, ids.open)
    .run()
  for (const [part, document] of Object.entries(documents)) {
    const { etag, body } = await zipDocument(document)
    await env.HUB.prepare(
      'INSERT INTO publication_documents (publication_id, part, seq, etag, body) VALUES (?, ?, 0, ?, ?)',
    )
      .bind(id, part, etag, body)
      .run()
  }
}

describe('publications of earlier releases', () => {
  it('from before seals verify by computing, have no proofs, and say that there is no seal', async () => {
    const { head, nodes, periods, inputs } = await bundleOf(ids.open)
    const { seal: _seal, ...unsealed } = head
    await stored('pub_unsealed', 'payload', {
      head: { ...unsealed, id: 'pub_unsealed' },
      nodes,
      ...Object.fromEntries(periods.map((p) => [`period:${p.period}`, p])),
      inputs,
    })
    const report = await verifyBundle(await bundleOf('pub_unsealed'))
    expect([report.verdict, report.difference, states(report)]).toEqual([
      'verified',
      null,
      { ...ALL_PASSED, documents: 'no-seal', root: 'no-seal', signature: 'no-seal' },
    ])
    expect((await anyone(`publications/pub_unsealed/proof?${SECOND}`)).status).toBe(404)
  })

  it('that are shown by title and score alone have a bundle of that, and nothing to compute', async () => {
    await stored('pub_older', "json_remove(payload, '$.format')", {})
    const bundle = await bundleOf('pub_older')
    expect([bundle.nodes, bundle.periods, bundle.inputs]).toEqual([null, [], null])
    const report = await verifyBundle(bundle)
    expect([report.verdict, report.difference]).toEqual(['consistent', null])
    expect(new Set(report.checks.map((c) => c.reason))).toEqual(new Set([null, 'earlier-release']))
  })
})

it('a digest finds its publication, of the inputs or the root of the seal', async () => {
  const { head } = await bundleOf(ids.open)
  for (const digest of [head.digest, head.seal?.root ?? '']) {
    const { items } = await (await anyone(`publications?digest=${digest}`)).json<{ items: PublicationSummary[] }>()
    // Another city of this file ran the same inputs: one digest may name several.
    expect(items.map((p) => p.id)).toContain(ids.open)
    expect(items.every((p) => [p.digest, head.seal?.root].includes(digest))).toBe(true)
  }
  const none = `sha256:${'0'.repeat(64)}`
  expect(await (await anyone(`publications?digest=${none}`)).json()).toMatchObject({ items: [] })
})
