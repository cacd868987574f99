/**
 * Treated raw values with measurement error, cell by cell in the order of indicator and area codes.
 *
 * Formulas: range: x·(1 + range·(2u − 1)); sd: x + sd·s_j·N(0, 1), s_j the indicator's sample s.d. (n − 1).
 * Edge policy: missing stays missing but uses up its draw, so that filling one cell moves no other cell's error; an
 * indicator without negative values is kept at or above 0, and nothing leaves the doubles; a column of fewer than two values has s_j = 0.
 * Complexity: O(areas · indicators) a draw, no allocation.
 *
 * @example noiseDrawer(prepared, { sd: 0.05 })(random, prepared.raw, out)
 */
import type { PreparedComposite } from '../kernel/kernel.types.ts'
import { normalDeviate } from '../numeric/deviates.ts'
import type { RandomStream } from '../numeric/random.ts'
import { sum } from '../numeric/sum.ts'
import { byCode } from './byCode.ts'
import type { Perturbation } from './sensitivity.types.ts'

/** `raw` and `out` are leaf-major, NaN = missing. */
export type NoiseDrawer = (random: RandomStream, raw: Float64Array, out: Float64Array) => void

export function noiseDrawer(
  { areas, tree, n, m, raw: nominal }: Pick<PreparedComposite, 'areas' | 'tree' | 'n' | 'm' | 'raw'>,
  how: NonNullable<Perturbation['noise']>,
): NoiseDrawer {
  const leaves = byCode(Array.from({ length: m }, (_, j) => tree.codes[tree.nodeOfLeaf[j] ?? 0] ?? ''))
  const areaOrder = byCode(areas)
  const columns = Array.from({ length: m }, (_, j) =>
    nominal.subarray(j * n, (j + 1) * n).filter((x) => !Number.isNaN(x)),
  )
  const steps = columns.map((column) => ('sd' in how ? how.sd * sampleSd(column) : 0))
  const least = columns.map((column) => (column.every((x) => x >= 0) ? 0 : -Number.MAX_VALUE))
  return (random, raw, out) => {
    for (const j of leaves) {
      const [step, bottom] = [steps[j] ?? 0, least[j] ?? 0]
      for (const i of areaOrder) {
        const x = raw[j * n + i] ?? Number.NaN
        const moved =
          'range' in how ? x * (1 + how.range * (2 * random.uniform() - 1)) : x + step * normalDeviate(random)
        out[j * n + i] = Math.max(bottom, Math.min(Number.MAX_VALUE, moved))
      }
    }
  }
}

/** In units of the largest value and about the smallest, so that neither 1e9 + small nor 1e308 loses the spread. */
function sampleSd(column: Float64Array): number {
  const largest = column.reduce((most, x) => Math.max(most, Math.abs(x)), 0)
  if (column.length < 2 || largest === 0) return 0
  const low = column.reduce((least, x) => Math.min(least, x), Infinity) / largest
  const unit = column.map((x) => x / largest - low)
  const mean = sum(unit) / unit.length
  const sd = Math.sqrt(sum(unit.map((x) => (x - mean) * (x - mean))) / (unit.length - 1))
  return Math.min(Number.MAX_VALUE, sd * largest)
}
