/** What both aggregators share: the missing policy and the scratch that keeps their loops free of allocation. */

export const ARITHMETIC = 0
export const GEOMETRIC = 1
export const HARMONIC = 2
export const TOPSIS = 3

export interface CoveragePolicy {
  readonly strict: boolean
  readonly minCoverage: number
  readonly byCount: boolean
  /** Coverage is the effective weight of observed leaves, so a node may have a score whose children have none. */
  readonly byLeaves: boolean
}

export interface AggregateScratch {
  /** Per area: weight (or distances) gathered so far. */
  readonly available: Float64Array
  readonly nearer: Float64Array
  /** Per area: children present. */
  readonly present: Int32Array
  /** Per area: the extremes of the children's scores, which an arithmetic mean may not leave. */
  readonly lowest: Float64Array
  readonly highest: Float64Array
  /** Per node and area: share of the effective weight below it that is observed; empty unless coverage is by leaves. */
  readonly observed: Float64Array
  /** Per node: 1 = left out of this run (the omitted leaf, a parent with nothing left). */
  readonly absent: Uint8Array
  /** Per node: weight relative to the node TOPSIS looks at. */
  readonly relative: Float64Array
  readonly total: Float64Array
}

/** Scratch for `n` areas and `size` nodes; one per worker, reused by every run. O(n + size), O(n · size) when
 * coverage is by leaves. Example: `aggregateScratch(51, 60)`. */
export function aggregateScratch(n: number, size: number, byLeaves = false): AggregateScratch {
  return {
    available: new Float64Array(n),
    nearer: new Float64Array(n),
    present: new Int32Array(n),
    lowest: new Float64Array(n),
    highest: new Float64Array(n),
    observed: new Float64Array(byLeaves ? n * size : 0),
    absent: new Uint8Array(size),
    relative: new Float64Array(size),
    total: new Float64Array(size),
  }
}

/** Coverage is reached when the available share is at least minCoverage; exactly that share is kept, and 1e-12 of slack
 * keeps 2/3 of three thirds from failing by the last bit. Nothing available never suffices. O(1).
 * Example: `covers(2, 3, 2 / 3)` is true. */
export function covers(available: number, total: number, minCoverage: number): boolean {
  return available > 0 && available >= minCoverage * total * (1 - 1e-12)
}
