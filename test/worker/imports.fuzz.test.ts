/** Whatever is sent to the routes that take files and areas, the answer is a record or a problem, never a 5xx. */
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { mintCity } from '../support/worker-city.ts'

const GOOD = '地区代码,时期,每千人口医师数,教育经费（万元）\nA01,2024,2.8,100\nA02,2024,3.1,200\n'
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

/** The good file with pieces cut out, doubled and replaced. */
const mutated = fc
  .array(
    fc.record({
      at: fc.nat(GOOD.length),
      cut: fc.nat(12),
      put: fc.oneof(fc.constantFrom(...JUNK), fc.string({ maxLength: 5 })),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((edits) => edits.reduce((text, e) => text.slice(0, e.at) + e.put + text.slice(e.at + e.cut), GOOD))
const body = fc.oneof(
  mutated.map((t) => new TextEncoder().encode(t)),
  fc.uint8Array({ maxLength: 400 }),
  fc
    .tuple(
      fc.constantFrom([0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf], [0x50, 0x4b, 3, 4]),
      fc.uint8Array({ maxLength: 200 }),
    )
    .map(([head, rest]) => new Uint8Array([...head, ...rest])),
)
const copy = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)

it('POST imports, commit and revert', async () => {
  const city = await mintCity({ areas: 3, framework: true })
  await fc.assert(
    fc.asyncProperty(body, fc.constantFrom('', '?period=2024', '?fileName=%00%0a'), async (bytes, query) => {
      const res = await city.request(`imports${query}`, {
        method: 'POST',
        body: copy(bytes),
        headers: { 'content-type': 'text/csv' },
      })
      expect([201, 413, 415, 422]).toContain(res.status)
      if (res.status !== 201) return
      const record = (await res.json()) as { id: string; state: string; problemCount: number; problems: unknown[] }
      expect(record.state).toBe(record.problemCount > 0 ? 'rejected' : 'ready')
      expect((await city.request(`imports/${record.id}/commit`, { method: 'POST' })).status).toBe(
        record.state === 'ready' ? 200 : 409,
      )
      expect((await city.request(`imports/${record.id}/revert`, { method: 'POST' })).status).toBe(
        record.state === 'ready' ? 200 : 409,
      )
    }),
    { numRuns: 60 },
  )
  expect(
    await city.region.$client
      .prepare('SELECT count(*) AS n FROM observations WHERE tenant_id = ?')
      .bind(city.tenantId)
      .first('n'),
  ).toBe(0)
}, 60_000)

it('POST areas/csv', async () => {
  const city = await mintCity({ areas: 2 })
  await fc.assert(
    fc.asyncProperty(body, async (bytes) => {
      expect([200, 413, 415, 422]).toContain(
        (
          await city.request('areas/csv', {
            method: 'POST',
            body: copy(bytes),
            headers: { 'content-type': 'text/csv' },
          })
        ).status,
      )
    }),
    { numRuns: 40 },
  )
}, 60_000)

it('PUT areas and populations', async () => {
  const city = await mintCity({ areas: 2 })
  const text = fc.oneof(fc.constantFrom('A01', 'A02', 'CITY', 'new', '2024', ...JUNK), fc.string({ maxLength: 5 }))
  const area = fc.record(
    {
      code: text,
      name: text,
      parentCode: fc.option(text),
      setting: fc.option(fc.constantFrom('urban', 'rural', 'sea')),
    },
    { requiredKeys: ['code', 'name'] },
  )
  const population = fc.record({ areaCode: text, period: text, value: fc.oneof(fc.double(), fc.integer(), text) })
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
