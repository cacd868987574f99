/** A column made ready for the indices: known values as doubles, weights aligned with them, mean and extremes.
 * Every index takes `Values | Column`; making the Column once is what lets a batch share the work (sum, sort).
 * Areas without a value, and areas of weight 0, are left out together with their weight. Arrays that need no change
 * are used as they are, never copied. Surprise: values of extreme size are held divided by a power of two (`unit`), so
 * squares and products can neither overflow nor vanish; ratio indices do not notice, the others multiply back. */
import type { InputFault, Reason, Values, Weights } from '../types.ts'
import { EngineInputError } from '../types.ts'
import type { ColumnTotals } from './columnTotals.ts'
import { columnTotals, extremesOf, weightedColumnTotals } from './columnTotals.ts'
import type { Extremes } from './unrolledSums.ts'
import { powerOfTwoBelow } from './powerOfTwoBelow.ts'
import type { Sorted } from './sortAscending.ts'
import { sortAscending } from './sortAscending.ts'

const LARGE = 2 ** 200
const SMALL = 2 ** -200

export class Column {
  /** Areas that have a value, whatever their weight. */
  readonly n: number
  readonly missing: number
  /** Values that carry weight, divided by `unit`. */
  readonly x: Float64Array
  /** Their weights; absent when all weigh the same. */
  readonly w: Float64Array | undefined
  readonly unit: number
  /** Σ w divided by `weightUnit`, or the number of values. */
  readonly weight: number
  readonly weightUnit: number
  /** Of `x`, hence divided by `unit`; NaN when there is no value. */
  readonly mean: number
  /** Why no index has a value, if so: an infinity, no weight at all, or fewer than two areas. */
  readonly fault: Reason | undefined
  #sorted: Sorted | undefined
  /** Absent in an easy column until asked for: finding them costs as much as the sum. */
  #extremes: Extremes | undefined

  constructor(values: Values, weights?: Weights) {
    const clean = cleanColumn(values, weights)
    if (clean === undefined && weights !== undefined) requireWeights(values, weights)
    const known = clean ?? knownValues(values, weights)
    this.n = known.n
    this.missing = values.length - known.n
    const totals = clean?.totals ?? totalsOf(known.x, known.w)
    const size =
      totals.extremes === undefined ? 1 : Math.max(Math.abs(totals.extremes.min), Math.abs(totals.extremes.max))
    const scaled = Number.isFinite(size) && size > 0 && (size > LARGE || size < SMALL)
    this.unit = scaled ? powerOfTwoBelow(size) : 1
    this.x = scaled ? known.x.map((value) => value / this.unit) : known.x
    this.w = known.w
    const settled = scaled ? totalsOf(this.x, this.w) : totals
    this.weight = settled.weight
    this.weightUnit = known.weightUnit
    this.mean = meanOf(settled)
    this.#extremes = settled.extremes
    this.fault = !Number.isFinite(size) && this.x.length > 0 ? 'overflow' : faultOf(this.n, this.x.length)
  }

  /** Of `x`, hence divided by `unit`; infinite when there is no value. */
  get min(): number {
    return this.#range.min
  }

  get max(): number {
    return this.#range.max
  }

  /** Whether any value is below 0; an easy column (columnTotals.ts) has none, and is not searched for it. */
  get hasNegative(): boolean {
    return this.#extremes !== undefined && this.#extremes.min < 0
  }

  get #range(): Extremes {
    this.#extremes ??= extremesOf(this.x)
    return this.#extremes
  }

  /** The mean in the unit of the data. */
  get meanValue(): number {
    return this.mean * this.unit
  }

  /** Whether `sorted` is there already, for those who could do with less. */
  get isSorted(): boolean {
    return this.#sorted !== undefined
  }

  /** Values ascending with their weights; computed once. */
  get sorted(): Sorted {
    this.#sorted ??= sortAscending(this.x, this.w, this.#range)
    return this.#sorted
  }
}

export function columnOf(values: Values | Column, weights?: Weights): Column {
  return values instanceof Column ? values : new Column(values, weights)
}

function faultOf(known: number, weighing: number): Reason | undefined {
  if (known < 2) return 'too-few-areas'
  if (weighing === 0) return 'no-weight'
  return weighing < 2 ? 'too-few-areas' : undefined
}

/** Rounding may not take the mean beyond the extremes: equal values have exactly their own mean. */
function meanOf({ sum, weight, extremes }: ColumnTotals): number {
  const mean = sum / weight
  return extremes === undefined ? mean : Math.min(Math.max(mean, extremes.min), extremes.max)
}

function totalsOf(x: Float64Array, w: Float64Array | undefined): ColumnTotals {
  return w === undefined ? columnTotals(x) : weightedColumnTotals(x, w)
}

interface Known {
  readonly x: Float64Array
  readonly w: Float64Array | undefined
  readonly weightUnit: number
  readonly n: number
}

/** The common case, known from one pass: typed arrays without a gap, weights all positive and of ordinary size. */
function cleanColumn(
  values: Values,
  weights: Weights | undefined,
): (Known & { readonly totals: ColumnTotals }) | undefined {
  if (!(values instanceof Float64Array)) return undefined
  const n = values.length
  if (weights === undefined) {
    const totals = columnTotals(values)
    return Number.isNaN(totals.sum) ? undefined : { x: values, w: undefined, weightUnit: 1, n, totals }
  }
  if (!(weights instanceof Float64Array) || weights.length !== n) return undefined
  const totals = weightedColumnTotals(values, weights)
  const ordinary = !Number.isNaN(totals.sum) && totals.minWeight > SMALL && totals.maxWeight < LARGE
  return ordinary ? { x: values, w: weights, weightUnit: 1, n, totals } : undefined
}

/** Drops what is missing (null, NaN) or weighs nothing; hands typed arrays through when nothing has to go. */
function knownValues(values: Values, weights: Weights | undefined): Known {
  const length = values.length
  let known = 0
  let kept = 0
  for (let i = 0; i < length; i++) {
    const value = values[i]
    if (value === null || value === undefined || value !== value) continue
    known++
    if (weights === undefined || weights[i] > 0) kept++
  }
  const whole = kept === length
  if (whole && values instanceof Float64Array) return { x: values, ...unitWeights(weights), n: known }
  const x = new Float64Array(kept)
  const w = weights === undefined || whole ? undefined : new Float64Array(kept)
  for (let i = 0, at = 0; i < length; i++) {
    const value = values[i]
    if (value === null || value === undefined || value !== value) continue
    const weight = weights === undefined ? 1 : weights[i]
    if (weight <= 0) continue
    x[at] = value
    if (w !== undefined) w[at] = weight
    at++
  }
  return { x, ...unitWeights(whole ? weights : w), n: known }
}

/** Weights as doubles; of extreme size they too are divided by a power of two (only their proportions matter). */
function unitWeights(weights: Weights | undefined): {
  readonly w: Float64Array | undefined
  readonly weightUnit: number
} {
  if (weights === undefined) return { w: undefined, weightUnit: 1 }
  const w = weights instanceof Float64Array ? weights : Float64Array.from(weights)
  let max = 0
  for (let i = 0; i < w.length; i++) if (w[i] > max) max = w[i]
  if (max === 0 || (max < LARGE && max > SMALL)) return { w, weightUnit: 1 }
  const weightUnit = powerOfTwoBelow(max)
  return { w: w.map((weight) => weight / weightUnit), weightUnit }
}

/** Weights must be as many as the values, finite and not negative; anything else is a fault of the request. */
function requireWeights(values: Values, weights: Weights): void {
  const faults: InputFault[] = []
  if (weights.length !== values.length) {
    faults.push({ path: 'weights', code: 'length', message: `${weights.length} weights for ${values.length} values` })
  }
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i]
    if (weight >= 0 && weight < Infinity) continue
    faults.push({ path: `weights[${i}]`, code: 'weight', message: 'a weight must be a finite number, 0 or more' })
  }
  if (faults.length > 0) throw new EngineInputError(faults)
}
