/** The smallest score a geometric or harmonic mean may see on a given scale. */
import type { CompositeMethod, Normalisation } from '../composite.types.ts'
import { normalisationFacts } from './catalogue.ts'
import type { Scale } from './columnRule.ts'

/** Idea: both means need u > 0; docs/methods.md §3 floors u at 0.01 of the 0–1 scale, never dropping the zero.
 * Formula: 0.01·s on [0, s]; lo on [lo, hi] with lo > 0, which has no zeros; 0.01·mean for z-scores shifted to a
 * positive mean. Edge policy: NaN when the means cannot run (z-scores about 0, borda's counts). O(1).
 * Example: `meanFloor('minmax', {}, 100)` is 1. */
export function meanFloor(
  kind: Normalisation,
  options: NonNullable<CompositeMethod['normalisationOptions']>,
  scale: Scale,
): number {
  const { shown } = normalisationFacts(kind)
  if (shown === 'counts') return NaN
  if (shown === 'moments') return (options.mean ?? 0) > 0 ? 0.01 * (options.mean ?? 0) : NaN
  if (typeof scale === 'number') return 0.01 * scale
  return scale[0] > 0 ? scale[0] : 0.01 * scale[1]
}
