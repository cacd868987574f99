/** The dispersion index of a column of unknown cells, and how it moves with each of them. */
import type { SpreadFact } from './witness.types.ts'

export function spreadIndex(fact: SpreadFact, x: Float64Array): number {
  return spreadWithSlopes(fact, x, undefined)
}

/** Writes dI/dx of the fact's cells, in their order. O(n), O(n log n) for Gini. */
export function spreadWithSlopes(fact: SpreadFact, x: Float64Array, slopes: Float64Array | undefined): number {
  const { at, weights, family, scale } = fact
  const weight = (k: number): number => (weights === null ? 1 : (weights[k] ?? 0))
  const value = (k: number): number => x[at[k] ?? 0] ?? 0
  let total = 0
  let centre = 0
  for (let k = 0; k < at.length; k += 1) {
    total += weight(k)
    centre += weight(k) * value(k)
  }
  centre /= total
  let spread = 0
  if (family === 'cv') {
    for (let k = 0; k < at.length; k += 1) spread += weight(k) * (value(k) - centre) ** 2
    spread = Math.sqrt(spread / total)
    if (slopes !== undefined)
      for (let k = 0; k < at.length; k += 1)
        slopes[k] = spread === 0 ? 0 : (weight(k) * (value(k) - centre)) / (total * spread)
  } else {
    const order = Array.from(at.keys()).sort((a, b) => value(a) - value(b))
    let below = 0
    let sumBelow = 0
    for (const k of order) {
      spread += weight(k) * (value(k) * below - sumBelow)
      if (slopes !== undefined) slopes[k] = (weight(k) * (below - (total - below - weight(k)))) / total ** 2
      below += weight(k)
      sumBelow += weight(k) * value(k)
    }
    spread /= total ** 2
  }
  if (scale.kind === 'bounded') {
    const factor = (family === 'cv' ? 2 : 4) / (scale.high - scale.low)
    if (slopes !== undefined) for (let k = 0; k < at.length; k += 1) slopes[k] = factor * (slopes[k] ?? 0)
    return factor * spread
  }
  if (slopes !== undefined)
    for (let k = 0; k < at.length; k += 1)
      slopes[k] = (slopes[k] ?? 0) / centre - (spread * weight(k)) / (total * centre * centre)
  return spread / centre
}
