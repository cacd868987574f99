/** The two editions joined item by item. Pure: an item is the same when its code is; an added one stands alone in the newer edition. */
import type { Catalogue } from '../../../worker/contract/public.ts'

type Item = Catalogue['domains'][number]['categories'][number]['items'][number]
type Named = { readonly code: string; readonly name: string; readonly nameEn: string }

export interface CatalogueRow {
  readonly code: string
  readonly domain: Named
  readonly category: Named
  readonly older: Item | null
  readonly newer: Item | null
  readonly change: Item['change']
}

export function catalogueRows(older: Catalogue, newer: Catalogue): readonly CatalogueRow[] {
  const left = itemsOf(older)
  const right = itemsOf(newer)
  const codes = [...new Set([...left.keys(), ...right.keys()])]
  const rows: CatalogueRow[] = []
  for (const code of codes) {
    const place = left.get(code) ?? right.get(code)
    if (place === undefined) continue
    const from = left.get(code)?.item ?? null
    const to = right.get(code)?.item ?? null
    rows.push({
      code,
      domain: place.domain,
      category: place.category,
      older: from,
      newer: to,
      change: to?.change ?? null,
    })
  }
  // Added items come last in their category: their number is provisional.
  return rows.sort((a, b) => order(a) - order(b) || (a.code < b.code ? -1 : 1))
}

function order(row: CatalogueRow): number {
  return Number(row.category.code) * 2 + (row.older === null ? 1 : 0)
}

interface Placed {
  readonly item: Item
  readonly domain: Named
  readonly category: Named
}

function itemsOf(edition: Catalogue): Map<string, Placed> {
  const found = new Map<string, Placed>()
  for (const domain of edition.domains)
    for (const category of domain.categories)
      for (const item of category.items) found.set(item.code, { item, domain, category })
  return found
}
