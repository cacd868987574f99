/**
 * Local Moran's I of every area (LISA) with its conditional-permutation moments.
 *
 * Idea: which areas stand among their like (HH, LL) and which stand out from their surroundings (HL, LH).
 * Formulas: I_i = z_i Σ_j w_ij z_j/m2, m2 = Σz²/(n − 1) as esda, or Σz²/n as spdep with `divisor: 'n'` (Anselin 1995).
 * Given z_i and the others in random order: E = −z_i² w_i/((n − 1) m2'), Var = (z_i/m2')² (n/(n − 2)) (w_i⁽²⁾ −
 * w_i²/(n − 1)) (m2' − z_i²/(n − 1)) with m2' = Σz²/n, w_i = Σ_j w_ij, w_i⁽²⁾ = Σ_j w_ij² (Sokal, Oden and Thomson
 * 1998); all three scale with the divisor, z does not. Edge policy: an area without neighbours has I = 0, no z.
 * Complexity: O(n + links).
 *
 * @example localMoran(z, neighbours, weightOf, 'n-1')[0] // { value: 1.2, quadrant: 'HH', expected: …, … }
 */
import { normalTwoSided } from '../numeric/normalTail.ts'
import { sum } from '../numeric/sum.ts'
import type { Neighbours } from './neighbours.ts'

export interface LocalMoran {
  readonly value: number
  /** The area's side of the mean, then its neighbours' (their weighted mean); exactly at the mean counts as L. */
  readonly quadrant: 'HH' | 'HL' | 'LH' | 'LL'
  readonly expected: number
  readonly variance: number
  readonly z: number | null
  readonly p: number | null
}

export function localMoran(
  z: Float64Array,
  neighbours: Neighbours,
  weightOf: (area: number) => number,
  divisor: 'n-1' | 'n',
): LocalMoran[] {
  const n = z.length
  const squares = sum(z.map((x) => x * x))
  const moment = squares / n
  const scale = divisor === 'n' ? 1 : (n - 1) / n
  return neighbours.map((list, i) => {
    const own = z[i]
    const weight = weightOf(i)
    const lag = weight * sum(list.map((j) => z[j]))
    const total = weight * list.length
    const expected = (scale * -own * own * total) / ((n - 1) * moment)
    const spread = weight * weight * list.length - (total * total) / (n - 1)
    const variance =
      (scale *
        scale *
        (own / moment) *
        (own / moment) *
        n *
        Math.max(0, spread) *
        Math.max(0, moment - (own * own) / (n - 1))) /
      (n - 2)
    const value = (scale * own * lag) / moment
    const score = variance > 1e-28 ? (value - expected) / Math.sqrt(variance) : null
    const quadrant = `${own > 0 ? 'H' : 'L'}${lag > 0 ? 'H' : 'L'}` as const
    return { value, quadrant, expected, variance, z: score, p: score === null ? null : normalTwoSided(score) }
  })
}
