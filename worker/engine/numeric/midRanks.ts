/** Where each area stands in the distribution, as a share in (0, 1): the weight below it plus half the weight tied with
 * it, over the total. Ties share the average rank. Surprise: values within 1e-12 of each other (relatively) are ties, so
 * that sums such as 0.1 + 0.2 and 0.3 rank alike whatever the order of addition. O(n log n). */
const SAME = 1e-12

export function midRanks(x: Float64Array, w: Float64Array | undefined): Float64Array {
  const n = x.length
  const order = Uint32Array.from({ length: n }, (_, i) => i).sort((a, b) => x[a] - x[b])
  const ranks = new Float64Array(n)
  let total = 0
  for (let i = 0; i < n; i++) total += w === undefined ? 1 : w[i]
  let below = 0
  for (let from = 0; from < n;) {
    const first = x[order[from]]
    let to = from
    let tied = 0
    while (to < n) {
      const at = order[to]
      const value = x[at]
      if (value - first > SAME * Math.max(Math.abs(value), Math.abs(first))) break
      tied += w === undefined ? 1 : w[at]
      to++
    }
    for (let k = from; k < to; k++) ranks[order[k]] = (below + tied / 2) / total
    below += tied
    from = to
  }
  return ranks
}
