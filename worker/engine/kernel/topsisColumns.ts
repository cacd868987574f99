/** The columns TOPSIS measures distances in, by vector norm of the raw values or straight from the scores. */
import { fitTopsis, type TopsisFit } from '../aggregate/fitTopsis.ts'
import type { TopsisColumns } from '../aggregate/topsisTree.ts'
import type { LeafSpec } from '../tree/indexTree.ts'

/** Room for m leaves × n areas. O(m n). Example: `emptyTopsis(3, 5).matrix.length` is 15. */
export function emptyTopsis(m: number, n: number): TopsisColumns {
  return { matrix: new Float64Array(m * n), best: new Float64Array(m), worst: new Float64Array(m) }
}

/** Writes one leaf's columns by vector norm: `x` at `start` is divided by the norm of `fit`. O(n).
 * Example: 3, 4 with norm 5 becomes 0.6, 0.8. */
export function fillVector(
  columns: TopsisColumns,
  leaf: number,
  n: number,
  fit: TopsisFit,
  x: Float64Array,
  start: number,
): void {
  const { matrix, best, worst } = columns
  for (let i = 0; i < n; i++) matrix[leaf * n + i] = ((x[start + i] as number) * fit.scale) / fit.norm
  best[leaf] = fit.best
  worst[leaf] = fit.worst
}

/** One period by itself, all leaves. `on` 'normalised' takes scores, of which more is better whatever the direction. O(m n).
 * Example: scores 0 and 100 have best 100, worst 0. */
export function refillTopsis(
  columns: TopsisColumns,
  leaves: readonly LeafSpec[],
  n: number,
  on: 'vector' | 'normalised',
  source: Float64Array,
  fit: TopsisFit,
): void {
  for (let leaf = 0; leaf < leaves.length; leaf++) {
    const start = leaf * n
    if (on === 'vector') {
      fitTopsis(leaves[leaf]?.sign ?? 1, source, start, n, fit)
      fillVector(columns, leaf, n, fit, source, start)
      continue
    }
    columns.matrix.set(source.subarray(start, start + n), start)
    let best = -Infinity
    let worst = Infinity
    for (let i = start; i < start + n; i++) {
      const score = source[i] as number
      if (score > best) best = score
      if (score < worst) worst = score
    }
    columns.best[leaf] = best
    columns.worst[leaf] = worst
  }
}
