/** The mean differences and the index of disparity: how far groups are, on average, from a point of comparison.
 * Formulas: MDB from the best group (max when favourable, else min), MDM from the mean, MDR from the reference group,
 * Σ q |y − point|; …W weights q by population, …U counts groups the same. IDISU = 100 MDMU/mean, IDISW = 100 MDMW/mean.
 * Source: WHO healthequal `mdbu … idisw`. Surprise: the U forms average unweighted deviations about the
 * population-weighted mean (or `settingAverage` when one is given). Edge policy: no reference → `missing-group`;
 * IDIS needs a mean > 0. O(n). */
import { measured, without } from '../numeric/measure.ts'
import { CompensatedSum } from '../numeric/sum.ts'
import type { Measure } from '../types.ts'
import type { GroupMeasures } from './groups.types.ts'
import type { GroupTable } from './groupTable.ts'

export function meanDifferences(table: GroupTable): GroupMeasures {
  const { y, population, mean, favourable, reference } = table
  const best = favourable ? table.max : table.min
  const average = table.settingAverage ?? mean
  const MDMU = meanDistance(y, undefined, average)
  const MDMW = meanDistance(y, population, mean)
  const point = reference === undefined ? undefined : (y[reference] as number)
  return {
    MDBU: measured(meanDistance(y, undefined, best)),
    MDBW: measured(meanDistance(y, population, best)),
    MDMU: measured(MDMU),
    MDMW: measured(MDMW),
    MDRU: point === undefined ? without('missing-group') : measured(meanDistance(y, undefined, point)),
    MDRW: point === undefined ? without('missing-group') : measured(meanDistance(y, population, point)),
    IDISU: percentOf(MDMU, average),
    IDISW: percentOf(MDMW, mean),
  }
}

function meanDistance(y: readonly number[], population: readonly number[] | undefined, point: number): number {
  const distance = new CompensatedSum()
  const weight = new CompensatedSum()
  for (const [i, value] of y.entries()) {
    const people = population?.[i] ?? 1
    distance.add(people * Math.abs(value - point))
    weight.add(people)
  }
  return distance.value / weight.value
}

function percentOf(part: number, whole: number): Measure {
  return whole > 0 ? measured((100 * part) / whole) : without('non-positive-mean')
}
