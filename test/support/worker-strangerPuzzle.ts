/** Several publications of one city put together as a stranger would: every public number of each becomes one equation over the values of all.
 * A value that two publications share is one unknown; one that was corrected between them is two. */
import type { Known, Puzzle } from './strangerSolver.ts'
import type { Seen } from './worker-disclosure.ts'
import type { EvaluationNode } from '../../worker/contract/evaluations.ts'

export interface Told {
  readonly seen: Seen
  readonly period: string
  readonly populations: readonly number[]
  /** Cells (`indicator area`) that were corrected before this publication. */
  readonly corrected?: readonly string[]
}

/** What is known of the values beforehand: the range, and each column's true s.d. for guesses. */
const RANGE = [0, 100] as const
const HALF_MEAN = 0.05
const HALF_INDEX = 0.0005
const HALF_SCORE = 0.05

export interface Cell {
  readonly indicator: string
  readonly area: string
  /** The dispersion that is public, or else the true one. */
  readonly sd: number
}

export function joinTold(
  told: readonly Told[],
  sdOf: (indicator: string) => number,
): { readonly puzzle: Puzzle; readonly cells: readonly Cell[] } {
  const cells: Cell[] = []
  const index = new Map<string, number>()
  const open = new Map<number, number>()
  const known: Known[] = []
  const centre: number[] = []
  const at = (indicator: string, area: string, corrected: readonly string[]): number => {
    const name = `${indicator} ${area}${corrected.includes(`${indicator} ${area}`) ? ' corrected' : ''}`
    const found = index.get(name)
    if (found !== undefined) return found
    index.set(name, cells.length)
    cells.push({ indicator, area, sd: sdOf(indicator) })
    return cells.length - 1
  }
  for (const { seen, period, populations, corrected = [] } of told) {
    const page = seen.periods.find((p) => p.period === period)
    const areas = seen.head.areas.map((a) => a.code)
    const leaves = seen.nodes.nodes.filter((n) => n.kind === 'indicator')
    for (const leaf of leaves) {
      const line = page?.indicators[leaf.code]
      const places = areas.map((a) => at(leaf.code, a, corrected))
      line?.values?.forEach((v, a) => {
        if (v !== null) open.set(places[a] ?? 0, v)
      })
      for (const i of places) centre[i] = line?.mean ?? centre[i] ?? 50
      if (line?.mean !== null && line?.mean !== undefined) known.push(meanOf(places, line.mean))
      if (line?.degree !== null && line?.degree !== undefined)
        known.push(indexOf(places, populations, 1 - line.degree / 100, leaf.scale?.kind === 'bounded'))
    }
    for (const [code, column] of Object.entries(page?.scores ?? {})) {
      if (code !== 'root') continue
      column.forEach((score, a) => {
        const area = areas[a] ?? ''
        if (score !== null)
          known.push(
            scoreOf(
              leaves,
              leaves.map((l) => at(l.code, area, corrected)),
              score,
            ),
          )
      })
    }
  }
  const bound = (k: 0 | 1): Float64Array => Float64Array.from(cells, (_, i) => open.get(i) ?? RANGE[k])
  return {
    cells,
    puzzle: {
      size: cells.length,
      low: bound(0),
      high: bound(1),
      known,
      guess: Float64Array.from(cells, (_, i) => centre[i] ?? 50),
      scale: Float64Array.from(cells, (c) => Math.max(1, c.sd)),
    },
  }
}

function meanOf(places: readonly number[], mean: number): Known {
  return {
    low: mean - HALF_MEAN,
    high: mean + HALF_MEAN,
    at: (x) => ({
      value: places.reduce((s, i) => s + (x[i] ?? 0), 0) / places.length,
      slopes: new Map(places.map((i) => [i, 1 / places.length])),
    }),
  }
}

function indexOf(places: readonly number[], populations: readonly number[], index: number, bounded: boolean): Known {
  const total = places.reduce((s, _, a) => s + (populations[a] ?? 0), 0)
  const weight = (a: number): number => (populations[a] ?? 0) / total
  return {
    low: index - HALF_INDEX,
    high: index + HALF_INDEX,
    at: (x) => {
      const value = (i: number): number => x[i] ?? 0
      const c = places.reduce((s, i, a) => s + weight(a) * value(i), 0)
      const s = Math.sqrt(places.reduce((q, i, a) => q + weight(a) * (value(i) - c) ** 2, 0))
      const slope = (i: number, a: number): number => {
        const ds = s === 0 ? 0 : (weight(a) * (value(i) - c)) / s
        return bounded ? ds / 50 : ds / c - (s * weight(a)) / (c * c)
      }
      return { value: bounded ? s / 50 : s / c, slopes: new Map(places.map((i, a) => [i, slope(i, a)])) }
    },
  }
}

/** The overall score of an area: anchors and weights are public. */
function scoreOf(leaves: readonly EvaluationNode[], places: readonly number[], score: number): Known {
  const total = leaves.reduce((s, l) => s + l.effectiveWeight, 0)
  return {
    low: score - HALF_SCORE,
    high: score + HALF_SCORE,
    at: (x) => {
      let value = 0
      const slopes = new Map<number, number>()
      leaves.forEach((leaf, j) => {
        const [floor, target] = [leaf.floor ?? 0, Number(leaf.target)]
        const steep = 40 / (target - floor)
        const i = places[j] ?? 0
        const own = 60 + steep * ((x[i] ?? 0) - floor)
        const weight = leaf.effectiveWeight / total
        value += weight * Math.min(100, Math.max(0, own))
        slopes.set(i, own > 0 && own < 100 ? weight * steep : 0)
      })
      return { value, slopes }
    },
  }
}
