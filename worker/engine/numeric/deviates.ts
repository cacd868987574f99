/**
 * Normal and gamma deviates from a random stream.
 *
 * Idea: rejection methods that need only arithmetic, √ (correctly rounded by IEEE 754) and the portable logarithm, so
 * that draws are the same bytes everywhere. Normal: Marsaglia and Bray's polar method (1964), the second value of each
 * pair unused so that a draw never depends on an earlier one. Gamma(shape, 1): Marsaglia and Tsang (2000), with
 * U^(1/shape) for shapes below 1. Edge policy: shape 0 gives 0 (all mass at 0). Complexity: O(1) expected.
 *
 * @example normalDeviate(new RandomStream(1)) // one draw of N(0, 1)
 */
import { ln } from './ln.ts'
import { portableExp } from './portableExp.ts'
import type { RandomStream } from './random.ts'

export function normalDeviate(random: RandomStream): number {
  for (;;) {
    const x = 2 * random.uniform() - 1
    const y = 2 * random.uniform() - 1
    const s = x * x + y * y
    if (s > 0 && s < 1) return x * Math.sqrt((-2 * ln(s)) / s)
  }
}

export function gammaDeviate(random: RandomStream, shape: number): number {
  if (shape === 0) return 0
  if (shape < 1) {
    const boosted = gammaDeviate(random, shape + 1)
    return boosted * portableExp(ln(1 - random.uniform()) / shape)
  }
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normalDeviate(random)
    const root = 1 + c * x
    if (root <= 0) continue
    const v = root * root * root
    const u = 1 - random.uniform()
    if (ln(u) < 0.5 * x * x + d - d * v + d * ln(v)) return d * v
  }
}
