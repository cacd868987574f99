/** Are areas moving together or apart: σ with its described trend, β with its half-life, the Markov matrix of grades and
 * the densities of every period, computed in the browser by the engine. Raw values for an indicator, scores for a node;
 * weighted by population only when every period has one, so that no series mixes two weightings. */
import { useMemo } from 'preact/hooks'
import { GRADES } from '../../../worker/engine/aggregate/gradeOf.ts'
import { computeTrends } from '../../../worker/engine/computeTrends.ts'
import type { PeriodResult } from '../../../worker/contract/evaluations.ts'
import { DensityCurves, peakOf } from '../../charts/DensityCurves.tsx'
import { TrendLines } from '../../charts/TrendLines.tsx'
import { EmptyState, Section, Term } from '../../components/index.ts'
import { useFormat } from '../../format/useFormat.ts'
import { movementWords } from '../../words/movement.ts'
import { useWords } from '../../i18n/useWords.ts'
import { BetaText } from './BetaText.tsx'
import { GradeMoves } from './GradeMoves.tsx'
import { breaksOf, type Measure } from './model.ts'
import { SigmaText } from './SigmaText.tsx'
import type { TabProps } from './WorkspaceContext.ts'

const LIMITS = GRADES.map((grade) => grade.from).filter((from) => Number.isFinite(from))

interface Props extends Pick<TabProps, 'evaluation' | 'selection' | 'source' | 'city'> {
  readonly results: readonly PeriodResult[]
  readonly measure: Measure
  /** The node's column in each period. */
  readonly columns: readonly (readonly (number | null)[])[]
}

export function AreaMovement({ evaluation, selection, source, city, results, measure, columns }: Props) {
  const words = useWords(movementWords)
  const format = useFormat()
  const { periods } = evaluation
  const node = measure.code
  const weighted = selection.weighted && periods.every((period) => evaluation.weightedPeriods[period] === true)
  const breaks = breaksOf(evaluation.nodes, node)
  const trends = useMemo(
    () =>
      computeTrends({
        periods,
        series: { [node]: columns },
        breaks: { [node]: breaks },
        grades: LIMITS,
        ...(measure.isIndicator ? { ungraded: new Set([node]) } : {}),
        ...(weighted ? { populations: results.map((one) => one.populations.map((people) => people ?? 0)) } : {}),
      })[node],
    [periods, columns, node, measure.isIndicator, weighted, results],
  )
  if (!trends) return null
  if (trends.sigma === null) return <EmptyState title={words.fewAreas}>{words.fewAreasText}</EmptyState>
  const { sigma, density } = trends
  const values = sigma.values.map((one) => one.value)
  const known = periods.flatMap((period, i) => (typeof values[i] === 'number' ? [{ period, value: values[i] }] : []))
  const [first, last] = [known[0], known[known.length - 1]]
  const write = (value: number) => format.number(value, { digits: 3 })
  const drawn = density.curves.flatMap((curve, i) =>
    curve.density === null ? [] : [{ period: periods[i] ?? '', density: curve.density }],
  )
  const [early, late] = [drawn[0], drawn[drawn.length - 1]]
  const peak = (curve: readonly number[]) => format.number(density.grid[peakOf(curve)], { digits: measure.digits })
  const meta = { source, demo: city.isDemo }
  return (
    <div class="stack-l">
      <Section id="movement" title={words.movement} lead={words.movementLead(weighted)}>
        <TrendLines
          {...meta}
          indicator={words.dispersionOf(measure.name, !measure.isIndicator)}
          title={
            first && last && first !== last
              ? words.sigmaTitle(
                  format.period(first.period),
                  format.period(last.period),
                  write(first.value),
                  write(last.value),
                  last.value > first.value ? 'up' : last.value < first.value ? 'down' : 'level',
                )
              : words.sigmaNone
          }
          headingLevel={3}
          periods={periods}
          digits={3}
          min={0}
          breaks={breaks}
          n={evaluation.areas.length}
          series={[{ key: node, label: measure.name, values, strong: true }]}
        />
        <SigmaText trend={sigma.trend} />
        {!measure.isIndicator && <p class="muted small">{words.scoreNote}</p>}
      </Section>
      <Section title={<Term method="betaConvergence">{words.beta}</Term>}>
        <BetaText beta={trends.beta} />
      </Section>
      {trends.markov && (
        <Section title={<Term method="markov">{words.markovTitle}</Term>}>
          <GradeMoves markov={trends.markov} name={measure.name} />
        </Section>
      )}
      <Section title={<Term method="kernelDensity">{words.density}</Term>}>
        {early && late ? (
          <DensityCurves
            {...meta}
            indicator={words.densityName(measure.name)}
            unit={measure.unit}
            title={words.densityTitle(
              format.period(early.period),
              format.period(late.period),
              peak(early.density),
              peak(late.density),
            )}
            headingLevel={3}
            grid={density.grid}
            digits={measure.digits}
            gridLabel={words.densityAt}
            range={measure.max === undefined ? undefined : [0, measure.max]}
            n={evaluation.areas.length}
            lines={density.curves.map((curve, i) => ({
              key: periods[i] ?? '',
              label: format.period(periods[i]),
              density: curve.density,
            }))}
          />
        ) : (
          <EmptyState title={words.densityNone} />
        )}
      </Section>
    </div>
  )
}
