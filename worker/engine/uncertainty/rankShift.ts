/**
 * How far a ranking is from the nominal one: the mean absolute rank shift and Spearman's rank correlation.
 *
 * Formulas: shift = mean |r_i − r0_i| (COINr's output for `get_sensitivity`); correlation = Pearson's over average ranks.
 * Ranks come with ties sharing the smallest rank and 0 for "no score"; only areas ranked both times count.
 * Edge policy: no common area gives a shift of 0 and no correlation; neither does a ranking in which all tie (null).
 * Complexity: O(n) for the shift, O(n) by counting for the correlation.
 *
 * @example rankShift([1, 2, 3], [2, 1, 3]) // 0.666…
 */
export function rankShift(nominal: ArrayLike<number>, ranks: ArrayLike<number>): number {
  let shift = 0
  let common = 0
  for (let i = 0; i < nominal.length; i += 1) {
    const [before, now] = [nominal[i] ?? 0, ranks[i] ?? 0]
    if (before === 0 || now === 0) continue
    shift += Math.abs(now - before)
    common += 1
  }
  return common === 0 ? 0 : shift / common
}

export function rankCorrelation(nominal: ArrayLike<number>, ranks: ArrayLike<number>): number | null {
  const common: number[] = []
  for (let i = 0; i < nominal.length; i += 1) {
    if ((nominal[i] ?? 0) > 0 && (ranks[i] ?? 0) > 0) common.push(i)
  }
  const x = doubledRanks(
    common.map((i) => nominal[i] ?? 0),
    nominal.length,
  )
  const y = doubledRanks(
    common.map((i) => ranks[i] ?? 0),
    nominal.length,
  )
  // Twice the average ranks less their mean (k + 1) are whole numbers, so these sums are exact in any order.
  let [xy, xx, yy] = [0, 0, 0]
  const mean = common.length + 1
  for (let i = 0; i < common.length; i += 1) {
    const [a, b] = [(x[i] ?? 0) - mean, (y[i] ?? 0) - mean]
    xy += a * b
    xx += a * a
    yy += b * b
  }
  return xx === 0 || yy === 0 ? null : xy / Math.sqrt(xx * yy)
}

/** Twice the average rank of each item among the items, from whatever ranks (1 … most) they had in a larger set. */
function doubledRanks(ranks: readonly number[], most: number): number[] {
  const counts = new Uint32Array(most + 2)
  for (const rank of ranks) counts[rank] = (counts[rank] ?? 0) + 1
  const doubled = new Float64Array(most + 2)
  let before = 0
  for (let rank = 1; rank <= most; rank += 1) {
    const tied = counts[rank] ?? 0
    doubled[rank] = 2 * before + tied + 1
    before += tied
  }
  return ranks.map((rank) => doubled[rank] ?? 0)
}
