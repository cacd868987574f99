/** A place in a publication's documents as a person names it: period, area, node and kind of number. */
import type { Documents } from './publication.ts'
import type { RawDifference } from './firstDifference.ts'
import type { CheckId, Difference } from './report.types.ts'

type Step = string | number

/** What a group of a period's document holds, by its key; the third step says more, or which area. */
const GROUPS: Readonly<Record<string, string>> = {
  cityScores: 'score',
  degrees: 'degree',
  realization: 'realization',
  scores: 'score',
  ranks: 'rank',
  areaRealization: 'realization',
  indicators: 'value',
}
const COLUMNS: ReadonlySet<Step> = new Set(['scores', 'ranks', 'areaRealization'])

interface Place {
  readonly period: string | null
  readonly node: string | null
  readonly area: number | null
  readonly field: string
}

export function locate(
  check: CheckId,
  part: string,
  { path, stated, computed }: RawDifference,
  d: Documents,
): Difference {
  const place = placeOf(part, path, d)
  return {
    check,
    part,
    path: textOf(path),
    period: place.period,
    area: place.area === null ? null : named(d.head.areas[place.area], String(place.area + 1)),
    node:
      place.node === null
        ? null
        : named(
            [...(d.nodes?.nodes ?? []), ...d.head.nodes].find((n) => n.code === place.node),
            place.node,
          ),
    field: place.field,
    stated,
    computed,
  }
}

function placeOf(part: string, path: readonly Step[], d: Documents): Place {
  if (part.startsWith('period:')) return inPeriod(part.slice('period:'.length), path)
  const [first, second] = path
  if (part === 'head' && first === 'latest') return inPeriod(d.head.latest?.period ?? null, path.slice(1))
  if (part === 'head' && first === 'areas' && typeof second === 'number')
    return { period: null, node: null, area: second, field: textOf(path.slice(2)) }
  if (first === 'nodes' && typeof second === 'number')
    return { period: null, node: nodeAt(part, second, d), area: null, field: textOf(path.slice(2)) }
  if (part === 'nodes' && first === 'series')
    return {
      period: typeof path[3] === 'number' ? (d.head.periods[path[3]] ?? null) : null,
      node: String(second),
      area: null,
      field: String(path[2] ?? ''),
    }
  if (part === 'inputs' && first === 'snapshot' && second === 'periods') {
    const at = path[3] === 'values' ? path[5] : path[4]
    return {
      period: d.inputs?.snapshot.periods[Number(path[2])]?.period ?? null,
      node: path[3] === 'values' ? String(path[4]) : null,
      area: typeof at === 'number' ? at : null,
      field: path[3] === 'values' ? 'value' : String(path[3] ?? ''),
    }
  }
  return { period: null, node: null, area: null, field: textOf(path) }
}

function inPeriod(period: string | null, [group, node, detail, index]: readonly Step[]): Place {
  const known = GROUPS[String(group)]
  if (known === undefined || node === undefined)
    return { period, node: null, area: null, field: known ?? String(group ?? '') }
  const column = COLUMNS.has(group ?? '')
  const at = column ? detail : index
  return {
    period,
    node: String(node),
    area: typeof at === 'number' ? at : null,
    field: column ? known : detail === 'coverage' ? `${known}Coverage` : fieldOf(detail, known),
  }
}

const fieldOf = (detail: Step | undefined, known: string): string =>
  detail === 'values' || detail === 'city' || detail === undefined ? known : String(detail)

const nodeAt = (part: string, index: number, d: Documents): string | null =>
  (part === 'head' ? d.head.nodes[index] : d.nodes?.nodes[index])?.code ?? null

const named = (
  known: { readonly code: string; readonly name: string; readonly nameEn: string } | undefined,
  code: string,
): Difference['node'] =>
  known === undefined
    ? { code, name: code, nameEn: code }
    : { code: known.code, name: known.name, nameEn: known.nameEn || known.name }

/** `a.b[2].c` */
const textOf = (path: readonly Step[]): string =>
  path.map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`)).join('')
