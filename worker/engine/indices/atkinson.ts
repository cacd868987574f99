/** Atkinson's index 阿特金森指数: the share of the total one could give up if the rest were spread equally and
 * well-being stayed the same; ε says how much a gap at the bottom hurts.
 * Formula: 1 − (Σ p (x/μ)^(1−ε))^(1/(1−ε)); ε = 1: 1 − geometric mean/μ. Computed from GE(1 − ε), whose digits survive
 * when areas are nearly equal: Σ p r^q = 1 + q(q − 1) GE(q), q = 1 − ε.
 * Source: Atkinson (1970); R ineq `Atkinson` (ε = 0.5 default). Domain: x > 0, ε > 0, else null. O(n).
 * Example: `atkinson([1, 3], undefined, { epsilon: 1 })` is 1 − √3/2. */
import type { Column } from '../numeric/column.ts'
import { columnOf } from '../numeric/column.ts'
import { divergence } from '../numeric/divergence.ts'
import { expMinusOne } from '../numeric/expMinusOne.ts'
import { lnOnePlus } from '../numeric/lnOnePlus.ts'
import { measured, without } from '../numeric/measure.ts'
import type { Measure, Values, Weights } from '../types.ts'
import { outsideDomain } from './domain.ts'

export interface AtkinsonOptions {
  /** Aversion to inequality, ≥ 0 (0 gives 0). Default 0.5. */
  readonly epsilon?: number
}

export function atkinson(values: Values | Column, weights?: Weights, options: AtkinsonOptions = {}): Measure {
  const q = 1 - (options.epsilon ?? 0.5)
  const column = columnOf(values, weights)
  const reason = outsideDomain(column, 'positive')
  if (reason !== undefined) return without(reason)
  const entropy = divergence(column, q)
  if (q === 0) return measured(-expMinusOne(-entropy))
  if (q === 1) return measured(0)
  if (q === 0.5) return measured(entropy / 2 - (entropy * entropy) / 16)
  if (q === -1) return measured((2 * entropy) / (1 + 2 * entropy))
  return measured(-expMinusOne(lnOnePlus(q * (q - 1) * entropy) / q))
}
