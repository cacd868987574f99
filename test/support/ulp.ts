/** Errors of a double against a value known to twice its digits. */

const double = new Float64Array(1)
const bits = new BigUint64Array(double.buffer)

/** The unit in the last place at x: the gap between the doubles around it. */
export function ulpAt(x: number): number {
  double[0] = Math.abs(x)
  const exponent = Number((bits[0] ?? 0n) >> 52n)
  bits[0] = BigInt(Math.max(1, exponent)) << 52n
  return (double[0] ?? 0) * Number.EPSILON
}

/** |got − (high + low)|. The first difference is exact where got lies within a factor of 2 of high, as whatever passes does. */
export const distance = (got: number, high: number, low: number): number => Math.abs(got - high - low)
