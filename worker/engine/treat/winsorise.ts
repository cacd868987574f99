/** Winsorising by the skewness–kurtosis rule, one column in place. The surprise: a column passes when EITHER statistic is
 * small, and tied extremes move together, so a tie can carry the number of treated points past the maximum. */
import { skewKurtosis, type Shape } from './skewKurtosis.ts'

export interface WinsoriseOptions {
  readonly skewness?: number
  readonly kurtosis?: number
  readonly maxPoints?: number
}

export interface Winsorised {
  /** Positions (0 … n − 1) that were moved, ascending, and to which side they belonged. */
  readonly points: readonly { readonly at: number; readonly high: boolean }[]
  readonly before: Shape
  readonly after: Shape
  readonly passBefore: boolean
  readonly passAfter: boolean
}

/** Idea: while |skewness| and kurtosis both reach their thresholds, the extreme on the side of the skew is set to the
 * next value. Source: COINr 1.1 `qTreat`/`winsorise` (thresholds 2 and 3.5, 5 points), after the JRC's practice.
 * Edge policy: missing cells are skipped; fewer than 4 values or a constant column pass untouched. O(n · points).
 * Example: 1 … 10, 30, 100 becomes 1 … 10, 30, 30. */
export function winsorise(x: Float64Array, start: number, n: number, options: WinsoriseOptions = {}): Winsorised {
  const { skewness = 2, kurtosis = 3.5, maxPoints = 5 } = options
  const passes = (shape: Shape): boolean => !(Math.abs(shape.skewness) >= skewness && shape.kurtosis >= kurtosis)
  const before = skewKurtosis(x, start, n)
  const passBefore = passes(before)
  const moved = new Map<number, boolean>()
  let after = before
  while (!passes(after) && moved.size < maxPoints) {
    moveExtreme(x, start, n, after.skewness > 0, moved)
    after = skewKurtosis(x, start, n)
  }
  const points = [...moved].sort(([a], [b]) => a - b).map(([at, high]) => ({ at, high }))
  return { points, before, after, passBefore, passAfter: passes(after) }
}

function moveExtreme(x: Float64Array, start: number, n: number, high: boolean, moved: Map<number, boolean>): void {
  const sign = high ? 1 : -1
  let extreme = -Infinity
  let next = -Infinity
  for (let i = start; i < start + n; i++) {
    const value = sign * x[i]
    if (value > extreme) {
      next = extreme
      extreme = value
    } else if (value < extreme && value > next) {
      next = value
    }
  }
  for (let i = 0; i < n; i++) {
    if (sign * x[start + i] !== extreme) continue
    x[start + i] = sign * next
    if (!moved.has(i)) moved.set(i, high)
  }
}
