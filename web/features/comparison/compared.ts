/** Reading a comparison: one city's value for a node, measure and period, and how far it can be read against the rest. Pure. */
import type { ComparabilityNote, ComparedCity } from '../../../worker/contract/comparison.ts'

export type Severity = ComparabilityNote['severity']

/** '' = the latest period in which the city has a score for the node. */
export function periodOf(city: ComparedCity, node: string, asked: string): string | null {
  if (asked !== '') return city.periods.includes(asked) ? asked : null
  for (let i = city.periods.length - 1; i >= 0; i--) {
    const period = city.periods[i]
    if (period !== undefined && valueOf(city, node, 'score', period) !== null) return period
  }
  return city.periods[city.periods.length - 1] ?? null
}

/** Columns run along the city's own periods. */
export function valueOf(city: ComparedCity, node: string, measure: string, period: string | null): number | null {
  return period === null ? null : (city.values[node]?.[measure]?.[city.periods.indexOf(period)] ?? null)
}

const ORDER: readonly Severity[] = ['not-comparable', 'caution', 'info']

/** The gravest note that names a publication, or null. */
export function severityOf(notes: readonly ComparabilityNote[], publicationId: string): Severity | null {
  return (
    ORDER.find((severity) =>
      notes.some((note) => note.severity === severity && note.publicationIds.includes(publicationId)),
    ) ?? null
  )
}

export function sortedNotes(notes: readonly ComparabilityNote[]): ComparabilityNote[] {
  return [...notes].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity))
}
