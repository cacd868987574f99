import { describe, expect, it } from 'vitest'
import { computeSources } from '../../../worker/engine/computeSources.ts'
import { computeTrends } from '../../../worker/engine/computeTrends.ts'
import { kernelDensity } from '../../../worker/engine/time/kernelDensity.ts'
import { sharedDensities } from '../../../worker/engine/time/sharedDensities.ts'

const periods = ['2020', '2021', '2022', '2023', '2024']
/** Three areas that close in on 80 by a fifth of their distance a year. */
const closing = periods.map((_, t) => [40, 60, 70].map((start) => 80 - (80 - start) * 0.8 ** t))

describe('computeTrends', () => {
  it('sees areas move together: σ falls beyond chance, β is negative with a half-life in years', () => {
    const trends = computeTrends({ periods, series: { R: closing } })['R']
    if (!trends?.sigma) throw new Error(trends?.reason)
    expect(trends.sigma.values[0]?.value).toBeCloseTo(Math.sqrt(1400 / 9) / (170 / 3), 12)
    const [segment] = trends.sigma.trend.segments
    expect(segment).toMatchObject({ n: 5, direction: 'down', steady: true, test: { significant: true } })
    expect(segment?.test?.senSlope).toBeLessThan(0)
    expect(trends.beta).toMatchObject({ from: '2020', to: '2024', years: 4 })
    expect(trends.beta?.fit.beta).toBeLessThan(0)
    expect(trends.markov).toBeNull()
  })

  it('counts moves between grades and lays the densities on one grid', () => {
    const trends = computeTrends({ periods, series: { R: closing }, grades: [80, 60, 70] })['R']
    if (!trends?.sigma) throw new Error(trends?.reason)
    expect(trends.markov?.limits).toEqual([60, 70, 80])
    // 40 → 48 → 54.4 → 59.5 → 63.6: three moves below 60, one up; 60 → 64 → 67.2 → 69.8 → 71.8; 70 → … → 75.9 stays.
    expect(trends.markov?.transitions.counts).toEqual([
      [3, 1, 0, 0],
      [0, 3, 1, 0],
      [0, 0, 4, 0],
      [0, 0, 0, 0],
    ])
    expect(trends.markov?.transitions.transition[3]).toBeNull()
    const { grid, curves } = trends.density
    expect(curves).toHaveLength(5)
    const step = (grid[1] ?? 0) - (grid[0] ?? 0)
    for (const curve of curves) {
      expect(curve.density?.reduce((a, b) => a + b, 0) ?? 0).toBeCloseTo(1 / step, 1)
    }
  })

  it('draws the same curve as the kernel density itself', () => {
    const rows = [
      [41.2, 57.9, 60, 60, 88.1],
      [1, 2, 3, 4, 100],
    ]
    const { grid, curves } = sharedDensities(rows)
    for (const [t, row] of rows.entries()) {
      const peer = kernelDensity(row, { grid })
      if (peer.bandwidth === null) throw new Error(peer.reason)
      expect(curves[t]?.bandwidth).toBe(peer.bandwidth)
      for (const [i, height] of peer.density.entries()) expect(curves[t]?.density?.[i]).toBeCloseTo(height, 13)
    }
  })

  it('never counts a move or a growth across a break of definition', () => {
    const breaks = { R: [{ period: '2023', note: '改口径' }] }
    const trends = computeTrends({ periods, series: { R: closing }, grades: [60], breaks })['R']
    if (!trends?.sigma) throw new Error(trends?.reason)
    expect(trends.segments).toEqual([
      { from: '2020', to: '2022', opens: [] },
      { from: '2023', to: '2024', opens: breaks.R },
    ])
    expect(trends.beta).toMatchObject({ from: '2023', to: '2024', years: 1 })
    expect(trends.sigma.trend.segments.map((one) => one.test)).toEqual([null, null])
    expect(trends.markov?.transitions.counts.flat().reduce((a, b) => a + b, 0)).toBe(9)
  })

  it('weighs by population where a period has one', () => {
    const row = [40, 60, 70]
    const series = { R: [row, row] }
    const trends = computeTrends({ periods: ['2020', '2021'], series, populations: [[1, 1, 1e9], null] })['R']
    if (!trends?.sigma) throw new Error(trends?.reason)
    expect(trends.sigma.values[0]?.value).toBeLessThan(1e-3)
    expect(trends.sigma.values[1]?.value).toBeGreaterThan(0.2)
  })

  it('says why there is nothing: incomparable scores, one period, two areas', () => {
    const incomparable = new Set(['R'])
    expect(computeTrends({ periods, series: { R: closing }, incomparable })['R']).toEqual(nothing('not-comparable'))
    expect(computeTrends({ periods: ['2020'], series: { R: [[1, 2, 3]] } })['R']).toEqual(nothing('too-few-periods'))
    const two = closing.map((row) => row.slice(0, 2))
    expect(computeTrends({ periods, series: { R: two } })['R']).toEqual(nothing('too-few-areas'))
  })

  it('names what does not fit', () => {
    expect(() => computeTrends({ periods, series: { R: closing.slice(1) } })).toThrow(/^series\.R: 4 rows/)
    expect(() => computeTrends({ periods, series: { R: closing, S: closing.map(() => [1]) } })).toThrow(
      /^series\.S\[0\]/,
    )
    expect(() => computeTrends({ periods, series: { R: closing }, populations: [] })).toThrow(/^populations: /)
    expect(() => computeTrends({ periods, series: { R: closing }, grades: [Number.NaN] })).toThrow(/^grades\[0\]: /)
  })
})

describe('computeSources', () => {
  const A = [60, 70, 80, 90]
  const B = [80, 80, 80, 80]
  const C = [90, 80, 70, 60]

  it('finds all of the spread in the only part that varies', () => {
    const { n, missing, shapley, gini } = computeSources({ parts: { A, B }, weights: { A: 3, B: 1 } })
    expect([n, missing]).toEqual([4, 0])
    if (shapley.total === null || gini.total === null) throw new Error(shapley.reason)
    expect(shapley.sources.map((one) => one.share)).toEqual([1, 0])
    expect(gini.sources.map((one) => one.share)).toEqual([1, 0])
    expect(shapley.total).toBeCloseTo((0.75 * Math.sqrt(125)) / (0.75 * 75 + 20), 12)
  })

  it('adds up to the whole, with parts that work against it below 0', () => {
    const { shapley, gini } = computeSources({ parts: { A, C, B }, weights: { A: 2, C: 1, B: 1 } })
    if (shapley.total === null || gini.total === null) throw new Error(shapley.reason)
    expect(shapley.sources.reduce((sum, one) => sum + one.contribution, 0)).toBeCloseTo(shapley.total, 12)
    expect(gini.sources.reduce((sum, one) => sum + one.contribution, 0)).toBeCloseTo(gini.total, 12)
    expect(gini.sources[1]?.share).toBeLessThan(0)
  })

  it('refuses to split a score that is not the weighted mean of its parts', () => {
    const parts = { A, C }
    const weights = { A: 1, C: 1 }
    const mean = A.map((a, i) => (a + (C[i] ?? 0)) / 2)
    expect(computeSources({ parts, weights, total: mean }).shapley.total).not.toBeNull()
    const geometric = A.map((a, i) => Math.sqrt(a * (C[i] ?? 0)))
    expect(computeSources({ parts, weights, total: geometric })).toMatchObject({
      shapley: { total: null, reason: 'not-additive' },
      gini: { total: null, reason: 'not-additive' },
    })
  })

  it('leaves incomplete areas out, counts them, and stops below three', () => {
    const parts = { A: [60, null, 80, 90], B }
    const weights = { A: 1, B: 1 }
    expect(computeSources({ parts, weights })).toMatchObject({ n: 3, missing: 1 })
    const total = [70, null, 80, null]
    expect(computeSources({ parts, weights, total })).toMatchObject({ n: 2, shapley: { reason: 'too-few-areas' } })
  })

  it('keeps the Gini shares where Shapley’s coalitions would be too many', () => {
    const parts = Object.fromEntries(Array.from({ length: 17 }, (_, k) => [`P${k}`, A.map((a) => a + k)]))
    const weights = Object.fromEntries(Object.keys(parts).map((key) => [key, 1]))
    const { shapley, gini } = computeSources({ parts, weights })
    expect(shapley).toEqual({ total: null, reason: 'too-many-sources' })
    expect(gini.total).not.toBeNull()
  })

  it('names what does not fit', () => {
    expect(() => computeSources({ parts: {}, weights: {} })).toThrow(/^parts: /)
    expect(() => computeSources({ parts: { A, B: [1] }, weights: { A: 1, B: 1 } })).toThrow(/^parts\.B: /)
    expect(() => computeSources({ parts: { A }, weights: {} })).toThrow(/^weights\.A: /)
    expect(() => computeSources({ parts: { A }, weights: { A: 0 } })).toThrow(/^weights: /)
    expect(() => computeSources({ parts: { A }, weights: { A: 1 }, total: [1] })).toThrow(/^total: /)
  })
})

function nothing(reason: string) {
  return { sigma: null, beta: null, markov: null, density: null, reason }
}
