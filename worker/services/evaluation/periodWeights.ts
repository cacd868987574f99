/** The populations of a period as weights, when every area that has a value in it has one; otherwise null, and the period is evaluated unweighted. */
import type { SnapshotPeriod } from '../../contract/evaluations.ts'

export function periodWeights({ populations, values }: SnapshotPeriod): Float64Array | null {
  const columns = Object.values(values)
  let total = 0
  for (let i = 0; i < populations.length; i += 1) {
    const population = populations[i] ?? null
    if (population === null && columns.some((column) => (column[i] ?? null) !== null)) return null
    total += population ?? 0
  }
  return total > 0 ? Float64Array.from(populations, (p) => p ?? 0) : null
}
