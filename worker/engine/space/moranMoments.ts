/**
 * Expectation and variances of global Moran's I under normality and under randomisation.
 *
 * Formulas (Cliff and Ord 1981): S0 = Σ w_ij, S1 = ½ Σ (w_ij + w_ji)², S2 = Σ_i (w_i· + w_·i)²; E = −1/(n − 1);
 * normality: (n²S1 − nS2 + 3S0²)/((n² − 1)S0²) − E²; randomisation: [n((n² − 3n + 3)S1 − nS2 + 3S0²) −
 * b2((n² − n)S1 − 2nS2 + 6S0²)]/((n − 1)(n − 2)(n − 3)S0²) − E², b2 = nΣz⁴/(Σz²)². z = (I − E)/√variance, p two-sided.
 * Edge policy: a variance that is not positive (every arrangement gives the same I; randomisation for n = 3) has no
 * z and no p: null. Complexity: O(links) for the sums, O(1) here.
 *
 * @example moranMoments(0.5, 25, 2.1, { s0: 25, s1: 12.6, s2: 104 }) // { expected: −1/24, normal: {…}, random: {…} }
 */
import { normalTwoSided } from '../numeric/normalTail.ts'

export interface WeightSums {
  readonly s0: number
  readonly s1: number
  readonly s2: number
}

export interface MoranTest {
  readonly variance: number | null
  readonly z: number | null
  readonly p: number | null
}

export interface MoranMoments {
  readonly expected: number
  readonly normal: MoranTest
  readonly random: MoranTest
}

export function moranMoments(value: number, n: number, kurtosis: number, { s0, s1, s2 }: WeightSums): MoranMoments {
  const expected = -1 / (n - 1)
  const square = s0 * s0
  const normal = (n * n * s1 - n * s2 + 3 * square) / ((n * n - 1) * square) - expected * expected
  const spread = n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * square)
  const peak = kurtosis * ((n * n - n) * s1 - 2 * n * s2 + 6 * square)
  const random = n < 4 ? 0 : (spread - peak) / ((n - 1) * (n - 2) * (n - 3) * square) - expected * expected
  return { expected, normal: test(value, expected, normal), random: test(value, expected, random) }
}

function test(value: number, expected: number, variance: number): MoranTest {
  // Where every arrangement has the same I the formula leaves rounding of the order 1e-17, not a variance.
  if (!(variance > 1e-14 * expected * expected)) return { variance: null, z: null, p: null }
  const z = (value - expected) / Math.sqrt(variance)
  return { variance, z, p: normalTwoSided(z) }
}
