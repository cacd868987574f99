/** The printed numbers of one period as the leaves of a Merkle tree: one leaf for a node and the city as a whole, one for each of its areas.
 * Nodes go in UTF-16 order of their codes, the city before its areas, areas in the publication's order. */
import { canonicalJson } from '../engine/digest/canonicalJson.ts'
import type { Proof } from '../contract/record.ts'
import type { PublishedPeriod } from '../contract/publication.ts'

export type NumberLeaf = Proof['leaf']

export function* numberLeaves(document: PublishedPeriod, areas: readonly string[]): Generator<NumberLeaf, void> {
  const { period, cityScores, degrees, realization, scores, ranks, areaRealization, indicators } = document
  const codes = new Set(
    [cityScores, degrees, realization, scores, ranks, areaRealization, indicators].flatMap((by) => Object.keys(by)),
  )
  // Without a comparator `sort` compares UTF-16 code units.
  for (const node of [...codes].sort()) {
    const [degree, realized, indicator] = [own(degrees, node), own(realization, node), own(indicators, node)]
    const city = present({
      score: own(cityScores, node),
      degree: degree?.degree ?? indicator?.degree,
      degreeCoverage: degree?.coverage,
      realization: realized?.city,
      realizationCoverage: realized?.coverage,
      n: indicator?.n,
      mean: indicator?.mean,
    })
    const columns = [
      ['score', own(scores, node)],
      ['rank', own(ranks, node)],
      ['realization', own(areaRealization, node)],
      ['value', indicator?.values],
    ] as const
    const known = columns.flatMap(([field, column]) =>
      column === undefined || column === null ? [] : [[field, column] as const],
    )
    yield { area: null, node, numbers: city, period }
    if (known.length === 0) continue
    for (const [a, area] of areas.entries())
      yield {
        area,
        node,
        numbers: Object.fromEntries(known.map(([field, column]) => [field, column[a] ?? null])),
        period,
      }
  }
}

/** The canonical text of each leaf, one after another. */
export function* leafTexts(document: PublishedPeriod, areas: readonly string[]): Generator<string, void> {
  for (const leaf of numberLeaves(document, areas)) yield canonicalJson(leaf)
}

function present(numbers: Readonly<Record<string, number | null | undefined>>): Record<string, number | null> {
  return Object.fromEntries(
    Object.entries(numbers).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
}

/** A node may be called like something every object has. */
const own = <T>(by: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(by, key) ? by[key] : undefined
