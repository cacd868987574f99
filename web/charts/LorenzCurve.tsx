/** The Lorenz curve on demand: cumulative share of areas (or people) against cumulative share of the total, with the
 * line of perfect equality. The points come from the engine's definition: areas ordered by value. */
import { useCallback, useMemo } from 'preact/hooks'
import { locale } from '../i18n/locale.ts'
import { altText, subtitleOf } from './alt-text.ts'
import type { ChartPoint } from './cursor.ts'
import { lorenzFinding } from './findings.ts'
import type { Lang } from './lang.ts'
import { fade, type Look } from './look.ts'
import { formatShare } from './numbers.ts'
import { baseOptions, linearAxis } from './options.ts'
import type { LorenzStep } from './lorenz.ts'
import { paintText } from './paint.ts'
import { PanelChart } from './PanelChart.tsx'
import type { ChartMeta, ChartSpec, Shared } from './spec.ts'
import { chartWords } from '../words/charts.ts'

export interface LorenzCurveProps extends ChartMeta, Shared {
  readonly steps: readonly LorenzStep[]
  readonly gini: number | null
}

export function LorenzCurve(props: LorenzCurveProps) {
  const { steps, gini, indicator, unit, period, source, demo } = props
  const lang = locale.value
  const words = chartWords[lang]
  const title =
    props.title ??
    lorenzFinding(lang, indicator, [[0, 0], ...steps.map((step) => [step.people, step.amount] as const)], gini)
  const subtitle = subtitleOf({ lang, indicator, unit, period, n: steps.length })
  const points = useMemo<ChartPoint[]>(
    () => steps.map((step, i) => ({ dataset: 1, index: i + 1, key: step.key, readout: readoutOf(step, lang) })),
    [steps, lang],
  )
  const build = useCallback((look: Look) => buildLorenz(look, lang, steps), [steps, lang])
  const panel = useMemo(
    () => ({
      build,
      points,
      name: title,
      height: 340,
      alt: altText({
        lang,
        kind: 'lorenz',
        title,
        subtitle,
        readouts: points.map((point) => point.readout),
        demo: demo ?? false,
      }),
    }),
    [build, points, title, subtitle, demo],
  )
  return (
    <PanelChart
      kind="lorenz"
      title={title}
      subtitle={subtitle}
      source={source}
      demo={demo}
      headingLevel={props.headingLevel}
      drawable={steps.length > 1}
      table={{
        caption: `${words.lorenz} ${indicator}`,
        columns: [
          { label: words.area },
          { label: words.cumulativeShare, unit: '%', digits: 1 },
          { label: words.cumulativeValue, unit: '%', digits: 1 },
        ],
        rows: steps.map((step) => [step.label, step.people * 100, step.amount * 100]),
      }}
      panels={[panel]}
      activeKey={props.activeKey}
      onActive={props.onActive}
      onSelect={props.onSelect}
    />
  )
}

function readoutOf(step: LorenzStep, lang: Lang): string {
  return chartWords[lang].lorenzPoint(step.label, formatShare(step.people, lang), formatShare(step.amount, lang))
}

function buildLorenz(look: Look, lang: Lang, steps: readonly LorenzStep[]): ChartSpec {
  const words = chartWords[lang]
  const share = { min: 0, max: 1, step: 0.2, write: (value: number) => formatShare(value, lang, 0) }
  const many = steps.length > 60
  return {
    type: 'scatter',
    data: {
      datasets: [
        {
          data: [
            { x: 0, y: 0 },
            { x: 1, y: 1 },
          ],
          showLine: true,
          borderColor: look.muted,
          borderDash: [6, 4],
          borderWidth: 1,
          pointRadius: 0,
          pointHitRadius: 0,
        },
        {
          data: [{ x: 0, y: 0 }, ...steps.map((step) => ({ x: step.people, y: step.amount }))],
          showLine: true,
          borderColor: look.accent,
          borderWidth: 2,
          backgroundColor: fade(look.accent, 0.12),
          fill: { target: 0 },
          pointRadius: many ? 0 : 3,
          pointHoverRadius: 5,
          pointBackgroundColor: look.accent,
          pointBorderColor: look.paper,
        },
      ],
    },
    options: baseOptions(look, {
      interaction: { mode: 'nearest', intersect: false },
      scales: {
        x: linearAxis(look, lang, { ...share, title: words.cumulativeShare }),
        y: linearAxis(look, lang, { ...share, title: words.cumulativeValue }),
      },
    }),
    above: (chart, ctx) => {
      const x = chart.scales['x']
      const y = chart.scales['y']
      if (x && y)
        paintText(ctx, look, words.equalLine, x.getPixelForValue(0.62) - 6, y.getPixelForValue(0.68), {
          colour: look.muted,
          align: 'right',
        })
    },
  }
}
