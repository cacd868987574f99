/** How equalization has moved: the degree over the periods, whether dispersion shrinks beyond chance (Mann–Kendall), and
 * what of the last change came from level and what from dispersion. The engine computes; nothing is fetched. */
import { sigmaConvergence } from '../../../worker/engine/time/sigmaConvergence.ts'
import { splitChange } from '../../../worker/engine/time/splitChange.ts'
import { TrendLines } from '../../charts/TrendLines.tsx'
import { Term } from '../../components/index.ts'
import { inBrackets } from '../../format/paren.ts'
import { conventionText } from '../meaning/convention.ts'
import { useFormat } from '../../format/useFormat.ts'
import { equalityWords } from '../../i18n/equality.ts'
import { locale } from '../../i18n/locale.ts'
import { indexWords } from '../../i18n/measures.ts'
import { useWords } from '../../i18n/useWords.ts'
import { workspaceWords } from '../../i18n/workspace.ts'
import { nodeOf, type EvaluationBody } from './model.ts'

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
  const names = useWords(indexWords)
  const format = useFormat()
  const series = evaluation.series[node]
  const { periods } = evaluation
  if (periods.length < 2 || !series) return <p class="muted">{words.onePeriod}</p>
  const sigma = sigmaConvergence(series.cv)
  const last = periods.length - 1
  // An indicator's series pairs the mean of its scores with the index of its raw values: no split can be read from that.
  const split =
    nodeOf(evaluation.nodes, node)?.kind === 'indicator'
      ? { index: null }
      : splitChange(
          { mean: series.score[last - 1] ?? null, index: series.gini[last - 1] ?? null },
          { mean: series.score[last] ?? null, index: series.gini[last] ?? null },
        )
  const from = format.period(periods[last - 1])
  const to = format.period(periods[last])
  return (
    <div class="stack">
      <TrendLines
        indicator={`${name} · ${inBrackets(names.degree, conventionText(evaluation.equality), locale.value)}`}
        unit={words.points}
        source={source}
        demo={demo}
        periods={periods}
        digits={1}
        series={[{ key: node, label: names.degree, values: series.degree, strong: true }]}
      />
      <ul class="eval-notes">
        <li>
          <Term method="sigmaConvergence">{say.sigma}</Term>
          {'　'}
          {sigma.verdict === null
            ? say.sigmaShort
            : say[`sigma.${sigma.verdict}`](
                format.number(sigma.first, { digits: 3 }),
                format.number(sigma.last, { digits: 3 }),
              )}
        </li>
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
