/** What an indicator can be at all, as against what it usually is. A value outside is a mistake of writing and stops an import; one that is
 * merely unusual asks for a reason. Pure. Its one surprise: a share may pass 100 % when its own usual range does (enrolment against a
 * school-age population, for one). */
export interface BoundFacts {
  readonly unit: string
  readonly plausibleLow: number | null
  readonly plausibleHigh: number | null
  /** How the indicator is scaled, where its framework says so; a bounded one carries its own bounds. */
  readonly scale?:
    | { readonly kind: 'ratio' }
    | { readonly kind: 'bounded'; readonly low: number; readonly high: number }
    | null
}
export interface Bounds {
  readonly low: number
  readonly high: number
}

export function hardBounds({ unit, plausibleLow, plausibleHigh, scale }: BoundFacts): Bounds {
  if (scale?.kind === 'bounded') return { low: scale.low, high: scale.high }
  // Declared to have no upper end, a percentage is a ratio like any other: insured persons over residents, say.
  if (unit.normalize('NFKC').trim() === '%' && scale?.kind !== 'ratio')
    return { low: 0, high: plausibleHigh !== null && plausibleHigh > 100 ? Infinity : 100 }
  return { low: plausibleLow !== null && plausibleLow < 0 ? -Infinity : 0, high: Infinity }
}
