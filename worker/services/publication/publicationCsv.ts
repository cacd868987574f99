/** A publication as one long table: period, area, node, measure, value. The same numbers as its JSON parts, with the licence in every file. */
import { WORDS } from '../../words/index.ts'
import { LOCALES } from '../../contract/names.ts'
import { AppError } from '../../contract/problems.ts'
import { utf8 } from '../../lib/bytes.ts'
import { UTF8_BOM, csvLine } from '../observation/csvCell.ts'
import { getServed, putServed, type ServedPublication } from './publicationCache.ts'
import { readDocument, requireDocuments } from './requireDocuments.ts'
import { zipDocument } from './zip.ts'
import type { ServiceContext } from '../../context.ts'
import type { Publication, PublishedNodes, PublishedPeriod } from '../../contract/publication.ts'

/** In every language: the file is the same for everybody. */
const DEMO = LOCALES.map((locale) => WORDS[locale].csv.demo).join(' · ')

export type TableKind = 'csv' | 'sdmx'

interface Line {
  readonly period: string
  readonly area: string
  readonly node: string
  readonly measure: string
  readonly value: number
}

export async function publicationCsv(ctx: ServiceContext, id: string, kind: TableKind): Promise<ServedPublication> {
  const nowMs = ctx.now()
  const key = `publication ${id} ${kind}` as const
  const cached = getServed(key, nowMs)
  if (cached !== undefined) return cached
  const { documents } = await requireDocuments(ctx, id)
  const head = await readDocument<Publication>(documents, 'head')
  const nodes = await readDocument<PublishedNodes>(documents, 'nodes')
  if (head === undefined || nodes === undefined) throw new AppError('not-found')
  const lines: Line[] = []
  for (const period of head.periods) {
    const found = await readDocument<PublishedPeriod>(documents, `period:${period}`)
    if (found !== undefined) lines.push(...linesOf(head, found))
  }
  const text = kind === 'csv' ? plainCsv(head, nodes, lines) : sdmxCsv(head, nodes, lines)
  const { etag } = await zipDocument(text)
  const served = { cityIds: [head.city.id], body: utf8(text), etag }
  putServed(key, served, nowMs)
  return served
}

function linesOf(head: Publication, p: PublishedPeriod): Line[] {
  const lines: Line[] = []
  const add = (node: string, measure: string, value: number | null, area = ''): void => {
    if (value !== null) lines.push({ period: p.period, area, node, measure, value })
  }
  const column = (node: string, measure: string, values: readonly (number | null)[] | null): void =>
    (values ?? []).forEach((value, a) => add(node, measure, value, head.areas[a]?.code ?? ''))
  for (const [node, value] of Object.entries(p.cityScores)) add(node, 'score', value)
  for (const [node, line] of Object.entries(p.degrees)) add(node, 'degree', line.degree)
  for (const [node, line] of Object.entries(p.realization)) add(node, 'realization', line.city)
  for (const [node, values] of Object.entries(p.scores)) column(node, 'score', values)
  for (const [node, values] of Object.entries(p.ranks)) column(node, 'rank', values)
  for (const [node, values] of Object.entries(p.areaRealization)) column(node, 'realization', values)
  for (const [node, line] of Object.entries(p.indicators)) {
    add(node, 'mean', line.mean)
    add(node, 'degree', line.degree)
    column(node, 'value', line.values)
  }
  return lines
}

const unitsOf = ({ nodes }: PublishedNodes): ReadonlyMap<string, PublishedNodes['nodes'][number]> =>
  new Map(nodes.map((n) => [n.code, n]))

function unitOf(measure: string, unit: string | null): string {
  if (measure === 'mean' || measure === 'value') return unit ?? ''
  return measure === 'realization' ? '%' : measure === 'rank' ? '' : '0-100'
}

function plainCsv(head: Publication, nodes: PublishedNodes, lines: readonly Line[]): string {
  const known = unitsOf(nodes)
  const areas = new Map(head.areas.map((a) => [a.code, a.name]))
  return (
    UTF8_BOM +
    csvLine([
      'period',
      'area_code',
      'area',
      'node_code',
      'node',
      'measure',
      'value',
      'unit',
      'city',
      'publication',
      'licence',
      ...(head.city.isDemo ? ['note'] : []),
    ]) +
    lines
      .map(({ period, area, node, measure, value }) =>
        csvLine([
          period,
          area,
          areas.get(area) ?? head.city.name,
          node,
          known.get(node)?.name ?? node,
          measure,
          value,
          unitOf(measure, known.get(node)?.unit ?? null),
          head.city.name,
          head.id,
          head.licence,
          ...(head.city.isDemo ? [DEMO] : []),
        ]),
      )
      .join('')
  )
}

/** SDMX-CSV 2.0: one observation a line; `_C` is the city as a whole. */
function sdmxCsv(head: Publication, nodes: PublishedNodes, lines: readonly Line[]): string {
  const known = unitsOf(nodes)
  return (
    csvLine([
      'STRUCTURE',
      'STRUCTURE_ID',
      'ACTION',
      'CITY',
      'REF_AREA',
      'NODE',
      'MEASURE',
      'TIME_PERIOD',
      'OBS_VALUE',
      'UNIT_MEASURE',
      'LICENCE',
      'COMMENT_DSET',
    ]) +
    lines
      .map(({ period, area, node, measure, value }) =>
        csvLine([
          'dataflow',
          'JUNHENG:PUBLICATION(1.0)',
          'I',
          head.city.slug,
          area === '' ? '_C' : area,
          node,
          measure.toUpperCase(),
          period,
          value,
          unitOf(measure, known.get(node)?.unit ?? null),
          head.licence,
          head.city.isDemo ? DEMO : '',
        ]),
      )
      .join('')
  )
}
