/** The check of a file as a pure function: laws over generated tables, and bytes of every kind that may never throw. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkFile, type CheckedFile } from '../../../worker/services/import/checkFile.ts'
import { importDictionary } from '../../../worker/services/import/dictionary.ts'
import { NO_MAPPING, readMapping } from '../../../worker/services/import/mapping.ts'
import { problemView } from '../../../worker/services/import/problemView.ts'
import { stagedChunks } from '../../../worker/services/import/stagedChunks.ts'
import { WORDS } from '../../../worker/words/index.ts'
import { csvSlices } from '../../../worker/services/file/csvSlices.ts'

const AREAS = 6
const INDICATORS = 5
const dictionary = importDictionary(
  Array.from({ length: AREAS }, (_, i) => ({
    id: `area_${i}`,
    code: `A${i}`,
    name: `甲${i}区`,
    nameEn: `District ${i}`,
    parentCode: null,
    setting: null,
    grouping: '',
    sort: i,
    childCount: 0,
  })),
  Array.from({ length: INDICATORS }, (_, i) => ({
    code: `ind${i}`,
    name: `指标${i}`,
    nameEn: `Indicator ${i}`,
    unit: '万元',
    direction: 'benefit' as const,
    // A range below zero lets the generated values be negative.
    plausibleLow: -1e12,
    plausibleHigh: null,
    scale: null,
  })),
)
const check = (text: string | Uint8Array, period: string | null = null): Promise<CheckedFile> =>
  checkFile(
    typeof text === 'string' ? new TextEncoder().encode(text) : text,
    period,
    dictionary,
    noMapping(),
    () => undefined,
  )
const noMapping = () => readMapping(NO_MAPPING, dictionary)
type Staged = Record<string, Record<string, number>>
const textsOf = (checked: CheckedFile, maxBytes?: number): string[] =>
  checked.cells === null ? [] : stagedChunks(checked.cells, dictionary, checked.problems, maxBytes)
const stagedOf = (checked: CheckedFile, maxBytes?: number): Staged[] =>
  textsOf(checked, maxBytes).map((c) => {
    const groups = JSON.parse(c) as Record<string, Record<string, number>>
    return Object.fromEntries(
      Object.entries(groups).map(([key, cells]) => [
        key,
        Object.fromEntries(Object.entries(cells).map(([place, value]) => [place.split(' ')[0], value])),
      ]),
    )
  })
const merged = (chunks: readonly Staged[]): Staged => {
  const all: Staged = {}
  for (const chunk of chunks) for (const [key, values] of Object.entries(chunk)) all[key] = { ...all[key], ...values }
  return all
}

const quoted = (c: string): string => (/[",\n]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c)
const value = fc.oneof(
  fc.integer({ min: -1e6, max: 1e6 }),
  fc.double({ min: -1e9, max: 1e9, noNaN: true }).filter((v) => Math.abs(v) > 1e-6 || v === 0),
)
const table = fc.uniqueArray(
  fc.record({
    a: fc.nat(AREAS - 1),
    i: fc.nat(INDICATORS - 1),
    p: fc.constantFrom('2022', '2023', '2024-Q1'),
    v: value,
  }),
  { selector: (c) => `${c.a} ${c.i} ${c.p}`, minLength: 1, maxLength: 60 },
)

describe('checkFile', () => {
  it('stages exactly the values of a long file, whatever the order of its rows and the size of its chunks', async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 60, max: 400 }), async (cells, maxBytes) => {
        const checked = await check(
          `地区,指标代码,时期,值\r\n${cells.map((c) => `A${c.a},ind${c.i},${c.p},${c.v}`).join('\r\n')}`,
        )
        expect(checked.problems.listed()).toEqual([])
        const chunks = stagedOf(checked, maxBytes)
        const want = merged(cells.map((c) => ({ [`${c.p} ind${c.i}`]: { [`area_${c.a}`]: c.v === 0 ? 0 : c.v } })))
        expect(merged(chunks)).toEqual(want)
        expect(textsOf(checked, maxBytes).every((t) => new TextEncoder().encode(t).length <= maxBytes)).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  it('reads a wide file and its long form alike', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc
          .array(fc.array(fc.option(value), { minLength: INDICATORS, maxLength: INDICATORS }), {
            minLength: AREAS,
            maxLength: AREAS,
          })
          .filter((t) => t.flat().some((v) => v !== null)),
        async (rows) => {
          const wide = await check(
            `地区,${Array.from({ length: INDICATORS }, (_, i) => `指标${i}`).join(',')}\n${rows.map((r, a) => `甲${a}区,${r.map((v) => v ?? '—').join(',')}`).join('\n')}\n`,
            '2024',
          )
          const long = await check(
            `area,indicator,value\n${rows.flatMap((r, a) => r.map((v, i) => `District ${a},Indicator ${i},${v ?? ''}`)).join('\n')}\n`,
            '2024',
          )
          expect(merged(stagedOf(wide))).toEqual(merged(stagedOf(long)))
          expect([wide.missingCount, wide.cells?.count]).toEqual([long.missingCount, long.cells?.count])
        },
      ),
      { numRuns: 80 },
    )
  })

  it('never throws, and either stages values or names an error, for any bytes', async () => {
    const line = fc.array(
      fc.oneof(
        fc.constantFrom(
          '地区',
          '时期',
          '值',
          '指标',
          'A1',
          'ind1',
          '指标2（亿元）',
          '2024',
          '"',
          '""',
          ',',
          '\t',
          '1.5',
          '３',
          '-',
          '%',
          '亿',
          '\0',
          '\r',
          '',
          ' ',
        ),
        fc.string({ maxLength: 6 }),
      ),
      { maxLength: 8 },
    )
    const csvLike = fc
      .array(line, { maxLength: 8 })
      .map((lines) => new TextEncoder().encode(lines.map((l) => l.join(',')).join('\n')))
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.uint8Array({ maxLength: 300 }), csvLike),
        fc.constantFrom(null, '2024'),
        async (bytes, period) => {
          const checked = await check(bytes, period)
          expect(checked.cells === null).toBe(checked.problems.errorCount > 0)
          for (const [i, p] of checked.problems.listed().entries())
            for (const words of Object.values(WORDS))
              expect(problemView(p, i, { clean: 1, isPartial: false }, null, words).message).not.toMatch(
                /undefined|null|NaN/,
              )
        },
      ),
      { numRuns: 1500 },
    )
  })

  it('finds every repeated cell, and names the first of its kind', async () => {
    const checked = await check(
      '地区,指标,时期,值\nA1,ind1,2024,1\nA2,ind1,2024,1\nA1,指标1,2024年,2\n甲1区,ind1,2024,3\n',
    )
    expect(checked.problems.listed()).toMatchObject([
      {
        code: 'duplicate-row',
        row: 4,
        count: 2,
        places: [
          { row: 4, hint: 2 },
          { row: 5, hint: 2 },
        ],
      },
    ])
  })
})

describe('csvSlices', () => {
  it('gives the same rows in slices as in one piece, across quotes, line ends and two-megabyte files', () => {
    const cells = ['plain', 'with "quotes"', 'a,comma', 'two\nlines', '中文，标点', '']
    const rows = Array.from({ length: 60_000 }, (_, i) => [
      String(i),
      cells[i % cells.length] ?? '',
      cells[(i * 7) % cells.length] ?? '',
    ])
    const text = rows.map((r) => r.map(quoted).join(',')).join('\r\n')
    expect(text.length).toBeGreaterThan(1_000_000)
    const read: string[][] = []
    for (const slice of csvSlices(text)) {
      expect(slice.firstRow).toBe(read.length + 1)
      expect(slice.faults).toEqual([])
      for (const row of slice.rows) read.push(row)
    }
    expect(read).toEqual(rows)
  })

  it('stops at a quotation mark that never closes instead of holding the file', () => {
    const slices = [...csvSlices(`a,b\n"open,1\n${'x,y\n'.repeat(1_500_000)}`)]
    expect(slices.at(-1)?.faults).toEqual([{ row: 2, kind: 'unclosed-quote' }])
  })
})
