/** Positions of the codes in ascending order of their UTF-16 code units: the order in which random draws are made, because
 * it does not depend on how a request happens to list things. O(n log n). Example: `byCode(['b', 'a'])` is [1, 0]. */
export function byCode(codes: readonly string[]): number[] {
  return codes
    .map((_, i) => i)
    .sort((a, b) => {
      const [x, y] = [codes[a] ?? '', codes[b] ?? '']
      return x === y ? a - b : x < y ? -1 : 1
    })
}
