/**
 * Natural logarithm and exponential made of +, −, × and ÷ alone.
 *
 * Idea: ECMAScript leaves Math.log and Math.exp to the engine, so their last bit may differ between browsers; IEEE
 * arithmetic may not. Random draws use these two, so that a seed means the same draw everywhere. Relative error
 * stays within 4e-16 of the true value (2 ulp).
 * Formulas: ln x = k ln 2 + 2 artanh((m − 1)/(m + 1)), m in [√½, √2); e^x = 2^k Σ r^i/i!, |r| ≤ ½ ln 2.
 * Edge policy: as Math.log and Math.exp (NaN, ±Infinity, 0, subnormal). Complexity: O(1).
 *
 * @example portableLog(portableExp(1)) // 1
 */
const ln2High = 0.6931471803691238
const ln2Low = 1.9082149292705877e-10

export function portableLog(x: number): number {
  if (Number.isNaN(x) || x < 0) return Number.NaN
  if (x === 0) return -Infinity
  if (x === Infinity) return Infinity
  let m = x
  let k = 0
  while (m >= 4294967296) [m, k] = [m / 4294967296, k + 32]
  while (m < 2.3283064365386963e-10) [m, k] = [m * 4294967296, k - 32]
  while (m >= Math.SQRT2) [m, k] = [m / 2, k + 1]
  while (m < Math.SQRT1_2) [m, k] = [m * 2, k - 1]
  const s = (m - 1) / (m + 1)
  const square = s * s
  let tail = 0
  for (let i = 23; i >= 3; i -= 2) tail = square * (tail + 1 / i)
  return k * ln2High + (2 * s + (2 * s * tail + k * ln2Low))
}

export function portableExp(x: number): number {
  if (Number.isNaN(x)) return Number.NaN
  if (x > 709.782712893384) return Infinity
  if (x < -745.2) return 0
  const k = Math.round(x / Math.LN2)
  const r = x - k * ln2High - k * ln2Low
  let series = 1
  for (let i = 14; i >= 1; i -= 1) series = 1 + (r * series) / i
  return scale(series, k)
}

/** x·2^k by exact powers, in two steps so that neither the power nor a subnormal result is rounded twice. */
function scale(x: number, k: number): number {
  const half = Math.trunc(k / 2)
  return x * power2(half) * power2(k - half)
}

function power2(k: number): number {
  let result = 1
  const step = k < 0 ? 0.5 : 2
  for (let i = Math.abs(k); i > 0; i -= 1) result *= step
  return result
}
