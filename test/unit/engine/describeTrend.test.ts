import { describe, expect, it } from 'vitest'
import { describeTrend } from '../../../worker/engine/time/describeTrend.ts'
import { exactTrend } from '../../../worker/engine/time/exactTrend.ts'
import { inversionCounts } from '../../../worker/engine/time/inversionCounts.ts'
import { mannKendall } from '../../../worker/engine/time/mannKendall.ts'
import { periodTime, periodTimes } from '../../../worker/engine/time/periodTime.ts'

describe('periodTime', () => {
  it('puts every kind of period at its middle', () => {
    expect(['2021', '2022-H1', '2022-H2', '2024-Q1', '2024-Q4', '2024-05'].map(periodTime)).toEqual([
      2021.5,
      2022.25,
      2022.75,
      2024.125,
      2024.875,
      2024 + 4.5 / 12,
    ])
    expect(['', '21', '2024-13', '2024-Q5', '2024-H3', '2024-5', ' 2024'].map(periodTime)).toEqual(
      Array.from({ length: 7 }, () => null),
    )
  })

  it('refuses periods that are none or do not run forward, by their place', () => {
    expect(() => periodTimes(['2021', 'last year'])).toThrow(/^periods\[1\]: /)
    expect(() => periodTimes(['2022', '2021'])).toThrow(/^periods\[1\]: .*does not come after “2022”/)
    expect(() => periodTimes(['2022', '2022'])).toThrow(/^periods\[1\]: /)
  })
})

describe('inversionCounts', () => {
  it.each([[[1, 2, 3]], [[1, 1, 2, 2]], [[1, 1, 1, 2, 3]], [[1, 2, 2, 3, 3, 3]], [[4, 4, 4]]])(
    '%j: as by listing every ordering',
    (values) => {
      const ties = [...new Set(values)].map((value) => values.filter((other) => other === value).length)
      expect(inversionCounts(ties)).toEqual(counted(values))
    },
  )

  it('keeps its counts positive and its total right where they no longer fit integers', () => {
    const counts = inversionCounts(Array.from({ length: 50 }, () => 1))
    expect(counts).toHaveLength(1226)
    expect(counts.every((count) => count >= 1)).toBe(true)
    const factorial = Array.from({ length: 50 }, (_, i) => i + 1).reduce((a, b) => a * b, 1)
    expect(counts.reduce((a, b) => a + b, 0) / factorial).toBeCloseTo(1, 12)
  })
})

describe('exactTrend and mannKendall', () => {
  it('are exact up to 50 values, with counts while they are integers, and normal beyond', () => {
    expect(rising(18)).toMatchObject({ countAtLeast: 2, total: 6_402_373_705_728_000 })
    expect(rising(19)).toMatchObject({ countAtLeast: null, total: null })
    expect((rising(50) as { exactP: number }).exactP).toBeGreaterThan(0)
    expect(rising(51)).toMatchObject({ exactP: null, significant: true })
    expect(exactTrend([51], 0)).toEqual({ exactP: null, countAtLeast: null, total: null })
  })

  it('agree near the hand-over: the normal p of 50 values is within 0.001 of the exact one', () => {
    const wavy = Array.from({ length: 50 }, (_, i) => i + 60 * ((i * 17) % 5))
    const trend = mannKendall(wavy)
    if (trend.S === null) throw new Error(trend.reason)
    expect(trend.exactP).toBeGreaterThan(0.01)
    expect(Math.abs(trend.p - (trend.exactP ?? 0))).toBeLessThan(1e-3)
  })

  it('takes slopes over the given times, which must rise and fit', () => {
    const trend = mannKendall([70, 72, 71], { times: [2019, 2021, 2022] })
    expect(trend).toMatchObject({ S: 1, senSlope: 1 / 3 })
    expect(() => mannKendall([1, 2, 3], { times: [1, 1, 2] })).toThrow(/^times\[1\]: /)
    expect(() => mannKendall([1, 2, 3], { times: [1, 2] })).toThrow(/^times: /)
  })
})

describe('describeTrend', () => {
  const periods = ['2019', '2020', '2021', '2022', '2023', '2024']

  it('describes a short series and does not test it', () => {
    const { segments } = describeTrend({ periods: ['2021', '2022', '2024', '2025'], values: [70, 72, 71, 75] })
    expect(segments).toEqual([
      {
        from: '2021',
        to: '2025',
        opens: [],
        n: 4,
        first: { period: '2021', time: 2021.5, value: 70 },
        last: { period: '2025', time: 2025.5, value: 75 },
        change: 5,
        relativeChange: 5 / 70,
        direction: 'up',
        steady: false,
        test: null,
        reason: 'too-few-periods',
      },
    ])
  })

  it('tests five periods and more, with the slope per year whatever the gaps', () => {
    const { segments } = describeTrend({
      periods: ['2015', '2017', '2019', '2021', '2023'],
      values: [60, 62, 64, 66, 68],
    })
    expect(segments).toMatchObject([{ n: 5, steady: true, test: { senSlope: 1, exactP: 1 / 60, significant: true } }])
    const mixed = describeTrend({ periods: ['2023', '2024-H1', '2024-H2', '2025-Q1'], values: [1, 2, 3, 4] })
    expect(mixed.segments[0]?.last?.time).toBe(2025.125)
  })

  it('cuts at a break of definition and names what changed', () => {
    const { segments } = describeTrend({
      periods,
      values: [60, 61, 62, 80, 81, 82],
      breaks: [{ period: '2022', note: '统计口径由户籍人口改为常住人口' }],
    })
    expect(segments.map((one) => [one.from, one.to, one.change, one.test, one.opens.map((b) => b.note)])).toEqual([
      ['2019', '2021', 2, null, []],
      ['2022', '2024', 2, null, ['统计口径由户籍人口改为常住人口']],
    ])
  })

  it('opens at the next period when a break falls between two, and cuts nothing outside the series', () => {
    expect(startsAround('2021')).toEqual(['2020', '2022'])
    expect(startsAround('2022')).toEqual(['2020', '2022'])
    expect(startsAround('2018')).toEqual(['2020'])
    expect(startsAround('2025')).toEqual(['2020'])
    expect(() => startsAround('soon')).toThrow(/^breaks\[0\]\.period: /)
  })

  it('leaves missing periods out but in their place, and says what an empty segment lacks', () => {
    const { segments } = describeTrend({ periods, values: [60, null, null, null, null, 65] })
    expect(segments).toMatchObject([{ n: 2, change: 5, direction: 'up', steady: true }])
    const empty = describeTrend({ periods, values: periods.map(() => null) })
    expect(empty.segments).toMatchObject([{ n: 0, first: null, change: null, direction: null, steady: null }])
    const flat = describeTrend({ periods, values: [0, 0, 0, 0, 0, 0] })
    expect(flat.segments).toMatchObject([
      { direction: 'level', steady: true, change: 0, relativeChange: null, test: { exactP: 1, significant: false } },
    ])
  })

  it('gives a reason and no trend where periods are not comparable', () => {
    expect(describeTrend({ periods, values: [1, 2, 3, 4, 5, 6], comparable: false })).toEqual({
      segments: [],
      reason: 'not-comparable',
    })
    expect(() => describeTrend({ periods, values: [1] })).toThrow(/^values: /)
  })
})

/** Every distinct ordering, counted by hand of a loop. */
function counted(values: readonly number[]): number[] {
  const seen = new Map<string, number>()
  const walk = (left: readonly number[], placed: readonly number[]): void => {
    if (left.length === 0) {
      const falling = placed.flatMap((a, i) => placed.slice(i + 1).filter((b) => b < a)).length
      seen.set(placed.join(), falling)
    }
    left.forEach((value, i) => walk([...left.slice(0, i), ...left.slice(i + 1)], [...placed, value]))
  }
  walk(values, [])
  const counts: number[] = []
  for (const falling of seen.values()) counts[falling] = (counts[falling] ?? 0) + 1
  return counts
}

function rising(n: number) {
  return mannKendall(Array.from({ length: n }, (_, i) => i))
}

/** Where the segments of 2020, 2022 and 2024 begin under a break at a period. */
function startsAround(period: string) {
  return describeTrend({
    periods: ['2020', '2022', '2024'],
    values: [1, 2, 3],
    breaks: [{ period, note: 'n' }],
  }).segments.map((one) => one.from)
}
