/** The areas and indicators a file may name, found by code or by exact name. Both lists stand in the order of the table's key. */
import type { AreaRow } from '../../../db/region/queries/areas.ts'
import type { IndicatorRow, IndicatorScale } from '../../../db/region/queries/indicators.ts'

export const UNKNOWN = -1
export const AMBIGUOUS = -2

export interface DictionaryArea {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly hasChildren: boolean
}
export interface DictionaryIndicator extends Omit<IndicatorRow, 'scale'> {
  readonly scale: IndicatorScale | null
}
export interface ImportDictionary {
  readonly areas: readonly DictionaryArea[]
  readonly indicators: readonly DictionaryIndicator[]
  /** Position in `areas`, UNKNOWN or AMBIGUOUS. */
  readonly findArea: (text: string) => number
  readonly findIndicator: (text: string) => number
}

export function importDictionary(
  areaRows: readonly AreaRow[],
  indicatorRows: readonly IndicatorRow[],
): ImportDictionary {
  const areas = areaRows
    .map((a) => ({ id: a.id, code: a.code, name: a.name, nameEn: a.nameEn, hasChildren: a.childCount > 0 }))
    .sort((a, b) => compare(a.id, b.id))
  const indicators = indicatorRows
    .map((i) => ({ ...i, scale: i.scale === null ? null : parseScale(i.scale) }))
    .sort((a, b) => compare(a.code, b.code))
  return { areas, indicators, findArea: finder(areas), findIndicator: finder(indicators) }
}

/** Guarantee: only dictionary writes fill the column, from facts that were validated. */
const parseScale = (json: string): IndicatorScale => JSON.parse(json) as IndicatorScale
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
export const plainText = (text: string): string => text.normalize('NFKC').trim()

/** Codes win over names; a name that two entries share finds neither. Each spelling is looked up once. */
function finder(
  entries: readonly { readonly code: string; readonly name: string; readonly nameEn: string }[],
): (text: string) => number {
  const codes = new Map(entries.map((e, i) => [plainText(e.code), i]))
  const names = new Map<string, number>()
  for (const [i, e] of entries.entries()) {
    for (const name of new Set([plainText(e.name), plainText(e.nameEn)])) {
      if (name !== '') names.set(name, names.has(name) ? AMBIGUOUS : i)
    }
  }
  const seen = new Map<string, number>()
  return (text) => {
    const known = seen.get(text)
    if (known !== undefined) return known
    const plain = plainText(text)
    const found = codes.get(plain) ?? names.get(plain) ?? UNKNOWN
    // Bounded: a file of nothing but nonsense must not grow the table without end.
    if (seen.size < 20_000) seen.set(text, found)
    return found
  }
}
