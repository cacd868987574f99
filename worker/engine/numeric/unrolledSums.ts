/** The hot loops over one block [from, to) of a column: four running sums side by side, so that no addition waits for the
 * one before it. They are called block by block on purpose: a short function called often is compiled whole, while one
 * long loop is replaced half-way through a run and may stay slow. Plain loops of the same meaning:
 * test/unit/engine/numeric/columnTotals.test.ts.
 * A block of FOUR_BLOCKS values gives each chain 64, hence the bound of blockSum.ts. O(to − from). */
import { BLOCK } from './blockSum.ts'

export const FOUR_BLOCKS = 4 * BLOCK

/** Σ x of a block without a negative value; NaN when there is one, or a NaN. */
export function sumOfBlock(x: Float64Array, from: number, to: number): number {
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  let i = from
  for (; i + 3 < to; i += 4) {
    const p = x[i]
    const q = x[i + 1]
    const r = x[i + 2]
    const s = x[i + 3]
    if (!(p >= 0 && q >= 0 && r >= 0 && s >= 0)) return Number.NaN
    a += p
    b += q
    c += r
    d += s
  }
  for (; i < to; i++) {
    if (!(x[i] >= 0)) return Number.NaN
    a += x[i]
  }
  return a + b + (c + d)
}

export interface Extremes {
  readonly min: number
  readonly max: number
}

/** Widens `seen` to the block: four values that lie within it cost comparisons alone. NaN once there was one. */
export function extremesOfBlock(x: Float64Array, from: number, to: number, seen: Extremes): Extremes {
  let { min, max } = seen
  let i = from
  for (; i + 3 < to; i += 4) {
    const p = x[i]
    const q = x[i + 1]
    const r = x[i + 2]
    const s = x[i + 3]
    if (!(p >= min && q >= min && r >= min && s >= min)) min = Math.min(Math.min(min, p), Math.min(q, Math.min(r, s)))
    if (!(p <= max && q <= max && r <= max && s <= max)) max = Math.max(Math.max(max, p), Math.max(q, Math.max(r, s)))
  }
  for (; i < to; i++) {
    min = Math.min(min, x[i])
    max = Math.max(max, x[i])
  }
  return { min, max }
}

/** Σ (x − centre)². */
export function squaresOfBlock(x: Float64Array, from: number, to: number, centre: number): number {
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  let i = from
  for (; i + 3 < to; i += 4) {
    const p = x[i] - centre
    const q = x[i + 1] - centre
    const r = x[i + 2] - centre
    const s = x[i + 3] - centre
    a += p * p
    b += q * q
    c += r * r
    d += s * s
  }
  for (; i < to; i++) a += (x[i] - centre) * (x[i] - centre)
  return a + b + (c + d)
}

/** Σ |x − centre|. */
export function distancesOfBlock(x: Float64Array, from: number, to: number, centre: number): number {
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  let i = from
  for (; i + 3 < to; i += 4) {
    a += Math.abs(x[i] - centre)
    b += Math.abs(x[i + 1] - centre)
    c += Math.abs(x[i + 2] - centre)
    d += Math.abs(x[i + 3] - centre)
  }
  for (; i < to; i++) a += Math.abs(x[i] - centre)
  return a + b + (c + d)
}
