/** A whole evaluation as one CSV stream, a period at a time: a row for each area and node, and before them one for the city with its degree of
 * equality and the convention it was measured by. The surprise: scores stand in every row, raw values in those of indicators only. */
import { WORDS } from '../../words/index.ts'
import { csvLine, UTF8_BOM } from '../observation/csvCell.ts'
import { AppError } from '../../contract/problems.ts'
import { readPart } from './parts.ts'
import { requireEvaluationRow } from './requireEvaluationRow.ts'
import type { TenantContext } from '../../context.ts'
import type { EvaluationNode, SnapshotPeriod } from '../../contract/evaluations.ts'
import type { Panel, StoredPeriod } from './results.types.ts'
import type { Words } from '../../words/sentence.ts'

const COLUMNS = [
  'period',
  'area',
  'areaName',
  'node',
  'nodeName',
  'kind',
  'unit',
  'score',
  'realization',
  'realizationCoverage',
  'rank',
  'normalised',
  'value',
  'degree',
  'degreeCoverage',
  'index',
  'n',
  'degreeReason',
  'equalityFamily',
  'equalityWeighting',
  'equalitySd',
] as const

/** The bytes follow from the run and the reader's language alone; `resultDigest` names them. */
export async function resultsCsv(
  ctx: TenantContext,
  id: string,
): Promise<{ body: ReadableStream<Uint8Array>; resultDigest: string }> {
  const { row, parts } = await requireEvaluationRow(ctx, id, ['panel'])
  const panel = readPart(parts, 'panel')
  if (panel === undefined) throw new AppError('not-found')
  const words = WORDS[ctx.locale]
  const periods = JSON.parse(row.periods) as string[]
  const mark = ctx.city.isDemo ? [words.csv.demo] : []
  const encoder = new TextEncoder()
  let next = 0
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const head = [
        ...COLUMNS.map((column) => words.csv.results[column]),
        ...(mark.length > 0 ? [words.csv.status] : []),
      ]
      controller.enqueue(encoder.encode(UTF8_BOM + csvLine(head)))
    },
    async pull(controller) {
      const period = periods[next++]
      if (period === undefined) {
        controller.close()
        return
      }
      const found = await requireEvaluationRow(ctx, id, [`data:${period}`, `result:${period}`])
      const [data, result] = [readPart(found.parts, `data:${period}`), readPart(found.parts, `result:${period}`)]
      if (data === undefined || result === undefined) throw new AppError('not-found')
      for (const node of panel.nodes)
        controller.enqueue(encoder.encode(nodeLines(panel, node, data, result, words, mark)))
    },
  })
  return { body, resultDigest: row.resultDigest }
}

const cell = (value: number | null | undefined): number | string => value ?? ''

function nodeLines(
  { areas, equality }: Panel,
  { code, kind, name, nameEn, unit }: EvaluationNode,
  data: SnapshotPeriod,
  // An evaluation of an earlier release has neither.
  result: Omit<StoredPeriod, 'equality' | 'realization'> & Partial<Pick<StoredPeriod, 'equality' | 'realization'>>,
  { csv, names }: Words,
  mark: readonly string[],
): string {
  const line = result.equality?.[code]
  const realized = result.realization?.[code]
  const leaf = kind === 'indicator'
  const what = [code, names.of({ name, nameEn }), kind, unit ?? '']
  const indexed = leaf ? (line?.n ?? result.indices[code]?.n ?? 0) : ''
  let text = csvLine([
    data.period,
    '',
    csv.city,
    ...what,
    cell(result.cityScores[code]),
    cell(realized?.city),
    cell(realized?.cityCoverage),
    '',
    '',
    cell(leaf ? result.indices[code]?.mean : null),
    cell(line?.degree),
    cell(line?.coverage),
    cell(line?.index),
    indexed,
    line?.reason ?? '',
    equality.family,
    equality.weighting,
    equality.sd,
    ...mark,
  ])
  areas.forEach((area, i) => {
    text += csvLine([
      data.period,
      area.code,
      names.of(area),
      ...what,
      cell(leaf ? result.normalised[code]?.[i] : result.scores[code]?.[i]),
      cell(realized?.areas[i]),
      cell(realized?.coverage[i]),
      cell(result.ranks[code]?.[i]),
      cell(leaf ? result.normalised[code]?.[i] : null),
      cell(leaf ? data.values[code]?.[i] : null),
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      ...mark,
    ])
  })
  return text
}
