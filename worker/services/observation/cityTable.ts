/** What stands on the two edges of the city's table: areas without areas below them, and indicators, of one framework in its own
 * order or of the whole dictionary by code. */
import type { AreaRow } from '../../../db/region/queries/areas.ts'
import type { IndicatorRow } from '../../../db/region/queries/indicators.ts'
import { storedBody, walkTree } from '../framework/body.ts'

export interface TableIndicator extends IndicatorRow { readonly domainCode: string }

export function tableIndicators(dictionary: readonly IndicatorRow[], body: string | undefined): TableIndicator[] {
  if (body === undefined) return dictionary.map((i) => ({ ...i, domainCode: '' }))
  const known = new Map(dictionary.map((i) => [i.code, i]))
  const domainOf = new Map<string, string>()
  const indicators: TableIndicator[] = []
  walkTree(storedBody(body).root, (node, parent) => {
    const domainCode = node.kind === 'domain' ? node.code : parent === null ? '' : (domainOf.get(parent.code) ?? '')
    domainOf.set(node.code, domainCode)
    const row = node.indicator === undefined ? undefined : known.get(node.code)
    if (row !== undefined) indicators.push({ ...row, domainCode })
  })
  return indicators
}

export const leavesIn = (areas: readonly AreaRow[]): AreaRow[] => areas.filter((a) => a.childCount === 0)

/** Guarantee: SQL built it with json_group_object from REAL values. */
export const valuesOf = (json: string | null): Record<string, number> => (json === null ? {} : (JSON.parse(json) as Record<string, number>))
