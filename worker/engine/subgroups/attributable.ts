/** PAR and PAF, population attributable risk and fraction: how far the average would move if every group did as well as
 * the reference. Formulas: PAR = y_ref − average, PAF = 100 PAR/average; the reference is the most advantaged group when
 * ordered, else the best one; of the wrong sign (reference worse than the average) both are 0.
 * Source: WHO healthequal `parisk`, `paf`. The average is the population-weighted mean; `settingAverage` takes its place
 * only where no populations are given, as in the peer. Edge policy: PAF needs an average > 0. O(n). */
import { measured, without } from '../numeric/measure.ts'
import type { GroupMeasures } from './groups.types.ts'
import type { GroupTable } from './groupTable.ts'

export function attributable(table: GroupTable): GroupMeasures {
  const { y, favourable, ordered, population, mean } = table
  const average = population === undefined ? (table.settingAverage ?? mean) : mean
  const reference = ordered ? (y[y.length - 1] as number) : favourable ? table.max : table.min
  const gap = favourable ? Math.max(0, reference - average) : Math.min(0, reference - average)
  return { PAR: measured(gap), PAF: average > 0 ? measured((100 * gap) / average) : without('non-positive-mean') }
}
