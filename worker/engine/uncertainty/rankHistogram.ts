/**
 * How often each area took each rank: the whole distribution of ranks in n² counts, however many runs there are.
 *
 * Idea: 100,000 runs of 200 areas would be 20 million ranks; their counts are 40,000 numbers, and medians, quantiles and
 * top-k shares follow from them exactly. Rank 0 means that the run gave the area no score.
 * Formulas: quantiles type 7 over the runs that ranked the area; top share = runs with rank ≤ k over those runs.
 * Edge policy: an area never ranked has null everywhere. Complexity: O(n) a run, O(n) a quantile.
 *
 * @example const h = new RankHistogram(2); h.add([1, 2]); h.summary(0, 1) // { median: 1, p05: 1, p95: 1, topShare: 1, missingShare: 0 }
 */
export interface RankSummary {
  readonly median: number | null
  readonly p05: number | null
  readonly p95: number | null
  readonly topShare: number | null
  /** Share of runs that gave the area no score. */
  readonly missingShare: number
}

export class RankHistogram {
  readonly #n: number
  readonly #counts: Uint32Array
  #runs = 0

  constructor(n: number) {
    this.#n = n
    this.#counts = new Uint32Array(n * (n + 1))
  }

  add(ranks: ArrayLike<number>): void {
    this.#runs += 1
    for (let i = 0; i < this.#n; i += 1) {
      const at = i * (this.#n + 1) + (ranks[i] ?? 0)
      this.#counts[at] = (this.#counts[at] ?? 0) + 1
    }
  }

  summary(area: number, topK: number): RankSummary {
    const counts = this.#counts.subarray(area * (this.#n + 1), (area + 1) * (this.#n + 1))
    const missing = counts[0] ?? 0
    const ranked = this.#runs - missing
    const missingShare = this.#runs === 0 ? 0 : missing / this.#runs
    if (ranked === 0) return { median: null, p05: null, p95: null, topShare: null, missingShare }
    let top = 0
    for (let rank = 1; rank <= Math.min(topK, this.#n); rank += 1) top += counts[rank] ?? 0
    const at = (q: number) => quantileOf(counts, ranked, q)
    return { median: at(0.5), p05: at(0.05), p95: at(0.95), topShare: top / ranked, missingShare }
  }
}

function quantileOf(counts: Uint32Array, ranked: number, q: number): number {
  const at = q * (ranked - 1)
  const low = Math.floor(at)
  const below = orderStatistic(counts, low)
  return below + (at - low) * (orderStatistic(counts, Math.min(low + 1, ranked - 1)) - below)
}

/** The k-th smallest rank, counted from 0. */
function orderStatistic(counts: Uint32Array, k: number): number {
  let seen = 0
  for (let rank = 1; rank < counts.length; rank += 1) {
    seen += counts[rank] ?? 0
    if (seen > k) return rank
  }
  return counts.length - 1
}
