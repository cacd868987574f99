/** A rank and its doubt: the median rank as a dot inside its 5–95 % interval, never a bare rank. Rank 1 stands left. */
import { useCallback, useMemo, useRef, useState } from 'preact/hooks'
import { locale } from '../i18n/locale.ts'
import { altText, subtitleOf } from './alt-text.ts'
import type { ChartPoint } from './cursor.ts'
import { intervalFinding } from './findings.ts'
import type { Lang } from './lang.ts'
import type { Look } from './look.ts'
import { formatValue } from './numbers.ts'
import { baseOptions, categoryAxis, linearAxis } from './options.ts'
import { paintText, paintWhisker } from './paint.ts'
import { PanelChart } from './PanelChart.tsx'
import { startFor, windowOf } from './ranking.ts'
import type { ChartMeta, ChartSpec, Shared } from './spec.ts'
import { shortenLabel } from './text-fit.ts'
import { useWidth } from './useWidth.ts'
import { WindowTools } from './WindowTools.tsx'
import { chartWords } from '../words/charts.ts'

const WINDOW = 30

export interface IntervalItem {
  readonly key: string
  readonly label: string
  readonly median: number
  readonly low: number
  readonly high: number
  readonly nominal: number | null
}

export interface IntervalDotsProps extends ChartMeta, Shared {
  readonly items: readonly IntervalItem[]
  /** What the runs varied, as the title names it. */
  readonly varied: string
  readonly selectedKey?: string | null | undefined
}

export function IntervalDots(props: IntervalDotsProps) {
  const { indicator, unit, period, source, demo, selectedKey = null } = props
  const lang = locale.value
  const words = chartWords[lang]
  const box = useRef<HTMLDivElement>(null)
  const narrow = useWidth(box) < 480
  const [start, setStart] = useState(0)
  const items = useMemo(() => [...props.items].sort((a, b) => a.median - b.median || a.low - b.low), [props.items])
  const view = windowOf(items, start, WINDOW)
  const title = props.title ?? intervalFinding(lang, items, props.varied)
  const subtitle = subtitleOf({ lang, indicator, unit, period, n: items.length })
  const points = useMemo<ChartPoint[]>(
    () => view.rows.map((item, index) => ({ dataset: 0, index, key: item.key, readout: readoutOf(item, lang) })),
    [items, view.start, lang],
  )
  const build = useCallback(
    (look: Look) => buildIntervals(look, lang, view.rows, items.length, selectedKey, narrow),
    [items, view.start, lang, selectedKey, narrow],
  )
  const panel = useMemo(
    () => ({
      build,
      points,
      name: title,
      height: 44 + view.rows.length * 26,
      alt: altText({
        lang,
        kind: 'intervals',
        title,
        subtitle,
        readouts: points.map((point) => point.readout),
        demo: demo ?? false,
      }),
    }),
    [build, points, title, subtitle, demo],
  )
  return (
    <div ref={box}>
      <PanelChart
        kind="intervals"
        title={title}
        subtitle={subtitle}
        source={source}
        demo={demo}
        headingLevel={props.headingLevel}
        drawable={items.length > 0}
        table={{
          caption: indicator,
          columns: [
            { label: words.area },
            { label: words.rank, digits: 0 },
            { label: words.medianRank, digits: 1 },
            { label: words.low, digits: 1 },
            { label: words.high, digits: 1 },
          ],
          rows: items.map((item) => [item.label, item.nominal, item.median, item.low, item.high]),
        }}
        panels={[panel]}
        activeKey={props.activeKey}
        onActive={props.onActive}
        onSelect={props.onSelect}
        tools={
          items.length > WINDOW && (
            <WindowTools
              rows={items}
              view={view}
              onStart={setStart}
              onFound={(index) => setStart(startFor(index, WINDOW))}
              onSelect={props.onSelect}
            />
          )
        }
      />
    </div>
  )
}

function readoutOf(item: IntervalItem, lang: Lang): string {
  const write = (value: number) => formatValue(value, lang, Number.isInteger(value) ? 0 : 1)
  return chartWords[lang].intervalOf(item.label, write(item.median), write(item.low), write(item.high))
}

function buildIntervals(
  look: Look,
  lang: Lang,
  rows: readonly IntervalItem[],
  total: number,
  selectedKey: string | null,
  narrow: boolean,
): ChartSpec {
  const step = Math.max(1, Math.ceil(total / (narrow ? 5 : 10)))
  return {
    type: 'line',
    data: {
      labels: rows.map((row) => row.label),
      datasets: [
        {
          data: rows.map((row) => row.median),
          showLine: false,
          pointRadius: rows.map((row) => (row.key === selectedKey ? 7 : 5)),
          pointHoverRadius: 7,
          pointBackgroundColor: look.accent,
          pointBorderColor: look.paper,
        },
      ],
    },
    options: baseOptions(look, {
      indexAxis: 'y',
      interaction: { mode: 'nearest', axis: 'y', intersect: false },
      layout: { padding: { right: 64 } },
      scales: {
        x: linearAxis(look, lang, {
          min: 0,
          max: Math.max(2, total) + 1,
          step,
          write: (value) => (value < 1 || value > total ? '' : formatValue(value, lang, 0)),
        }),
        y: {
          ...categoryAxis(
            look,
            rows.map((row) => shortenLabel(row.label, narrow ? 12 : 28)),
          ),
          offset: true,
        },
      },
    }),
    below: (chart, ctx) => {
      const x = chart.scales['x']
      const y = chart.scales['y']
      if (!x || !y) return
      for (const [i, row] of rows.entries()) {
        const at = y.getPixelForValue(i)
        paintWhisker(ctx, x.getPixelForValue(row.low), x.getPixelForValue(row.high), at, look.muted)
        paintText(
          ctx,
          look,
          row.low === row.high
            ? formatValue(row.low, lang, 0)
            : `${formatValue(row.low, lang, 0)}–${formatValue(row.high, lang, 0)}`,
          chart.chartArea.right + 8,
          at,
          { colour: look.muted },
        )
      }
    },
  }
}
