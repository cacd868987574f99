/** The indicators of the city's table with their domains: those of one framework in its own order, or the whole dictionary by code. */
import type { IndicatorRow } from '../../../db/region/queries/indicators.ts'
import { walkTree } from '../framework/body.ts'
import { storedBody } from '../../record/framework.ts'
import type { TreeNode } from '../../contract/frameworks.ts'

export interface TableIndicator extends IndicatorRow {
  readonly domainCode: string
}

export interface TableSide {
  readonly indicators: TableIndicator[]
  readonly domains: { code: string; name: string; nameEn: string }[]
}

export function tableSide(dictionary: readonly IndicatorRow[], body: string | undefined): TableSide {
  if (body === undefined) return { indicators: dictionary.map((i) => ({ ...i, domainCode: '' })), domains: [] }
  const known = new Map(dictionary.map((i) => [i.code, i]))
  /** The domain above each node; where a framework has none, the dimension. */
  const headingOf = new Map<string, TreeNode>()
  const indicators: TableIndicator[] = []
  walkTree(storedBody(body).root, (node, parent) => {
    const heading =
      node.kind === 'domain' || node.kind === 'dimension'
        ? node
        : parent === null
          ? undefined
          : headingOf.get(parent.code)
    if (heading !== undefined) headingOf.set(node.code, heading)
    const row = node.indicator === undefined ? undefined : known.get(node.code)
    if (row !== undefined) indicators.push({ ...row, domainCode: heading?.code ?? '' })
  })
  const used = new Map(
    indicators.flatMap((i) =>
      [headingOf.get(i.code)].flatMap((h) =>
        h === undefined ? [] : [[h.code, { code: h.code, name: h.name, nameEn: h.nameEn }] as const],
      ),
    ),
  )
  return { indicators, domains: [...used.values()] }
}

/** Guarantee: SQL built it with json_group_object from REAL values. */
export const valuesOf = (json: string | null): Record<string, number> =>
  json === null ? {} : (JSON.parse(json) as Record<string, number>)
