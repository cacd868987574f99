/**
 * Kernel density of a distribution over areas, for the chart that shows whether a city has one level or two.
 *
 * Formulas: f(g) = Σ φ((g − x_i)/h)/(n h), φ Gaussian; h = s(3n/4)^(−1/5) with s on n − 1 (scipy's "silverman"), or
 * with `rule: 'nrd0'` 0.9 min(s, IQR/1.34) n^(−1/5) (R bw.nrd0), or a given `bandwidth`. Source: Silverman 1986.
 * The grid, unless given, has `points` (101) from min − 3h to max + 3h.
 * Edge policy: missing values are left out; fewer than 2 values (`too-few-areas`) and equal values (`constant`) have no
 * bandwidth of their own: null unless one is given. Unusable options and infinite values throw. Complexity: O(n·points).
 *
 * @example kernelDensity([1, 2, 3], { grid: [2] }) // { bandwidth: 0.85…, grid: [2], density: [0.31…] }
 */
import { ln } from '../numeric/ln.ts'
import { portableExp } from '../numeric/portableExp.ts'
import { CompensatedSum, sum } from '../numeric/sum.ts'
import { EngineInputError } from '../types.ts'
import type { Reason, Values } from '../types.ts'
import { presentValues } from '../numeric/presentValues.ts'

export interface DensityOptions {
  readonly grid?: readonly number[]
  readonly points?: number
  readonly bandwidth?: number
  readonly rule?: 'silverman' | 'nrd0'
}

export interface Density {
  readonly n: number
  readonly bandwidth: number
  readonly grid: readonly number[]
  readonly density: readonly number[]
  readonly reason?: never
}

export type DensityOutcome = Density | { readonly bandwidth: null; readonly n: number; readonly reason: Reason }

export function kernelDensity(column: Values, options: DensityOptions = {}): DensityOutcome {
  requireOptions(options)
  const { values } = presentValues(column, 'values')
  const x = Float64Array.from(values).sort()
  const n = x.length
  if (n === 0 || (n < 2 && options.bandwidth === undefined)) return { bandwidth: null, n, reason: 'too-few-areas' }
  const bandwidth = options.bandwidth ?? bandwidthOf(x, options.rule ?? 'silverman')
  if (bandwidth === 0) return { bandwidth: null, n, reason: 'constant' }
  const grid =
    options.grid ?? evenGrid((x[0] ?? 0) - 3 * bandwidth, (x[n - 1] ?? 0) + 3 * bandwidth, options.points ?? 101)
  const height = 1 / (n * Math.sqrt(2 * Math.PI)) / bandwidth
  if (!Number.isFinite(bandwidth) || !Number.isFinite(height) || !grid.every(Number.isFinite)) {
    return { bandwidth: null, n, reason: 'overflow' }
  }
  const density = grid.map((g) => {
    const heap = new CompensatedSum()
    for (let i = 0; i < n; i += 1) heap.add(gauss((g - (x[i] as number)) / bandwidth))
    return height * heap.value
  })
  return { n, bandwidth, grid, density }
}

function bandwidthOf(x: Float64Array, rule: 'silverman' | 'nrd0'): number {
  const n = x.length
  const low = x[0] ?? 0
  if (low === x[n - 1]) return 0
  // Moments about the smallest value in units of the range: neither 1e9 + small nor 1e200 loses the spread.
  const range = (x[n - 1] ?? 0) - low
  const unit = x.map((v) => (v - low) / range)
  const mean = sum(unit) / n
  const s = range * Math.sqrt(sum(unit.map((v) => (v - mean) * (v - mean))) / (n - 1))
  if (rule === 'silverman') return s * fifthRootInverse((3 * n) / 4)
  const spread = (quantile(x, 0.75) - quantile(x, 0.25)) / 1.34
  return 0.9 * (spread > 0 ? Math.min(s, spread) : s) * fifthRootInverse(n)
}

/** e^(−z²/2), and n^(−1/5): by arithmetic alone, so that a chart's digits are the same in every engine. */
function gauss(z: number): number {
  return portableExp(-0.5 * z * z)
}

function fifthRootInverse(n: number): number {
  return portableExp(-0.2 * ln(n))
}

/** Type 7 on sorted values. */
function quantile(sorted: Float64Array, q: number): number {
  const at = q * (sorted.length - 1)
  const low = sorted[Math.floor(at)] ?? 0
  return low + (at - Math.floor(at)) * ((sorted[Math.ceil(at)] ?? 0) - low)
}

function evenGrid(from: number, to: number, points: number): number[] {
  const step = (to - from) / (points - 1)
  return Array.from({ length: points }, (_, i) => (i === points - 1 ? to : from + i * step))
}

function requireOptions({ grid, points = 101, bandwidth = 1 }: DensityOptions): void {
  if (!(bandwidth > 0 && Number.isFinite(bandwidth))) throw fault('bandwidth', 'a bandwidth is a positive number')
  if (!Number.isInteger(points) || points < 2 || points > 10_000) throw fault('points', 'points is 2 to 10000')
  const bad = grid?.findIndex((g) => !Number.isFinite(g)) ?? -1
  if (bad >= 0) throw fault(`grid[${bad}]`, 'a grid point must be finite')
}

function fault(path: string, message: string): EngineInputError {
  return new EngineInputError([{ path, code: 'bad-option', message }])
}
