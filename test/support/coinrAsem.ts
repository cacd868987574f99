/** The ASEM example as a request: framework from the lineage and weight tables, values from any of the step files. */
import type { CompositeMethod, CompositeRequest } from '../../worker/engine/composite.types.ts'
import type { FrameworkNode } from '../../worker/engine/types.ts'
import { numberAt, readTable, type Row } from './reference.ts'

export const ASEM: CompositeMethod = {
  treatment: 'none',
  normalisation: 'minmax',
  weighting: 'given',
  aggregation: 'arithmetic',
  missing: 'renormalise',
  minCoverage: 0,
}

export function asemFramework(): FrameworkNode {
  const weight = new Map(
    readTable('coinr/data/weights_original.csv').map((row) => [row['iCode'], Number(row['Weight'])]),
  )
  const meta = new Map(readTable('coinr/data/asem_iMeta.csv').map((row) => [row['iCode'], row]))
  const root: MutableNode = { code: 'Index', children: [] }
  for (const row of readTable('coinr/data/lineage.csv')) {
    const subIndex = childOf(root, row['Sub-index'] ?? '', weight)
    const pillar = childOf(subIndex, row['Pillar'] ?? '', weight)
    const leaf = childOf(pillar, row['Indicator'] ?? '', weight)
    leaf.direction = meta.get(row['Indicator'])?.['Direction'] === '-1' ? 'cost' : 'benefit'
    leaf.target = Number(meta.get(row['Indicator'])?.['Target'])
    delete leaf.children
  }
  return root
}

interface MutableNode {
  code: string
  weight?: number
  direction?: 'benefit' | 'cost'
  target?: number
  children?: MutableNode[]
}

function childOf(parent: MutableNode, code: string, weight: ReadonlyMap<string | undefined, number>): MutableNode {
  const children = (parent.children ??= [])
  const found = children.find((child) => child.code === code)
  if (found !== undefined) return found
  const child: MutableNode = { code, weight: weight.get(code) ?? 1, children: [] }
  children.push(child)
  return child
}

export function leavesOf(node: FrameworkNode): string[] {
  return node.children === undefined ? [node.code] : node.children.flatMap(leavesOf)
}

export function asemRequest(step: string, method: Partial<CompositeMethod>): CompositeRequest {
  const framework = asemFramework()
  const rows = readTable(`coinr/steps/${step}.csv`)
  return {
    areas: rows.map((row) => row['uCode'] ?? ''),
    framework,
    values: Object.fromEntries(leavesOf(framework).map((code) => [code, rows.map((row) => numberAt(row, code))])),
    method: { ...ASEM, ...method },
  }
}

/** A column of a printed table, in the order of `areas`. */
export function printedColumn(table: readonly Row[], areas: readonly string[], key: string): (number | null)[] {
  const rows = new Map(table.map((row) => [row['uCode'], row]))
  return areas.map((area) => numberAt(rows.get(area), key))
}
