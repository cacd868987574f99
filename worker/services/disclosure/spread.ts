/** The dispersion index of a column of unknown cells, and how it moves with each of them. */
import type { SpreadFact } from './witness.types.ts'

/** Columns up to this length are put in order by insertion. */
const SHORT = 32

export function spreadIndex(fact: SpreadFact, x: Float64Array): number {
  return spreadWithSlopes(fact, x, undefined)
}

/** Writes dI/dx of the fact's cells, in their order, from place `to` on. O(n), O(n log n) for Gini. */
export function spreadWithSlopes(fact: SpreadFact, x: Float64Array, slopes: Float64Array | undefined, to = 0): number {
  const { at, weights, family, scale } = fact
  const n = at.length
  let total = 0
  let centre = 0
  for (let k = 0; k < n; k += 1) {
    const weight = weights === null ? 1 : (weights[k] as number)
    total += weight
    centre += weight * (x[at[k] as number] as number)
  }
  centre /= total
  let spread = 0
  if (family === 'cv') {
    for (let k = 0; k < n; k += 1) {
      const off = (x[at[k] as number] as number) - centre
      spread += (weights === null ? 1 : (weights[k] as number)) * off ** 2
    }
    spread = Math.sqrt(spread / total)
    if (slopes !== undefined)
      for (let k = 0; k < n; k += 1) {
        const off = (x[at[k] as number] as number) - centre
        slopes[to + k] = spread === 0 ? 0 : ((weights === null ? 1 : (weights[k] as number)) * off) / (total * spread)
      }
  } else {
    const order = ascending(at, x)
    let below = 0
    let sumBelow = 0
    for (let rank = 0; rank < n; rank += 1) {
      const k = order[rank] as number
      const value = x[at[k] as number] as number
      const weight = weights === null ? 1 : (weights[k] as number)
      spread += weight * (value * below - sumBelow)
      if (slopes !== undefined) slopes[to + k] = (weight * (below - (total - below - weight))) / total ** 2
      below += weight
      sumBelow += weight * value
    }
    spread /= total ** 2
  }
  if (scale.kind === 'bounded') {
    const factor = (family === 'cv' ? 2 : 4) / (scale.high - scale.low)
    if (slopes !== undefined) for (let k = to; k < to + n; k += 1) slopes[k] = factor * (slopes[k] as number)
    return factor * spread
  }
  if (slopes !== undefined)
    for (let k = 0; k < n; k += 1) {
      const weight = weights === null ? 1 : (weights[k] as number)
      slopes[to + k] = (slopes[to + k] as number) / centre - (spread * weight) / (total * centre * centre)
    }
  return spread / centre
}

/** Places of the fact's cells, the smallest value first, equal ones as they stand. */
function ascending(at: Int32Array, x: Float64Array): ArrayLike<number> {
  const n = at.length
  if (n > SHORT) return Array.from(at.keys()).sort((a, b) => (x[at[a] ?? 0] ?? 0) - (x[at[b] ?? 0] ?? 0))
  const order = new Uint8Array(n)
  for (let k = 0; k < n; k += 1) {
    const value = x[at[k] as number] as number
    let place = k
    for (; place > 0 && (x[at[order[place - 1] as number] as number] as number) > value; place -= 1)
      order[place] = order[place - 1] as number
    order[place] = k
  }
  return order
}
