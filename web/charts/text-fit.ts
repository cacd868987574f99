/** Fitting words into little room: label widths in half-width units (a Chinese character counts two), shortening,
 * wrapping, and keeping direct labels from lying on each other. Pure. */

const WIDE = /[ᄀ-ᅟ⺀-꓏가-힣豈-﫿︰-﹏＀-｠￠-￦]/

/** Width of a text in half-width units. */
export function textUnits(text: string): number {
  let units = 0
  for (const char of text) units += WIDE.test(char) ? 2 : 1
  return units
}

/** Whether a text holds Chinese, which may be broken anywhere. */
export function isWide(text: string): boolean {
  return WIDE.test(text)
}

/** The text cut to at most `most` units, with an ellipsis when something was cut. */
export function shortenLabel(text: string, most: number): string {
  if (textUnits(text) <= most) return text
  let kept = ''
  let units = 0
  for (const char of text) {
    const width = WIDE.test(char) ? 2 : 1
    if (units + width > most - 1) break
    kept += char
    units += width
  }
  return `${kept.trimEnd()}…`
}

/** Lines of at most `most` units: Latin words stay whole, Chinese breaks anywhere but before closing punctuation. */
export function wrapText(text: string, most: number): string[] {
  const pieces = text.match(/[\u0021-ɏ]+|\s+|./gu) ?? []
  const lines: string[] = []
  let line = ''
  for (const piece of pieces) {
    const closing = /^[，。；：、）」』！？%…]$/.test(piece)
    if (line && !closing && textUnits(line) + textUnits(piece.trimEnd()) > most) {
      lines.push(line.trimEnd())
      line = piece.trimStart()
    } else line += piece
  }
  if (line.trim()) lines.push(line.trimEnd())
  return lines
}

/** Moves label positions apart until each is `gap` from the next and all lie in [lo, hi]; order is kept and the labels
 * stay as close to their points as they can (least squares: isotonic regression by pooling neighbours). When they cannot
 * all fit they are spread evenly. Answers in the order given. */
export function spreadLabels(wanted: readonly number[], gap: number, lo: number, hi: number): number[] {
  const order = wanted.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at || a.index - b.index)
  const n = order.length
  const step = n > 1 && gap * (n - 1) > hi - lo ? (hi - lo) / (n - 1) : gap
  const pools: { sum: number; count: number }[] = []
  for (const [i, item] of order.entries()) {
    let pool = { sum: item.at - i * step, count: 1 }
    for (
      let last = pools[pools.length - 1];
      last && last.sum / last.count > pool.sum / pool.count;
      last = pools[pools.length - 1]
    ) {
      pool = { sum: last.sum + pool.sum, count: last.count + pool.count }
      pools.pop()
    }
    pools.push(pool)
  }
  const answer = Array.from({ length: n }, () => 0)
  const most = hi - (n - 1) * step
  let i = 0
  for (const pool of pools) {
    const base = Math.min(Math.max(pool.sum / pool.count, lo), Math.max(lo, most))
    for (let k = 0; k < pool.count; k++) {
      const item = order[i]
      if (item) answer[item.index] = base + i * step
      i++
    }
  }
  return answer
}

/** Vertical offsets, in dot diameters from the middle, that keep dots of one strip from hiding each other.
 * Equal bins of one diameter; the first of a bin sits in the middle, the next above, below, above … */
export function swarmOffsets(values: readonly number[], diameter: number): number[] {
  const filled = new Map<number, number>()
  return values.map((value) => {
    const bin = diameter > 0 ? Math.round(value / diameter) : value
    const nth = filled.get(bin) ?? 0
    filled.set(bin, nth + 1)
    return nth === 0 ? 0 : Math.ceil(nth / 2) * (nth % 2 === 1 ? 1 : -1)
  })
}
