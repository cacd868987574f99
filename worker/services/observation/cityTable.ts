/** The indicators of the city's table with their domains: those of one framework in its own order, or the whole dictionary by code. */
import type { IndicatorRow } from '../../../db/region/queries/indicators.ts'
import { storedBody, walkTree } from '../framework/body.ts'

export interface TableIndicator extends IndicatorRow { readonly domainCode: string }

export interface TableSide { readonly indicators: TableIndicator[]; readonly domains: { code: string; name: string; nameEn: string }[] }

export function tableSide(dictionary: readonly IndicatorRow[], body: string | undefined): TableSide {
  if (body === undefined) return { indicators: dictionary.map((i) => ({ ...i, domainCode: '' })), domains: [] }
  const known = new Map(dictionary.map((i) => [i.code, i]))
  const domainOf = new Map<string, string>()
  const indicators: TableIndicator[] = []
  const domains: TableSide['domains'] = []
  walkTree(storedBody(body).root, (node, parent) => {
    const domainCode = node.kind === 'domain' ? node.code : parent === null ? '' : (domainOf.get(parent.code) ?? '')
    domainOf.set(node.code, domainCode)
    if (node.kind === 'domain') domains.push({ code: node.code, name: node.name, nameEn: node.nameEn })
    const row = node.indicator === undefined ? undefined : known.get(node.code)
    if (row !== undefined) indicators.push({ ...row, domainCode })
  })
  return { indicators, domains }
}

/** Guarantee: SQL built it with json_group_object from REAL values. */
export const valuesOf = (json: string | null): Record<string, number> => (json === null ? {} : (JSON.parse(json) as Record<string, number>))
