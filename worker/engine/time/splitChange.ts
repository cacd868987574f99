/**
 * Splits the change between two periods into the part that level and the part that dispersion explains.
 *
 * Idea: a relative index is I = A/μ, absolute dispersion over level: CV = σ/μ, Gini = half the mean difference/μ. I falls
 * when A falls or when μ rises; averaging over both orders of letting them change (Shapley) splits it exactly:
 *   level = ½(A₀ + A₁)(1/μ₁ − 1/μ₀),  dispersion = ½(1/μ₀ + 1/μ₁)(A₁ − A₀),  level + dispersion = I₁ − I₀.
 * Likewise for the level discounted for inequality, W = μ(1 − I) (Sen 1976): level = (μ₁ − μ₀)(1 − ½(I₀ + I₁)),
 * dispersion = −½(μ₀ + μ₁)(I₁ − I₀).
 * Source: Shorrocks 2013 (Shapley split). Edge policy: a missing mean or index, or a mean ≤ 0, gives null with a reason;
 * so does overflow. Complexity: O(1).
 *
 * @example splitChange({ mean: 50, index: 0.4 }, { mean: 60, index: 0.3 }).index // { change: −0.1, level: −0.0633…, dispersion: −0.0366… }
 */
import type { Reason } from '../types.ts'

export interface PeriodSummary {
  readonly mean: number | null
  /** A relative dispersion index of the same column (CV, Gini, Hoover …). */
  readonly index: number | null
}

export interface ChangeParts {
  readonly change: number
  readonly level: number
  readonly dispersion: number
}

export type SplitChange =
  | { readonly index: ChangeParts; readonly adjusted: ChangeParts; readonly reason?: never }
  | { readonly index: null; readonly adjusted: null; readonly reason: Reason }

export function splitChange(before: PeriodSummary, after: PeriodSummary): SplitChange {
  const [m0, m1, i0, i1] = [before.mean, after.mean, before.index, after.index]
  if (m0 === null || m1 === null || i0 === null || i1 === null) return none('not-applicable')
  if (![m0, m1, i0, i1].every((x) => Number.isFinite(x))) return none('not-applicable')
  if (m0 <= 0 || m1 <= 0) return none('non-positive-mean')
  // A/μ' written as I·(μ/μ') so that neither A nor 1/μ can overflow where the parts do not.
  const [up, down] = [m0 / m1, m1 / m0]
  const level = 0.5 * (i0 * (up - 1) + i1 * (1 - down))
  const dispersion = 0.5 * (i1 * down - i0 + i1 - i0 * up)
  const index = { change: i1 - i0, level, dispersion }
  const adjusted = {
    change: m1 * (1 - i1) - m0 * (1 - i0),
    level: (m1 - m0) * (1 - 0.5 * (i0 + i1)),
    dispersion: -(0.5 * m0 + 0.5 * m1) * (i1 - i0),
  }
  const finite = [...Object.values(index), ...Object.values(adjusted)].every((x) => Number.isFinite(x))
  return finite ? { index, adjusted } : none('overflow')
}

function none(reason: Reason): SplitChange {
  return { index: null, adjusted: null, reason }
}
