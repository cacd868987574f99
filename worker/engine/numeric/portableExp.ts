/** e^x from additions and products alone, so that random draws are the same bytes in every JavaScript engine (ECMAScript
 * leaves Math.exp's last bit open). Formula: e^x = 2^k Σ r^i/i!, |r| ≤ ½ ln 2. Error: within 1.25 ulp of a normal result.
 * Edge policy: as Math.exp (NaN, ±Infinity, overflow to Infinity, underflow to 0). O(1). `portableExp(0)` is 1. */
const ln2High = 0.6931471803691238
const ln2Low = 1.9082149292705877e-10

export function portableExp(x: number): number {
  if (Number.isNaN(x)) return Number.NaN
  if (x > 709.782712893384) return Infinity
  if (x < -745.2) return 0
  const k = Math.round(x / Math.LN2)
  const r = x - k * ln2High - k * ln2Low
  let series = 1
  for (let i = 14; i >= 1; i -= 1) series = 1 + (r * series) / i
  // Two steps, so that neither the power overflows nor a subnormal result is rounded twice.
  const half = Math.trunc(k / 2)
  return series * power2(half) * power2(k - half)
}

function power2(k: number): number {
  let result = 1
  let step = k < 0 ? 0.5 : 2
  for (let i = Math.abs(k); i > 0; i >>= 1) {
    if ((i & 1) === 1) result *= step
    step *= step
  }
  return result
}
