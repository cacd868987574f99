/**
 * How many orderings of a series have 0, 1, 2 … falling pairs: the exact distribution behind Mann–Kendall's S.
 *
 * Idea: over the distinct orderings of a multiset with tie sizes t_1, t_2 … the number of falling pairs has the
 * generating function Π [t_1 + … + t_i choose t_i]_q (Gaussian binomials). Each is built by Pascal's rule
 * [m, k] = [m − 1, k − 1] + q^k [m − 1, k], so that only additions occur: counts are exact integers up to 2^53 and keep
 * their relative precision beyond. Source: MacMahon 1913; Andrews 1976, ch. 3. Complexity: O(n⁴) at most; n ≤ 10 takes
 * microseconds.
 *
 * @example inversionCounts([1, 1, 1]) // [1, 2, 2, 1]: of 6 orderings of three values, one has no falling pair …
 */
export function inversionCounts(tieSizes: readonly number[]): number[] {
  let counts = [1]
  let placed = 0
  for (const ties of tieSizes) {
    placed += ties
    counts = product(counts, gaussianBinomial(placed, ties))
  }
  return counts
}

/** Coefficients of [n choose k]_q, degree k(n − k). */
function gaussianBinomial(n: number, k: number): readonly number[] {
  const few = Math.min(k, n - k)
  // A value without ties needs no recursion: [n choose 1]_q = 1 + q + … + q^(n − 1).
  if (few === 1) return Array.from({ length: n }, () => 1)
  let row: (readonly number[])[] = [[1]]
  for (let m = 1; m <= n; m += 1) {
    const next: (readonly number[])[] = []
    for (let j = 0; j <= Math.min(few, m); j += 1) {
      const sum = Array.from({ length: j * (m - j) + 1 }, () => 0)
      addShifted(sum, row[j - 1] ?? [], 0)
      if (j < m) addShifted(sum, row[j] ?? [], j)
      next.push(sum)
    }
    row = next
  }
  return row[few] ?? [1]
}

function addShifted(into: number[], from: readonly number[], shift: number): void {
  for (let d = 0; d < from.length; d += 1) into[d + shift] = (into[d + shift] as number) + (from[d] as number)
}

function product(a: readonly number[], b: readonly number[]): number[] {
  const out = Array.from({ length: a.length + b.length - 1 }, () => 0)
  for (let i = 0; i < a.length; i += 1) {
    const x = a[i] as number
    for (let j = 0; j < b.length; j += 1) out[i + j] = (out[i + j] as number) + x * (b[j] as number)
  }
  return out
}
