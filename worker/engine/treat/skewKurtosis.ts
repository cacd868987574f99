/** Skewness and excess kurtosis, type 2 (the unbiased-looking sample forms that spreadsheets, SAS and COINr print). */
import { scaleDown } from '../numeric/scaleDown.ts'
import { CompensatedSum } from '../numeric/sum.ts'

export interface Shape {
  /** NaN when undefined: fewer than 3 (4 for kurtosis) values, or a constant column. */
  readonly skewness: number
  readonly kurtosis: number
}

/** Formula: m_k = Σ(x − x̄)^k/n; skewness = m₃/m₂^1.5 · √(n(n − 1))/(n − 2); excess kurtosis =
 * ((n + 1)(m₄/m₂² − 3) + 6)(n − 1)/((n − 2)(n − 3)). Source: Joanes and Gill (1998), type 2; e1071 `type = 2`.
 * Edge policy: missing cells are skipped; see `Shape` for NaN. O(n). Example: 1, 2, 3, 4, 5 has skewness 0, kurtosis −1.2. */
export function skewKurtosis(x: Float64Array, start: number, n: number): Shape {
  const scale = scaleDown(x, start, n)
  const end = start + n
  const total = new CompensatedSum()
  let count = 0
  let lo = Infinity
  let hi = -Infinity
  for (let i = start; i < end; i++) {
    const value = x[i]
    if (Number.isNaN(value)) continue
    total.add(value * scale)
    count++
    if (value < lo) lo = value
    if (value > hi) hi = value
  }
  if (!(hi > lo)) return { skewness: NaN, kurtosis: NaN }
  const mean = total.value / count
  const s2 = new CompensatedSum()
  const s3 = new CompensatedSum()
  const s4 = new CompensatedSum()
  for (let i = start; i < end; i++) {
    const value = x[i]
    if (Number.isNaN(value)) continue
    const d = value * scale - mean
    const square = d * d
    s2.add(square)
    s3.add(square * d)
    s4.add(square * square)
  }
  const m2 = s2.value / count
  const g1 = s3.value / count / (m2 * Math.sqrt(m2))
  const g2 = s4.value / count / (m2 * m2) - 3
  return {
    skewness: count < 3 ? NaN : (g1 * Math.sqrt(count * (count - 1))) / (count - 2),
    kurtosis: count < 4 ? NaN : (((count + 1) * g2 + 6) * (count - 1)) / ((count - 2) * (count - 3)),
  }
}
