/** Takes from a reference sample what a rule needs: lo and hi, mean and s.d., or the ranked values. */
import { normalisationFacts } from './catalogue.ts'
import type { ColumnRule } from './columnRule.ts'
import { meanSd } from './meanSd.ts'

/** Idea: one place decides what "the sample" is (one period, all periods, or a replicate); the rule does the rest.
 * Edge policy: missing cells are skipped; nothing present leaves NaN; `constant` marks a reference of one value, which
 * carries no ranking information. Fixed bounds and targets need no fit. Allocates nothing. O(n), O(n log n) to rank.
 * Example: fitting minmax to 3, –, 5 sets lo 3, hi 5. */
export function fitRule(rule: ColumnRule, x: Float64Array, start: number, n: number): void {
  const { fit } = normalisationFacts(rule.kind)
  if (fit === 'target' || rule.fixed) return
  if (fit === 'ranks') {
    fitSorted(rule, x, start, n)
    return
  }
  if (fit === 'moments') {
    meanSd(x, start, n, rule)
    rule.constant = rule.sd === 0
    return
  }
  let lo = Infinity
  let hi = -Infinity
  for (let i = start; i < start + n; i++) {
    const value = x[i]
    if (value < lo) lo = value
    if (value > hi) hi = value
  }
  rule.lo = lo === Infinity ? NaN : lo
  rule.hi = hi === -Infinity ? NaN : hi
  rule.constant = lo === hi
}

function fitSorted(rule: ColumnRule, x: Float64Array, start: number, n: number): void {
  const { sorted } = rule
  let count = 0
  for (let i = start; i < start + n; i++) {
    const value = x[i]
    // + 0 makes −0 into 0, which the sort would otherwise put before it.
    if (!Number.isNaN(value)) sorted[count++] = value + 0
  }
  sorted.fill(Infinity, count)
  sorted.sort()
  rule.count = count
  rule.constant = count > 0 && sorted[0] === sorted[count - 1]
}
