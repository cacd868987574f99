/** Raw values → scores, one column at a time, by a fitted rule. Every method of docs/methods.md §1 ends in this file. */
import { normalisationFacts, type Normalisation } from './catalogue.ts'
import { countBelow } from './countBelow.ts'
import type { ColumnRule } from './columnRule.ts'

/** Formulas (benefit; cost is mirrored): minmax (x − lo)/(hi − lo); zscore (x − x̄)/s; target min(x/T, 1), cost 1 if
 * x ≤ T else T/x, a range [a, b] x/a below and b/x above; efficacy φ + (1 − φ)·minmax, between
 * fixed bounds clipped at the ends of the scale and so going on below lo; rank (rank − 1)/(n − 1); borda
 * rank − 1; distanceToTarget (x − worst)/(T − worst). Sources: OECD/JRC Handbook step 5; COINr `n_*`; docs/methods.md §1.
 * Edge policy: NaN (missing) stays NaN; a constant reference gives the midpoint (z-score 0); attainment of a negative
 * value is 0; a score that is not finite (an uncapped cost target at x ≤ 0) is NaN. Writes `out` at the same positions as
 * `x`; allocates nothing. O(n), O(n log n) for rank and borda.
 * Example: lo 0, hi 4 on the 0–100 scale turns 1 into 25, as a cost into 75. */
export function normaliseColumn(rule: ColumnRule, x: Float64Array, out: Float64Array, start: number, n: number): void {
  if (rule.constant) {
    fillPresent(x, out, start, n, rule.base + rule.span * midpoint(rule))
    return
  }
  KERNELS[rule.kind](rule, x, out, start, n)
  for (let i = start; i < start + n; i++) if (!Number.isFinite(out[i])) out[i] = NaN
}

function midpoint(rule: ColumnRule): number {
  const { shown } = normalisationFacts(rule.kind)
  if (shown === 'moments') return 0
  return shown === 'counts' ? (rule.count - 1) / 2 : 0.5
}

function fillPresent(x: Float64Array, out: Float64Array, start: number, n: number, score: number): void {
  for (let i = start; i < start + n; i++) out[i] = Number.isNaN(x[i]) ? NaN : score
}

function minmax(rule: ColumnRule, x: Float64Array, out: Float64Array, start: number, n: number): void {
  const { base, span, clip, lowest } = rule
  const bottom = base + span * lowest
  // Halves keep hi − lo finite for columns that fill the whole range of doubles.
  const half = Number.isFinite(rule.hi - rule.lo) ? 1 : 0.5
  const from = (rule.sign < 0 ? rule.hi : rule.lo) * half
  const range = (rule.hi * half - rule.lo * half) * (rule.sign < 0 ? -1 : 1)
  for (let i = start; i < start + n; i++) {
    let u = (x[i] * half - from) / range
    if (clip && u > 1) u = 1
    const score = base + span * u
    out[i] = clip && score < bottom ? bottom : score
  }
}

function zscore(rule: ColumnRule, x: Float64Array, out: Float64Array, start: number, n: number): void {
  const { base, span, mean } = rule
  const sd = rule.sign < 0 ? -rule.sd : rule.sd
  // As in minmax: halves keep x − x̄ finite near the largest doubles.
  const half = Math.abs(mean) + Math.abs(sd) > 1e300 ? 0.5 : 1
  for (let i = start; i < start + n; i++) out[i] = base + span * ((x[i] * half - mean * half) / (sd * half))
}

function target(rule: ColumnRule, x: Float64Array, out: Float64Array, start: number, n: number): void {
  const { base, span, cap, targetLow, targetHigh } = rule
  for (let i = start; i < start + n; i++) {
    const value = x[i]
    let u: number
    if (Number.isNaN(value)) u = NaN
    else if (rule.range) u = value < targetLow ? value / targetLow : value > targetHigh ? targetHigh / value : 1
    else if (rule.sign < 0) u = value > 0 ? targetHigh / value : Infinity
    else u = value / targetLow
    if (u < 0) u = 0
    if (u > 1 && (cap || rule.range)) u = 1
    out[i] = base + span * u
  }
}

function distanceToTarget(rule: ColumnRule, x: Float64Array, out: Float64Array, start: number, n: number): void {
  const { base, span, cap, targetLow: T } = rule
  const worst = rule.sign < 0 ? rule.hi : rule.lo
  const range = T - worst
  // A target that even the worst area has passed leaves no distance: everybody is there.
  const reached = rule.sign < 0 ? range >= 0 : range <= 0
  for (let i = start; i < start + n; i++) {
    const value = x[i]
    let u = Number.isNaN(value) ? NaN : reached ? 1 : (value - worst) / range
    if (cap && u > 1) u = 1
    out[i] = base + span * u
  }
}

function rank(rule: ColumnRule, x: Float64Array, out: Float64Array, start: number, n: number): void {
  const { base, span, sorted, count, averageTies } = rule
  const divisor = normalisationFacts(rule.kind).shown === 'counts' ? 1 : count - 1
  for (let i = start; i < start + n; i++) {
    const value = x[i]
    if (Number.isNaN(value)) {
      out[i] = NaN
      continue
    }
    const below = countBelow(sorted, count, value, false)
    const upTo = countBelow(sorted, count, value, true)
    const worse = rule.sign < 0 ? count - upTo : below
    const ties = upTo - below
    out[i] = base + span * ((worse + (averageTies ? (ties - 1) / 2 : 0)) / divisor)
  }
}

type Kernel = (rule: ColumnRule, x: Float64Array, out: Float64Array, start: number, n: number) => void
const KERNELS: Readonly<Record<Normalisation, Kernel>> = {
  minmax,
  zscore,
  target,
  efficacy: minmax,
  rank,
  borda: rank,
  distanceToTarget,
}
