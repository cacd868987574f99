/** How a number was computed: from the overall score down the tree to the raw value of one indicator in one area,
 * with the weight at each level and the formula of the last step. */
import type { Evaluation, EvaluationNode, PeriodResult } from '../../../worker/contract/evaluations.ts'
import { Table, Term, type Column } from '../../components/index.ts'
import { formatUnit } from '../../format/unit.ts'
import { useFormat } from '../../format/useFormat.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import { locale } from '../../i18n/locale.ts'
import { meaningWords } from '../../words/meaning.ts'
import { methodWords } from '../../i18n/measures.ts'
import { normalisationWords } from '../methods/catalogueWords.ts'
import { useWords } from '../../i18n/useWords.ts'
import { workspaceWords } from '../../words/workspace.ts'
import { decimalsFor } from '../../charts/numbers.ts'
import { formulaOf } from './formula.ts'
import { AnchorFacts } from '../meaning/AnchorFacts.tsx'
import { pathTo } from './model.ts'
import { marks } from '../../format/marks.ts'

interface Props {
  readonly evaluation: Evaluation
  readonly result: PeriodResult
  readonly indicator: string
  readonly area: string
  readonly slug: string
}

export function CellTrace({ evaluation, result, indicator, area, slug }: Props) {
  const words = useWords(workspaceWords)
  const methods = useWords(methodWords)
  const normalisations = useWords(normalisationWords)
  const meaning = useWords(meaningWords)
  const format = useFormat()
  const lang = locale.value
  const at = evaluation.areas.findIndex((one) => one.code === area)
  const place = evaluation.areas[at]
  const path = pathTo(evaluation.nodes, indicator)
  const leaf = path[path.length - 1]
  if (!place || !leaf) return null
  const column = result.values[indicator] ?? []
  const raw = column[at] ?? null
  const digits = decimalsFor(column)
  const write = (value: number) => format.number(value, { digits, unit: formatUnit(leaf.unit, lang) })
  const score = result.normalised[indicator]?.[at] ?? null
  const touch = evaluation.adjusted.find(
    (cell) => cell.period === result.period && cell.indicator === indicator && cell.area === area,
  )
  const scoreOf = (node: EvaluationNode): number | null =>
    node.code === indicator ? score : (result.scores[node.code]?.[at] ?? null)
  const columns: Column<EvaluationNode>[] = [
    { key: 'node', title: words.traceNode, rowHeader: true, cell: (node) => nameIn(lang, node) },
    { key: 'level', title: words.traceLevel, cell: (node) => methods[`kind.${node.kind}`] },
    {
      key: 'score',
      title: words.score,
      align: 'end',
      cell: (node) => <span class="num">{format.number(scoreOf(node), { digits: 2 })}</span>,
    },
    {
      key: 'local',
      title: words.localWeight,
      align: 'end',
      cell: (node) => <span class="num">{format.percent(node.localWeight, 1)}</span>,
    },
    {
      key: 'effective',
      title: words.effectiveWeight,
      align: 'end',
      cell: (node) => <span class="num">{format.percent(node.effectiveWeight, 2)}</span>,
    },
  ]
  const data = `/c/${slug}/data?period=${encodeURIComponent(result.period)}&indicator=${encodeURIComponent(indicator)}&area=${encodeURIComponent(area)}`
  return (
    <div class="stack">
      <Table
        id="trace"
        caption={words.traceCaption(nameIn(lang, place), format.period(result.period))}
        rows={path}
        columns={columns}
        rowKey={(node) => node.code}
        bare
      />
      <dl class="facts">
        <dt>{words.raw}</dt>
        <dd class="num">{raw === null ? <span class="muted">{words.traceMissing}</span> : write(raw)}</dd>
        {touch && (
          <>
            <dt>{words.touchKind}</dt>
            <dd>
              {{ treated: words.kindTreated, imputed: words.kindImputed, clipped: words.kindClipped }[touch.kind]}
              {marks(lang).colon}
              <span class="num">
                {format.number(touch.from, { digits })} → {format.number(touch.to, { digits })}
              </span>{' '}
              {touch.note}
            </dd>
          </>
        )}
        <dt>{meaning.anchors}</dt>
        <dd>
          <AnchorFacts node={leaf} />
        </dd>
        <dt>{words.formula}</dt>
        <dd>
          <Term method={evaluation.method.normalisation}>{normalisations[evaluation.method.normalisation]}</Term>
          <code class="eval-formula">
            {formulaOf(evaluation.method, leaf, {
              raw,
              score,
              column,
              scores: result.normalised[indicator] ?? [],
              write: (value) => format.number(value),
            })}
          </code>
        </dd>
        <dt>{methods.aggregation}</dt>
        <dd>
          <Term method={evaluation.method.aggregation}>{methods[`aggregation.${evaluation.method.aggregation}`]}</Term>
          <code class="eval-formula">{AGGREGATION[evaluation.method.aggregation]}</code>
        </dd>
      </dl>
      <p>
        <a href={data}>{words.editData}</a>
      </p>
    </div>
  )
}

const AGGREGATION = {
  arithmetic: 'S = Σ w·s ÷ Σ w',
  geometric: 'S = exp( Σ w·ln s ÷ Σ w )',
  harmonic: 'S = Σ w ÷ Σ (w ÷ s)',
} as const
