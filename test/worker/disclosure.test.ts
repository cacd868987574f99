import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { mintCity } from '../support/worker-city.ts'
import { parkFirstBatch } from '../support/worker-d1.ts'
import { addValues, areaId, fillSmall, region, run, publicationOf } from '../support/worker-evaluation.ts'
import { drawnCity, drawnRows, publish, published, seenOf, stranger } from '../support/worker-disclosure.ts'
import type { PublicationPreview } from '../../worker/contract/publication.ts'
import type { Problem } from '../../worker/contract/wire.ts'

const refusal = async (res: Response): Promise<Problem> => {
  expect(res.status, await res.clone().text()).toBe(409)
  const problem = await res.json<Problem>()
  expect(problem.code).toBe('disclosure')
  return problem
}

describe('a publication that withholds raw values', () => {
  it('shows the ranking, the city’s numbers at three figures and one dispersion an indicator, and nothing else', async () => {
    const city = await drawnCity(12)
    const { id, evaluation } = await published(city)
    const seen = await seenOf(id)
    expect(seen.head).toMatchObject({
      format: 'junheng/publication@2',
      digestOf: 'sealed',
      licence: '待定',
      disclosure: { raw: 'withheld', published: [] },
      evaluation: { inputDigest: null, resultDigest: null },
    })
    expect(seen.head.digest).not.toBe(evaluation.inputDigest)
    const [period] = seen.periods
    expect(Object.keys(period?.scores ?? {})).toEqual(['root'])
    expect(period?.scores['root']?.every((s) => s !== null && s === Number(s.toFixed(1)))).toBe(true)
    for (const line of Object.values(period?.indicators ?? {})) {
      expect(Object.keys(line).toSorted()).toEqual(['degree', 'mean', 'n', 'values'])
      expect(line.values).toBeNull()
      for (const v of [line.mean, line.degree]) expect(v).toBe(Number(v?.toPrecision(3)))
    }
    for (const word of [
      'ratioMaxMin',
      'range"',
      'relativeRange',
      'normalised',
      'populations',
      'touched',
      'adjusted',
      'createdBy',
      'gini"',
      'theil',
      city.userId,
      evaluation.inputDigest,
      evaluation.resultDigest,
    ])
      expect(seen.text, word).not.toContain(word)
    expect((await stranger(`publications/${id}/inputs`)).status).toBe(404)
  })

  it('shows nothing by indicator for fewer than five areas with a value', async () => {
    const city = await drawnCity(4)
    const { id } = await published(city)
    const [period] = (await seenOf(id)).periods
    for (const line of Object.values(period?.indicators ?? {}))
      expect(line).toMatchObject({ mean: null, degree: null, values: null })
  })

  it('shows no dispersion at all for two areas', async () => {
    const city = await drawnCity(2)
    const { id } = await published(city)
    const [period] = (await seenOf(id)).periods
    expect(Object.values(period?.degrees ?? {}).every((d) => d.degree === null)).toBe(true)
    expect(Object.values(period?.indicators ?? {}).every((d) => d.degree === null && d.mean === null)).toBe(true)
  })

  it('keeps areas’ scores home where the method cannot be followed cell by cell', async () => {
    const city = await drawnCity(8)
    const { id } = await published(city, { method: { normalisation: 'rank', bounds: 'pooled' } })
    const seen = await seenOf(id)
    expect(seen.periods[0]?.scores).toEqual({})
    expect(seen.head.disclosure.kept).toContainEqual({
      what: 'areaScores',
      node: 'root',
      period: null,
      reason: 'method',
    })
  })
})

describe('a publication of raw values', () => {
  it('publishes the inputs with both digests, so that anybody can compute it again', async () => {
    const city = await drawnCity(4)
    const { id, evaluation } = await published(city, {}, 'published')
    const inputs = await (await stranger(`publications/${id}/inputs`)).json<Record<string, unknown>>()
    expect(Object.keys(inputs).toSorted()).toEqual([
      'engineVersion',
      'framework',
      'inputDigest',
      'options',
      'resultDigest',
      'snapshot',
    ])
    expect(inputs).toMatchObject({ inputDigest: evaluation.inputDigest, resultDigest: evaluation.resultDigest })
    const seen = await seenOf(id)
    expect(seen.head).toMatchObject({
      digest: evaluation.inputDigest,
      digestOf: 'inputs',
      disclosure: { raw: 'published' },
    })
    expect(seen.periods[0]?.indicators['a1']?.values).toEqual(city.rows['2024']?.['a1'])
  })

  it('may be of some indicators: their values are public, the others’ are not', async () => {
    const city = await drawnCity(12)
    const { id } = await published(city, {}, { published: ['a1', 'b2'] })
    const [period] = (await seenOf(id)).periods
    expect(period?.indicators['a1']?.values).toEqual(city.rows['2024']?.['a1'])
    expect(period?.indicators['a2']?.values).toBeNull()
    const evaluation = await run(city, { periods: ['2024'] })
    const wrong = await publish(city, evaluation.id, { published: ['a1', 'zzz'] })
    expect(wrong.status).toBe(422)
    expect(await wrong.json()).toMatchObject({ errors: [{ path: 'raw.published[1]', code: 'unknown-indicator' }] })
  })
})

describe('the guard against what was published before', () => {
  it('refuses areas that differ by one or two, says which, and lets the same areas pass', async () => {
    const city = await drawnCity(12)
    await published(city)
    const codes = Array.from({ length: 12 }, (_, i) => `A${String(i + 1).padStart(2, '0')}`)
    for (const fewer of [1, 2]) {
      const evaluation = await run(city, { periods: ['2024'], areaCodes: codes.slice(fewer) })
      const problem = await refusal(await publish(city, evaluation.id))
      expect(problem.errors?.[0]).toMatchObject({ code: 'area-set', message: expect.stringContaining('甲01区') })
      expect(problem.errors?.[0]?.message).toContain('可以：')
    }
    await published(city, { title: '再次公开' })
  })

  it('refuses the same scores under another mean, other weights or another normalisation', async () => {
    const city = await drawnCity(12)
    await published(city)
    for (const method of [
      { aggregation: 'geometric' },
      { aggregation: 'harmonic' },
      { weighting: 'equal', minCoverage: 0.5 },
      { normalisation: 'minmax' },
    ]) {
      const evaluation = await run(city, { periods: ['2024'], method })
      expect((await refusal(await publish(city, evaluation.id))).errors?.[0]?.code).toBe('method')
    }
    // With the values public there is nothing to work out.
    await published(city, { method: { aggregation: 'geometric' } }, 'published')
  })

  it('lets a new year join the series', async () => {
    const city = await drawnCity(10, { periods: ['2023'] })
    await published(city, { periods: ['2023'] })
    await addValues(city, { 2024: drawnRows(['x', '2024'], 10)['2024'] ?? {} })
    const { id } = await published(city, { periods: ['2023', '2024'] })
    expect((await seenOf(id)).periods.map((p) => Object.keys(p.scores))).toEqual([['root'], ['root']])
  })

  it('lets a corrected value pass only as far as it gives nothing away', async () => {
    const city = await drawnCity(8)
    await published(city)
    await region(city)
      .prepare("UPDATE observations SET value = value + 9.5 WHERE tenant_id = ? AND indicator = 'a1' AND area_id = ?")
      .bind(city.tenantId, areaId(2))
      .run()
    const evaluation = await run(city, { periods: ['2024'] })
    const res = await publish(city, evaluation.id)
    if (res.status === 409) {
      expect((await refusal(res)).errors?.[0]?.code).toBe('exposed')
      return
    }
    expect(res.status).toBe(200)
  })

  it('holds when two publish at once', async () => {
    const city = await drawnCity(12)
    const codes = Array.from({ length: 12 }, (_, i) => `A${String(i + 1).padStart(2, '0')}`)
    const [all, fewer] = [
      await run(city, { periods: ['2024'] }),
      await run(city, { periods: ['2024'], areaCodes: codes.slice(1) }),
    ]
    const parked = parkFirstBatch('REGION_JJJ', 'UPDATE evaluations')
    const slow = city.request(`evaluations/${all.id}/publish`, { method: 'POST', env: parked.env })
    await parked.reached
    const fast = await publish(city, fewer.id)
    parked.release()
    expect([fast.status, (await slow).status]).toEqual([200, 409])
    expect(
      await region(city)
        .prepare('SELECT count(*) AS n FROM disclosures WHERE tenant_id = ?')
        .bind(city.tenantId)
        .first('n'),
    ).toBe(1)
  })

  it('keeps the ledger for good', async () => {
    const city = await drawnCity(6)
    await published(city)
    await expect(
      region(city).prepare('DELETE FROM disclosures WHERE tenant_id = ?').bind(city.tenantId).run(),
    ).rejects.toThrow('kept')
    await expect(
      region(city).prepare("UPDATE disclosures SET period = '1' WHERE tenant_id = ?").bind(city.tenantId).run(),
    ).rejects.toThrow('immutable')
  })
})

const count = (p: PublicationPreview, what: string): number => p.fields.find((f) => f.what === what)?.count ?? 0

describe('the preview', () => {
  it('counts what would become public, and publishing makes exactly that public', async () => {
    const city = await drawnCity(12)
    const evaluation = await run(city, { periods: ['2024'] })
    const preview = async (raw: string): Promise<PublicationPreview> =>
      (await city.request(`evaluations/${evaluation.id}/publication-preview?raw=${raw}`)).json<PublicationPreview>()
    const withheld = await preview('withheld')
    expect(withheld.verdict).toBe('allowed')
    expect([count(withheld, 'values'), count(withheld, 'areaScores'), count(withheld, 'means')]).toEqual([0, 12, 12])
    expect(count(await preview('published'), 'values')).toBe(144)
    expect(count(await preview('a1,a2'), 'values')).toBe(24)
    expect((await publish(city, evaluation.id)).status).toBe(200)
    const [period] = (await seenOf(await publicationOf(city, evaluation.id))).periods
    expect(
      Object.values(period?.scores ?? {})
        .flat()
        .filter((v) => v !== null),
    ).toHaveLength(count(withheld, 'areaScores'))
  })

  it('says why it would be refused and what would pass, without writing anything', async () => {
    const city = await drawnCity(12)
    await published(city)
    const evaluation = await run(city, { periods: ['2024'], method: { aggregation: 'geometric' } })
    const preview = await (
      await city.request(`evaluations/${evaluation.id}/publication-preview`)
    ).json<PublicationPreview>()
    expect(preview.verdict).toBe('refused')
    expect(preview.reasons[0]).toMatchObject({ code: 'method', wouldPass: expect.stringContaining('可以') })
    expect(
      await region(city).prepare('SELECT state FROM evaluations WHERE id = ?').bind(evaluation.id).first('state'),
    ).toBe('draft')
  })
})

describe('searches of one person', () => {
  it('are counted, kept for the same choice and the same ledger, and never stand in the way of publishing', async () => {
    const city = await drawnCity(8, { each: 3 })
    const [one, other] = [await run(city, { periods: ['2024'] }), await run(city, { periods: ['2024'] })]
    const metered = { ...env, RATE_LIMITS: 'on', RATE_COMPUTE_KEY: '1/60' }
    const preview = (id: string, raw = 'withheld'): Promise<Response> =>
      city.request(`evaluations/${id}/publication-preview?raw=${raw}`, { env: metered })
    expect([(await preview(one.id)).status, (await preview(one.id)).status]).toEqual([200, 200])
    const spent = await preview(one.id, 'a1')
    expect(spent.status).toBe(429)
    expect((await spent.json<Problem>()).detail).toContain('秒后重试')
    const res = await city.request(`evaluations/${other.id}/publish`, { method: 'POST', env: metered })
    expect(res.status).toBe(200)
    // The ledger has moved on: what was found before says nothing any more.
    expect((await preview(one.id)).status).toBe(429)
  })
})

describe('parts', () => {
  it('are served as the stored gzip bytes, plain to who takes none, and never change', async () => {
    const city = await drawnCity(12)
    const { id } = await published(city)
    for (const path of [`publications/${id}`, `publications/${id}/nodes`, `publications/${id}/periods/2024`]) {
      const zipped = await stranger(path, { 'accept-encoding': 'gzip, br' })
      expect(zipped.headers.get('content-encoding')).toBe('gzip')
      expect(zipped.headers.get('vary')).toContain('accept-encoding')
      expect(zipped.headers.get('cache-control')).toContain('max-age=5')
      const bytes = await zipped.arrayBuffer()
      const plain = await stranger(path, { 'accept-encoding': 'gzip;q=0, identity' })
      expect(plain.headers.get('content-encoding')).toBeNull()
      const unpacked = await new Response(
        new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')),
      ).text()
      expect(await plain.text()).toBe(unpacked)
      expect((await stranger(path, { 'if-none-match': zipped.headers.get('etag') ?? '' })).status).toBe(304)
    }
    const head = await stranger(`publications/${id}`, { 'accept-encoding': 'gzip' })
    expect((await head.arrayBuffer()).byteLength).toBeLessThan(30_000)
    expect((await stranger(`publications/${id}/periods/1999`)).status).toBe(404)
  })

  it('come as CSV and SDMX-CSV too, with the licence', async () => {
    const city = await drawnCity(6)
    const { id } = await published(city)
    const csv = await (await stranger(`publications/${id}/results.csv`)).text()
    expect(csv.split('\r\n')[0]).toContain('licence')
    expect(csv).toContain('待定')
    expect(await (await stranger(`publications/${id}`, { accept: 'text/csv' })).text()).toBe(csv)
    const sdmx = await (await stranger(`publications/${id}/results.sdmx.csv`)).text()
    expect(sdmx).toContain('dataflow,JUNHENG:PUBLICATION(1.0)')
    expect(csv + sdmx).not.toContain('演示数据')
  })

  it('say in every language, on each line, that a demonstration is one', async () => {
    const city = await mintCity({ areas: 3, framework: true, isDemo: true })
    await fillSmall(city)
    const { id } = await published(city, {}, 'published')
    for (const path of ['results.csv', 'results.sdmx.csv']) {
      const [, ...lines] = (await (await stranger(`publications/${id}/${path}`)).text()).trim().split('\r\n')
      expect(lines.length).toBeGreaterThan(0)
      expect(
        lines.filter((line) => !line.endsWith('演示数据 · demo data')),
        path,
      ).toEqual([])
    }
  })
})

describe('publications of an earlier release', () => {
  it('are read through a projection: no index and no area of theirs is public any more', async () => {
    const city = await drawnCity(6)
    const { id } = await published(city, {}, 'published')
    const old = `pub_old_${id.slice(4)}`
    await env.HUB.batch([
      env.HUB.prepare(
        `INSERT INTO publications (id, outbox_id, city_id, evaluation_id, title, framework_name, framework_version, first_period, last_period, digest, headline_score, headline_index_key, payload, published_at)
         SELECT ?1, ?1, city_id, ?1, '旧结果', framework_name, 1, first_period, last_period, digest, 71.23456, 'gini', json_remove(payload, '$.format'), published_at - 1 FROM publications WHERE id = ?2`,
      ).bind(old, id),
      env.HUB.prepare('INSERT INTO publication_parts (publication_id, seq, body) VALUES (?, 0, ?)').bind(
        old,
        JSON.stringify({ periods: [{ indices: { a1: { range: 1 } } }] }),
      ),
      env.HUB.prepare(
        "INSERT INTO exchange_values (publication_id, period, node, measure, city_id, basis, value) SELECT ?1, '2024', 'a1', 'gini', city_id, 'published', 0.123456 FROM publications WHERE id = ?1",
      ).bind(old),
    ])
    const head = await (await stranger(`publications/${old}`)).json<Record<string, unknown>>()
    expect(head).toMatchObject({ headlineScore: 71.2, evaluation: null, latest: null, areas: [] })
    expect(JSON.stringify(head)).not.toContain('range')
    const comparison = await (await stranger(`comparison?publications=${old},${id}`)).text()
    expect(comparison).not.toContain('0.123456')
    expect(comparison).not.toContain('"gini"')
    for (const part of ['nodes', 'periods/2024', 'inputs', 'results.csv'])
      expect((await stranger(`publications/${old}/${part}`)).status).toBe(404)
  })
})
