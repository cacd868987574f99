/**
 * Markov transition matrix between grades: how sticky are grades, and how often do areas rise or fall?
 *
 * Formula: counts n_ab of consecutive periods (grade a, then b) pooled over areas, p_ab = n_ab/Σ_b n_ab (maximum
 * likelihood); stationary shares π = πP. Source: Quah 1993; R markovchain.
 * Edge policy: grades are 1 … `grades`, anything else throws; a missing period (null) breaks the pair before and after
 * it; a grade never left has a null row, and then no stationary shares exist. Complexity: O(areas·periods + grades³).
 *
 * @example gradeTransitions([[1, 1, 2], [2, 2, 1]], 2).transition // [[0.5, 0.5], [0.5, 0.5]]
 */
import { EngineInputError } from '../types.ts'
import type { InputFault, Values } from '../types.ts'
import { stationaryDistribution } from './stationaryDistribution.ts'
import type { Stationary } from './stationaryDistribution.ts'

export interface GradeTransitions {
  readonly counts: readonly (readonly number[])[]
  readonly transition: readonly (readonly number[] | null)[]
  readonly stationary: Stationary
  /** Shares of all observed moves that kept, raised and lowered the grade number; null without any move. */
  readonly moves: { readonly stayed: number; readonly up: number; readonly down: number } | null
}

/** `sequences[i]` is area i's grade in each period, in time order. */
export function gradeTransitions(sequences: readonly Values[], grades: number): GradeTransitions {
  requireGrades(sequences, grades)
  const counts = Array.from({ length: grades }, () => Array.from({ length: grades }, () => 0))
  const moved = { stayed: 0, up: 0, down: 0 }
  for (const sequence of sequences) {
    for (let t = 1; t < sequence.length; t += 1) {
      const from = sequence[t - 1] ?? Number.NaN
      const to = sequence[t] ?? Number.NaN
      const row = counts[from - 1]
      if (row === undefined || Number.isNaN(to)) continue
      row[to - 1] = (row[to - 1] ?? 0) + 1
      moved[to === from ? 'stayed' : to > from ? 'up' : 'down'] += 1
    }
  }
  const transition = counts.map((row) => {
    const total = row.reduce((a, b) => a + b, 0)
    return total === 0 ? null : row.map((count) => count / total)
  })
  const all = moved.stayed + moved.up + moved.down
  const moves = all === 0 ? null : { stayed: moved.stayed / all, up: moved.up / all, down: moved.down / all }
  return { counts, transition, stationary: stationaryDistribution(transition), moves }
}

function requireGrades(sequences: readonly Values[], grades: number): void {
  const faults: InputFault[] = []
  if (!Number.isInteger(grades) || grades < 1 || grades > 100) {
    faults.push({
      path: 'grades',
      code: 'bad-grades',
      message: `grades is a whole number from 1 to 100, not ${grades}`,
    })
  }
  sequences.forEach((sequence, i) => {
    for (let t = 0; t < sequence.length; t += 1) {
      const grade = sequence[t]
      if (grade === null || grade === undefined || Number.isNaN(grade)) continue
      if (Number.isInteger(grade) && grade >= 1 && grade <= grades) continue
      faults.push({
        path: `sequences[${i}][${t}]`,
        code: 'bad-grade',
        message: `${grade} is not a grade from 1 to ${grades}`,
      })
    }
  })
  if (faults.length > 0) throw new EngineInputError(faults)
}
