/** 2^⌊log₂ x⌋: the power of two that x lies on or just above. Exact: the exponent's bits of the double with an empty fraction, so neither
 * Math.log2 nor a power is asked. Edge policy: for finite x > 0 only; a subnormal gives 2⁻¹⁰²², the smallest normal double, which
 * still divides it exactly. O(1). Example: `powerOfTwoBelow(10)` is 8. */
import { HIGH_WORD, LOW_WORD } from './doubleWords.ts'

const EXPONENT = 0x7ff00000
const LEAST = 0x00100000
const scratch = new Float64Array(1)
const words = new Int32Array(scratch.buffer)

export function powerOfTwoBelow(x: number): number {
  scratch[0] = x
  words[HIGH_WORD] = Math.max(words[HIGH_WORD] & EXPONENT, LEAST)
  words[LOW_WORD] = 0
  return scratch[0]
}
