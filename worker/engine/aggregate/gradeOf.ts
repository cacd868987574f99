/** Names a score by thresholds. The default names and limits are those of docs/methods.md §3. */

export interface GradeStep {
  readonly zh: string
  readonly en: string
  /** Smallest score of the grade, on the scale of the scores (0–100 by default). */
  readonly from: number
}

export const GRADES: readonly GradeStep[] = [
  { zh: '优秀', en: 'Excellent', from: 90 },
  { zh: '良好', en: 'Good', from: 80 },
  { zh: '中等', en: 'Fair', from: 70 },
  { zh: '合格', en: 'Pass', from: 60 },
  { zh: '不合格', en: 'Fail', from: -Infinity },
]

/** Idea: the first step, from the highest, that the score reaches; a score equal to a limit, or short of it by
 * rounding alone (1e-10), belongs to the better grade.
 * Edge policy: a missing score, or one below every step, has no grade (null). `steps` may be in any order. O(steps).
 * Example: `gradeOf(80)` is 良好; `gradeOf(59.9)` is 不合格. */
export function gradeOf(score: number | null, steps: readonly GradeStep[] = GRADES): GradeStep | null {
  if (score === null || Number.isNaN(score)) return null
  let best: GradeStep | null = null
  for (const step of steps) if (score >= step.from - 1e-10 && (best === null || step.from > best.from)) best = step
  return best
}
