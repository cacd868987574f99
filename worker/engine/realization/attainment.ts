/** 实现度 of one value: how much of its standard or planned target has been reached, 0 … 1.
 * Formula: benefit min(x/T, 1); cost 1 if x ≤ T, else T/x; a range [a, b] is 1 inside, x/a below, b/x above.
 * Source: docs/methods.md §1 `target`, §9. Edge policy: a missing value stays missing (NaN); a benefit target of 0 is reached by
 * any value ≥ 0, a cost target of 0 only by values ≤ 0 (T/x is then 0 for everybody else); a negative value attains 0.
 * O(1). Example: `attainment(2.4, 3.2, 'benefit')` is 0.75. */
import type { Direction } from '../types.ts'

export function attainment(x: number, target: number | readonly [number, number], direction: Direction): number {
  if (Number.isNaN(x)) return NaN
  if (typeof target !== 'number') {
    const [a, b] = target
    if (x >= a && x <= b) return 1
    return x < a ? share(x, a) : share(b, x)
  }
  if (direction === 'benefit') return x >= target ? 1 : share(x, target)
  return x <= target ? 1 : share(target, x)
}

function share(part: number, whole: number): number {
  return whole > 0 && part > 0 ? Math.min(1, part / whole) : 0
}
