/** Change between two periods: one line per area, both ends labelled; risers in accent, fallers dashed. Areas that lack
 * one of the two values are not drawn but stand in the table. */
import { useCallback, useMemo } from 'preact/hooks'
import { differenceUnit } from '../format/difference.ts'
import { inBrackets, marks } from '../format/marks.ts'
import { locale } from '../i18n/locale.ts'
import { altText, subtitleOf } from './alt-text.ts'
import type { ChartPoint } from './cursor.ts'
import { changeFinding } from './findings.ts'
import type { Lang } from './lang.ts'
import { blend, fade, type Look } from './look.ts'
import { decimalsFor, extent, formatChange, formatValue, niceScale } from './numbers.ts'
import { baseOptions, categoryAxis, linearAxis } from './options.ts'
import { paintLine, paintText } from './paint.ts'
import { PanelChart } from './PanelChart.tsx'
import type { ChartMeta, ChartSpec, Shared } from './spec.ts'
import { shortenLabel, spreadLabels } from './text-fit.ts'
import { chartWords } from '../words/charts.ts'

const MOST_LABELS = 24
/** From a point to its label, which may have been moved aside. */
const LEADER = 22

export interface SlopeItem {
  readonly key: string
  readonly label: string
  readonly from: number | null
  readonly to: number | null
}

export interface SlopeChartProps extends ChartMeta, Shared {
  readonly items: readonly SlopeItem[]
  readonly fromPeriod: string
  readonly toPeriod: string
  readonly selectedKey?: string | null | undefined
}

interface Slope {
  readonly key: string
  readonly label: string
  readonly from: number
  readonly to: number
}

export function SlopeChart(props: SlopeChartProps) {
  const { items, fromPeriod, toPeriod, indicator, unit, source, demo, selectedKey = null } = props
  const lang = locale.value
  const words = chartWords[lang]
  const digits = decimalsFor(items.flatMap((item) => [item.from, item.to]))
  const slopes = useMemo<Slope[]>(
    () =>
      items.flatMap((item) =>
        item.from === null || item.to === null
          ? []
          : [{ key: item.key, label: item.label, from: item.from, to: item.to }],
      ),
    [items],
  )
  const title = props.title ?? changeFinding(lang, items, unit)
  const subtitle = subtitleOf({ lang, indicator, unit, period: `${fromPeriod} → ${toPeriod}`, n: slopes.length })
  const points = useMemo<ChartPoint[]>(
    () =>
      slopes.map((slope, dataset) => ({
        dataset,
        index: 1,
        key: slope.key,
        readout: `${slope.label}${marks(lang).colon}${inBrackets(`${formatValue(slope.from, lang, digits)} → ${formatValue(slope.to, lang, digits)}`, formatChange(slope.to - slope.from, lang, digits), lang)}`,
      })),
    [slopes, lang, digits],
  )
  const build = useCallback(
    (look: Look) => buildSlopes(look, lang, slopes, [fromPeriod, toPeriod], digits, selectedKey),
    [slopes, lang, fromPeriod, toPeriod, digits, selectedKey],
  )
  const height = Math.min(720, Math.max(260, 60 + Math.min(slopes.length, MOST_LABELS) * 20))
  const panel = useMemo(
    () => ({
      build,
      points,
      name: title,
      height,
      alt: altText({
        lang,
        kind: 'slope',
        title,
        subtitle,
        readouts: points.map((point) => point.readout),
        demo: demo ?? false,
      }),
    }),
    [build, points, title, subtitle, height, demo],
  )
  return (
    <PanelChart
      kind={`slope ${slopes.length}`}
      title={title}
      subtitle={subtitle}
      source={source}
      demo={demo}
      headingLevel={props.headingLevel}
      drawable={slopes.length > 0}
      table={{
        caption: indicator,
        columns: [
          { label: words.area },
          { label: fromPeriod, digits },
          { label: toPeriod, digits },
          { label: words.change, digits, ...(unit ? { unit: differenceUnit(unit, lang) } : {}) },
        ],
        rows: items.map((item) => [
          item.label,
          item.from,
          item.to,
          item.from === null || item.to === null ? null : item.to - item.from,
        ]),
      }}
      panels={[panel]}
      activeKey={props.activeKey}
      onActive={props.onActive}
      onSelect={props.onSelect}
    />
  )
}

function buildSlopes(
  look: Look,
  lang: Lang,
  slopes: readonly Slope[],
  periods: readonly [string, string],
  digits: number,
  selectedKey: string | null,
): ChartSpec {
  const [lo, hi] = extent(slopes.flatMap((slope) => [slope.from, slope.to])) ?? [0, 1]
  const scale = niceScale(lo, hi, 6)
  const labelled = slopes.length <= MOST_LABELS
  return {
    type: 'line',
    data: {
      labels: [...periods],
      datasets: slopes.map((slope) => {
        const falls = slope.to < slope.from
        const colour = slope.key === selectedKey ? look.ink : falls ? (look.categories[3] ?? look.bad) : look.accent
        return {
          data: [slope.from, slope.to],
          borderColor: slopes.length > MOST_LABELS ? fade(colour, 0.4) : colour,
          borderDash: falls ? [5, 3] : [],
          borderWidth: slope.key === selectedKey ? 3 : 1.5,
          pointRadius: 3.5,
          pointHoverRadius: 6,
          pointBackgroundColor: colour,
          pointBorderColor: look.paper,
          clip: false as const,
        }
      }),
    },
    options: baseOptions(look, {
      interaction: { mode: 'nearest', intersect: false },
      layout: { padding: { left: labelled ? 124 : 0, right: labelled ? 132 : 12, top: 8 } },
      scales: {
        x: { ...categoryAxis(look, periods), offset: false },
        y: { ...linearAxis(look, lang, scale), display: !labelled },
      },
    }),
    above: (chart, ctx) => {
      if (!labelled) return
      const { top, bottom, left, right } = chart.chartArea
      const y = chart.scales['y']
      if (!y) return
      const leader = blend(look.muted, look.paper, 0.5)
      const starts = spreadLabels(
        slopes.map((slope) => y.getPixelForValue(slope.from)),
        15,
        top,
        bottom,
      )
      const ends = spreadLabels(
        slopes.map((slope) => y.getPixelForValue(slope.to)),
        15,
        top,
        bottom,
      )
      for (const [i, slope] of slopes.entries()) {
        paintLine(ctx, [left - LEADER + 3, starts[i] ?? 0], [left - 5, y.getPixelForValue(slope.from)], leader)
        paintLine(ctx, [right + LEADER - 3, ends[i] ?? 0], [right + 5, y.getPixelForValue(slope.to)], leader)
        const weight = slope.key === selectedKey ? (600 as const) : (400 as const)
        paintText(
          ctx,
          look,
          `${shortenLabel(slope.label, 10)} ${formatValue(slope.from, lang, digits)}`,
          left - LEADER,
          starts[i] ?? 0,
          { align: 'right', weight, colour: look.muted },
        )
        paintText(
          ctx,
          look,
          `${formatValue(slope.to, lang, digits)} ${shortenLabel(slope.label, 10)}`,
          right + LEADER,
          ends[i] ?? 0,
          { weight },
        )
      }
    },
  }
}
