/** How the degree of equality has moved, always by the one convention of its evaluation: drawn with gaps at breaks of definition, described when
 * it is short and tested when it is long enough; then what of the last change of the dispersion of scores came from level and what from
 * dispersion, where scores of two periods may be compared. The engine computes; nothing is fetched. */
import { describeTrend } from '../../../worker/engine/time/describeTrend.ts'
import { splitChange } from '../../../worker/engine/time/splitChange.ts'
import { TrendLines } from '../../charts/TrendLines.tsx'
import { Term } from '../../components/index.ts'
import { inBrackets, marks } from '../../format/marks.ts'
import { conventionText } from '../meaning/convention.ts'
import { useFormat } from '../../format/useFormat.ts'
import { equalityWords } from '../../words/equality.ts'
import { locale } from '../../i18n/locale.ts'
import { useWords } from '../../i18n/useWords.ts'
import { meaningWords } from '../../words/meaning.ts'
import { workspaceWords } from '../../words/workspace.ts'
import { breaksBelow, breaksOf, nodeOf, scoresComparable, type EvaluationBody } from './model.ts'
import { SigmaText } from './SigmaText.tsx'

interface Props {
  readonly evaluation: EvaluationBody
  readonly node: string
  readonly name: string
  readonly source: string
  readonly demo: boolean
}

export function EqualityTrend({ evaluation, node, name, source, demo }: Props) {
  const words = useWords(workspaceWords)
  const say = useWords(equalityWords)
  const meaning = useWords(meaningWords)
  const format = useFormat()
  const lang = locale.value
  const series = evaluation.series[node]
  const { periods } = evaluation
  if (periods.length < 2 || !series) return <p class="muted">{words.onePeriod}</p>
  const breaks = breaksOf(evaluation.nodes, node)
  const last = periods.length - 1
  // An indicator's series pairs the mean of its scores with the index of its raw values: no split can be read from that.
  const split =
    nodeOf(evaluation.nodes, node)?.kind === 'indicator' || !scoresComparable(evaluation.method)
      ? { index: null }
      : splitChange(
          { mean: series.score[last - 1] ?? null, index: series.gini[last - 1] ?? null },
          { mean: series.score[last] ?? null, index: series.gini[last] ?? null },
        )
  const from = format.period(periods[last - 1])
  const to = format.period(periods[last])
  const whole = nodeOf(evaluation.nodes, node)?.parent === null
  const below = breaksBelow(evaluation.nodes, node, periods, lang)
  return (
    <div class="stack">
      <TrendLines
        indicator={`${whole ? '' : `${name} · `}${inBrackets(meaning.degree, conventionText(evaluation.equality), lang)}`}
        source={source}
        demo={demo}
        periods={periods}
        digits={1}
        breaks={breaks}
        series={[{ key: node, label: meaning.degree, values: series.degree, strong: true }]}
      />
      <SigmaText
        trend={describeTrend({ periods, values: series.degree, breaks })}
        label={<Term method="degree">{meaning.degree}</Term>}
        digits={1}
      />
      <ul class="eval-notes">
        {below.length > 0 && <li>{say.breaksBelow(below.join(marks(lang).semicolon))}</li>}
        {split.index !== null && (
          <li>
            <Term method="levelDispersion">{say.split}</Term>
            {'　'}
            {say.splitText(
              from,
              to,
              format.signed(split.index.change, { digits: 4 }),
              format.signed(split.index.level, { digits: 4 }),
              format.signed(split.index.dispersion, { digits: 4 }),
            )}
          </li>
        )}
      </ul>
    </div>
  )
}
