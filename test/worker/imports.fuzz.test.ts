/** Whatever is sent to the routes that take files and areas, the answer is a record or a problem, never a 5xx. */
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { mintCity } from '../support/worker-city.ts'

const GOOD = '地区代码,时期,每千人口医师数,教育经费（万元）\nA01,2024,2.8,100\nA02,2024,3.1,200\n'
const GOOD_AREAS = '代码,名称,上级代码,城乡,分组,人口:2024\nA01,甲01区,CITY,城镇,中心,100\nB01,乙区,A01,农村,,2.5\n'
const JUNK = [
  '"',
  '\0',
  '\r',
  '\n',
  ',',
  '，',
  '\t',
  '\uFEFF',
  '\uD800',
  '９',
  '%',
  '亿',
  '—',
  'NaN',
  '1e999',
  '-0',
  '=1+1',
  '__proto__',
  'constructor',
  "';--",
  '…',
  '\u202E',
  '😀',
  'x'.repeat(3000),
]

/** A good file with pieces cut out, doubled and replaced. */
const mutated = (good: string) =>
  fc
    .array(
      fc.record({
        at: fc.nat(good.length),
        cut: fc.nat(12),
        put: fc.oneof(fc.constantFrom(...JUNK), fc.string({ maxLength: 5 })),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .map((edits) => edits.reduce((text, e) => text.slice(0, e.at) + e.put + text.slice(e.at + e.cut), good))
const bodyOf = (good: string) =>
  fc.oneof(
    mutated(good).map((t) => new TextEncoder().encode(t)),
    fc.uint8Array({ maxLength: 400 }),
    fc
      .tuple(
        fc.constantFrom([0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf], [0x50, 0x4b, 3, 4]),
        fc.uint8Array({ maxLength: 200 }),
      )
      .map(([head, rest]) => new Uint8Array([...head, ...rest])),
  )
const copy = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)

const text = fc.oneof(fc.constantFrom('A01', 'doctors', '每千人口医师数', ...JUNK), fc.string({ maxLength: 6 }))
const query = fc.oneof(
  fc.constantFrom('', 'period=2024', 'fileName=%00%0a', 'mapping=', 'mapping={', 'mapping=%7B%22indicators%22%3A1%7D'),
  fc
    .record({ indicators: fc.dictionary(text, text, { maxKeys: 4 }), areas: fc.dictionary(text, text, { maxKeys: 4 }) })
    .map((mapping) => new URLSearchParams({ period: '2024', mapping: JSON.stringify(mapping) }).toString()),
)
const given = fc.oneof(
  fc.constant(undefined),
  fc.constant({ reason: '已核对' }),
  fc.record({ reason: text, reasons: fc.dictionary(text, text, { maxKeys: 3 }) }, { requiredKeys: [] }),
)
interface Staged {
  readonly id: string
  readonly state: string
  readonly problemCount: number
  readonly reasonCount: number
  readonly valueCount: number
}

it('POST imports, commit and revert', async () => {
  const city = await mintCity({ areas: 3, framework: true })
  const stored = async (): Promise<number> =>
    Number(
      await city.region.$client
        .prepare('SELECT count(*) AS n FROM observations WHERE tenant_id = ?')
        .bind(city.tenantId)
        .first('n'),
    )
  await fc.assert(
    fc.asyncProperty(bodyOf(GOOD), query, given, async (bytes, parameters, json) => {
      const res = await city.request(`imports?${parameters}`, {
        method: 'POST',
        body: copy(bytes),
        headers: { 'content-type': 'text/csv' },
      })
      expect([201, 413, 415, 422]).toContain(res.status)
      if (res.status !== 201) return
      const record = (await res.json()) as Staged
      expect(record.state).toBe(record.problemCount > 0 ? 'rejected' : 'ready')
      const commit = await city.request(`imports/${record.id}/commit`, {
        method: 'POST',
        ...(json === undefined ? {} : { json }),
      })
      expect(record.state === 'ready' ? [200, 422] : [409, 422]).toContain(commit.status)
      // All of the file or none of it.
      expect(await stored()).toBe(commit.status === 200 ? record.valueCount : 0)
      expect((await city.request(`imports/${record.id}/revert`, { method: 'POST' })).status).toBe(
        commit.status === 200 ? 200 : 409,
      )
    }),
    { numRuns: 80 },
  )
  expect(await stored()).toBe(0)
}, 60_000)

it('POST areas/csv, commit and revert', async () => {
  const city = await mintCity({ areas: 2 })
  const whole = async (): Promise<string> =>
    (await (await city.request('areas')).text()) + (await (await city.request('populations')).text())
  const before = await whole()
  await fc.assert(
    fc.asyncProperty(bodyOf(GOOD_AREAS), async (bytes) => {
      const res = await city.request('areas/csv', {
        method: 'POST',
        body: copy(bytes),
        headers: { 'content-type': 'text/csv' },
      })
      expect([201, 413, 415, 422]).toContain(res.status)
      if (res.status !== 201) return
      const record = (await res.json()) as Staged
      expect(record.state).toBe(record.problemCount > 0 ? 'rejected' : 'ready')
      expect(await whole()).toBe(before)
      const isReady = record.state === 'ready'
      expect((await city.request(`imports/${record.id}/commit`, { method: 'POST' })).status).toBe(isReady ? 200 : 409)
      expect((await city.request(`imports/${record.id}/revert`, { method: 'POST' })).status).toBe(isReady ? 200 : 409)
      // What a file did is taken back to the last field.
      expect(await whole()).toBe(before)
    }),
    { numRuns: 80 },
  )
}, 60_000)

it('PUT areas and populations', async () => {
  const city = await mintCity({ areas: 2 })
  const word = fc.oneof(fc.constantFrom('A01', 'A02', 'CITY', 'new', '2024', ...JUNK), fc.string({ maxLength: 5 }))
  const area = fc.record(
    {
      code: word,
      name: word,
      parentCode: fc.option(word),
      setting: fc.option(fc.constantFrom('urban', 'rural', 'sea')),
    },
    { requiredKeys: ['code', 'name'] },
  )
  const population = fc.record({ areaCode: word, period: word, value: fc.oneof(fc.double(), fc.integer(), word) })
  await fc.assert(
    fc.asyncProperty(
      fc.array(area, { maxLength: 5 }),
      fc.array(population, { maxLength: 4 }),
      fc.anything(),
      async (areas, populations, anything) => {
        for (const [path, json] of [
          ['areas', { areas }],
          ['populations', { populations }],
          ['areas', anything ?? null],
        ] as const) {
          const res = await city.request(path, {
            method: 'PUT',
            body: stringify(json),
            headers: { 'content-type': 'application/json', 'if-match': '*' },
          })
          expect([200, 400, 422]).toContain(res.status)
        }
      },
    ),
    { numRuns: 60 },
  )
}, 60_000)

function stringify(value: unknown): string {
  try {
    return JSON.stringify(value) ?? ''
  } catch {
    return '{'
  }
}
