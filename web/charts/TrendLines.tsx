/** Over time: up to six lines labelled at their ends, told apart by dash and mark as well as colour; more than six
 * become small multiples that share both axes. A missing period breaks the line;
 * unevenly spaced ones stand at their true distances. */
import { useMemo, useRef } from 'preact/hooks'
import { segmentsOf } from '../../worker/engine/time/segments.ts'
import { periodTime } from '../../worker/engine/time/periodTime.ts'
import { formatPeriod } from '../format/date.ts'
import { locale } from '../i18n/locale.ts'
import { altText, subtitleOf } from './alt-text.ts'
import type { ChartPoint } from './cursor.ts'
import { trendFinding } from './findings.ts'
import type { Lang } from './lang.ts'
import type { Look } from './look.ts'
import { decimalsFor, extent, formatValue, niceScale, withUnit } from './numbers.ts'
import { baseOptions, categoryAxis, linearAxis, timeAxis } from './options.ts'
import { DASHES, MARKS, paintLine, paintText } from './paint.ts'
import { PanelChart } from './PanelChart.tsx'
import type { ChartMeta, ChartSpec, Panel, Shared } from './spec.ts'
import { shortenLabel, spreadLabels, textUnits } from './text-fit.ts'
import { unevenTimes } from './times.ts'
import { useWidth } from './useWidth.ts'
import { chartWords } from '../words/charts.ts'
import { marks } from '../format/marks.ts'

const MOST_LINES = 6
const MOST_MULTIPLES = 24

export interface TrendSeries {
  readonly key: string
  readonly label: string
  readonly values: readonly (number | null)[]
  /** Drawn heavier: the city among its areas. */
  readonly strong?: boolean
}

export interface TrendLinesProps extends ChartMeta, Shared {
  readonly series: readonly TrendSeries[]
  readonly periods: readonly string[]
  /** Lower bound of the axis; the data's own when absent (lines need no zero). */
  readonly min?: number | undefined
  /** How many areas stand behind the lines; absent: each line is one of n. */
  readonly n?: number | undefined
  readonly max?: number | undefined
  readonly digits?: number | undefined
  readonly height?: number | undefined
  readonly selectedKey?: string | null | undefined
  /** Changes of definition: the lines stop before one, and it is named under the chart. */
  readonly breaks?: readonly { readonly period: string; readonly note: string }[] | undefined
}

interface Scale {
  readonly min: number
  readonly max: number
  readonly step: number
}

export function TrendLines(props: TrendLinesProps) {
  const { series, periods, indicator, unit, source, demo, height = 280, selectedKey = null } = props
  const lang = locale.value
  const words = chartWords[lang]
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  const narrow = width > 0 && width < 480
  const digits = props.digits ?? decimalsFor(series.flatMap((one) => one.values))
  const span = periods.length > 1 ? `${periods[0]}–${periods[periods.length - 1]}` : periods[0]
  const lead = series.find((one) => one.strong) ?? series[0]
  const cuts = useMemo(() => cutsOf(periods, props.breaks ?? []), [periods, props.breaks])
  const since = cuts[cuts.length - 1]?.at ?? 0
  const title =
    props.title ??
    trendFinding({
      lang,
      what: lead ? (series.length > 1 ? `${indicator} · ${lead.label}` : indicator) : indicator,
      unit,
      periods,
      // A finding never spans a change of definition.
      values: (lead?.values ?? []).map((value, p) => (p < since ? null : value)),
      digits,
    })
  const subtitle = subtitleOf({
    lang,
    indicator,
    unit,
    period: props.period ?? span,
    n: props.n ?? (series.length > 1 ? series.length : undefined),
  })
  const multiples = series.length > MOST_LINES
  const scale = useMemo(() => {
    const [lo, hi] = extent([...series.flatMap((one) => one.values), props.min ?? null, props.max ?? null]) ?? [0, 1]
    return niceScale(lo, hi, multiples ? 3 : 5)
  }, [series, props.min, props.max, multiples])
  const panels = useMemo<Panel[]>(() => {
    const one = (shown: readonly TrendSeries[], name: string, heightPx: number, labels: boolean): Panel => {
      const points = pointsOf(shown, periods, lang, digits, unit)
      return {
        name,
        height: heightPx,
        points,
        alt: altText({
          lang,
          kind: multiples ? 'multiples' : 'lines',
          title: name,
          subtitle,
          readouts: points.map((point) => point.readout),
          demo: demo ?? false,
        }),
        build: (look: Look) =>
          buildLines(look, lang, shown, periods, scale, { digits, labels, narrow, selectedKey, cuts }),
      }
    }
    return multiples
      ? series.slice(0, MOST_MULTIPLES).map((shown) => one([shown], shown.label, 130, false))
      : [one(series, title, height, true)]
  }, [series, periods, lang, digits, unit, scale, narrow, selectedKey, title, subtitle, height, multiples, demo, cuts])
  return (
    <div ref={box}>
      <PanelChart
        kind={multiples ? 'multiples' : 'lines'}
        title={title}
        subtitle={subtitle}
        source={source}
        demo={demo}
        headingLevel={props.headingLevel}
        drawable={series.some((one) => one.values.some((value) => value !== null))}
        table={{
          caption: indicator,
          columns: [
            { label: words.period },
            ...series.map((one) => ({ label: one.label, digits, ...(unit ? { unit } : {}) })),
          ],
          rows: periods.map((period, p) => [period, ...series.map((one) => one.values[p] ?? null)]),
        }}
        panels={panels}
        activeKey={props.activeKey}
        onActive={props.onActive}
        onSelect={props.onSelect}
        foot={
          (series.length > MOST_MULTIPLES || cuts.length > 0) && (
            <>
              {series.length > MOST_MULTIPLES && <p class="chart-note">{words.more}</p>}
              {cuts.map((cut) => (
                <p key={cut.period} class="chart-note">
                  {words.breakAt(formatPeriod(cut.period, lang), cut.note)}
                </p>
              ))}
            </>
          )
        }
      />
    </div>
  )
}

interface Cut {
  /** Place of the first period under the new definition. */
  readonly at: number
  readonly period: string
  readonly note: string
}

/** Where definitions change between two of the periods. Periods of no known form have no breaks. */
function cutsOf(periods: readonly string[], breaks: NonNullable<TrendLinesProps['breaks']>): Cut[] {
  const times = periods.map(periodTime)
  if (breaks.length === 0 || !times.every((time) => time !== null)) return []
  return segmentsOf(times, breaks).flatMap(({ start, opens }) =>
    opens.map(({ period, note }) => ({ at: start, period, note })),
  )
}

function pointsOf(
  series: readonly TrendSeries[],
  periods: readonly string[],
  lang: Lang,
  digits: number,
  unit: string | undefined,
): ChartPoint[] {
  const words = chartWords[lang]
  return series.flatMap((one, dataset) =>
    periods.map((period, index) => {
      const value = one.values[index] ?? null
      const text = value === null ? words.missing : withUnit(formatValue(value, lang, digits), unit)
      return { dataset, index, key: one.key, readout: `${one.label} · ${period}${marks(lang).colon}${text}` }
    }),
  )
}

/** Index of the last period with a value, or -1. */
function lastKnown(values: readonly (number | null)[]): number {
  for (let i = values.length - 1; i >= 0; i--) if (values[i] !== null) return i
  return -1
}

interface LineOptions {
  readonly digits: number
  readonly labels: boolean
  readonly narrow: boolean
  readonly selectedKey: string | null
  readonly cuts: readonly Cut[]
}

function buildLines(
  look: Look,
  lang: Lang,
  series: readonly TrendSeries[],
  periods: readonly string[],
  scale: Scale,
  options: LineOptions,
): ChartSpec {
  const most = options.narrow ? 10 : 18
  const times = unevenTimes(periods)
  const room =
    options.labels && series.length === 1
      ? 48
      : options.labels
        ? Math.min(most, Math.max(0, ...series.map((one) => textUnits(one.label)))) * 7.6 + 52
        : 8
  const colour = (i: number) =>
    series.length === 1 ? look.accent : (look.categories[i % look.categories.length] ?? look.accent)
  return {
    type: 'line',
    data: {
      labels: [...periods],
      datasets: series.map((one, i) => ({
        data: times ? one.values.map((y, p) => ({ x: times[p] ?? 0, y })) : [...one.values],
        borderColor: options.labels ? colour(i) : look.accent,
        backgroundColor: options.labels ? colour(i) : look.accent,
        borderDash: [...((options.labels && DASHES[i]) || [])],
        borderWidth: one.strong || one.key === options.selectedKey ? 3 : 2,
        pointStyle: (options.labels && MARKS[i]) || 'circle',
        pointRadius: options.labels ? 4 : 2.5,
        pointHoverRadius: 6,
        spanGaps: false,
        segment: {
          borderColor: (line) => (options.cuts.some((cut) => cut.at === line.p1DataIndex) ? 'transparent' : undefined),
        },
        clip: false as const,
        tension: 0,
      })),
    },
    options: baseOptions(look, {
      interaction: { mode: 'nearest', intersect: false },
      layout: { padding: { right: room, top: 8 } },
      scales: {
        x: times
          ? timeAxis(look, periods, times)
          : { ...categoryAxis(look, periods, { skip: true }), offset: periods.length === 1 },
        y: linearAxis(look, lang, scale),
      },
    }),
    above: (chart, ctx) => {
      const marks = chart.getDatasetMeta(0).data
      for (const cut of options.cuts) {
        const [before, after] = [marks[cut.at - 1], marks[cut.at]]
        if (!before || !after) continue
        const x = (before.x + after.x) / 2
        const { top, bottom } = chart.chartArea
        paintLine(ctx, [x, top], [x, bottom], look.muted, 1, [2, 3])
        if (options.labels)
          paintText(ctx, look, chartWords[lang].breakMark, x, top - 2, { colour: look.muted, align: 'center' })
      }
      const ends = series.flatMap((one, i) => {
        const last = lastKnown(one.values)
        const mark = chart.getDatasetMeta(i).data[last]
        return last < 0 || !mark ? [] : [{ i, one, value: one.values[last] ?? null, x: mark.x, y: mark.y }]
      })
      if (!options.labels) {
        const end = ends[0]
        if (end)
          paintText(ctx, look, formatValue(end.value, lang, options.digits), end.x, end.y - 10, {
            align: 'right',
            weight: 600,
          })
        return
      }
      const at = spreadLabels(
        ends.map((end) => end.y),
        16,
        chart.chartArea.top,
        chart.chartArea.bottom,
      )
      for (const [e, end] of ends.entries()) {
        const strong = end.one.strong || end.one.key === options.selectedKey
        paintText(
          ctx,
          look,
          series.length === 1
            ? formatValue(end.value, lang, options.digits)
            : `${shortenLabel(end.one.label, most)} ${formatValue(end.value, lang, options.digits)}`,
          chart.chartArea.right + 10,
          at[e] ?? end.y,
          { weight: strong ? 600 : 400 },
        )
      }
    },
  }
}
