/**
 * Coupling coordination degree between k ≥ 2 systems (say, the nine service domains) in one area.
 *
 * Formulas: C = k (ΠU)^(1/k)/ΣU, how alike the systems are; T = Σ a U, how far they are; D = √(C·T). Scores U on 0–1,
 * weights a normalised inside. Source: Liao Zhongbin 1999; mathmodels `coupling_degree` (which floors U at 1e-10; here
 * a system at 0 gives C = D = 0, as the formula says).
 * Edge policy: a missing score gives null (`missing-value`), a negative one `negative-value`; every system at 0 has no C
 * and no D (`zero-divisor`) but T = 0; overflow is `overflow`. Fewer than two systems, or weights that are negative or
 * sum to 0, throw. Scores above 1 keep C, T and D; only the class needs 0–1. Complexity: O(k).
 *
 * @example couplingCoordination([0.4, 0.9]) // { C: 0.923…, T: 0.65, D: 0.774… }
 */
import { ln } from '../numeric/ln.ts'
import { portableExp } from '../numeric/portableExp.ts'
import { sum, weightedSum } from '../numeric/sum.ts'
import { EngineInputError } from '../types.ts'
import type { Reason, Values, Weights } from '../types.ts'
import { presentValues } from '../numeric/presentValues.ts'

export interface Coupling {
  readonly C: number | null
  readonly T: number | null
  readonly D: number | null
  readonly reason?: Reason
}

export function couplingCoordination(scores: Values, weights?: Weights): Coupling {
  const k = scores.length
  const shares = couplingShares(k, weights)
  const { values: U } = presentValues(scores, 'scores')
  if (U.length < k) return { C: null, T: null, D: null, reason: 'missing-value' }
  if (U.some((u) => u < 0)) return { C: null, T: null, D: null, reason: 'negative-value' }
  const T = weightedSum(U, shares)
  const total = sum(U)
  if (!Number.isFinite(T) || !Number.isFinite(total)) return { C: null, T: null, D: null, reason: 'overflow' }
  if (total === 0) return { C: null, T, D: null, reason: 'zero-divisor' }
  // In units of the mean, so that a product of many small scores does not vanish; logs only as sums.
  const mean = total / k
  const C = U.includes(0) ? 0 : Math.min(1, portableExp(sum(U.map((u) => ln(u / mean))) / k))
  return { C, T, D: Math.sqrt(C * T) }
}

/** The weights as shares of 1; equal when none are given. */
export function couplingShares(k: number, weights?: Weights): Float64Array {
  if (k < 2) throw fault('systems', `coupling needs at least two systems, not ${k}`)
  if (weights === undefined) return new Float64Array(k).fill(1 / k)
  if (weights.length !== k) throw fault('weights', `${weights.length} weights for ${k} systems`)
  const given = Float64Array.from({ length: k }, (_, i) => weights[i] ?? Number.NaN)
  const bad = given.findIndex((w) => !(w >= 0 && Number.isFinite(w)))
  if (bad >= 0) throw fault(`weights[${bad}]`, 'a weight is a number that is not negative')
  const largest = given.reduce((most, w) => Math.max(most, w), 0)
  if (largest === 0) throw fault('weights', 'at least one weight must be positive')
  const unit = given.map((w) => w / largest)
  const total = sum(unit)
  return unit.map((w) => w / total)
}

function fault(path: string, message: string): EngineInputError {
  return new EngineInputError([{ path, code: 'bad-weights', message }])
}
