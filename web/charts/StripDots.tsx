/** How unequal is it: one dot per area on one line, the mean, and the index written out with its convention beneath.
 * Dots that would cover each other are moved up and down, never sideways: the position along the axis is the value. */
import { useCallback, useMemo, useRef } from 'preact/hooks'
import { locale } from '../i18n/locale.ts'
import { altText, subtitleOf } from './alt-text.ts'
import type { ChartPoint } from './cursor.ts'
import type { Lang } from './lang.ts'
import { fade, type Look } from './look.ts'
import { decimalsFor, extent, formatValue, niceScale, withUnit } from './numbers.ts'
import { baseOptions, linearAxis } from './options.ts'
import { paintLine, paintText } from './paint.ts'
import { PanelChart } from './PanelChart.tsx'
import { rankItems, type Better, type RankItem } from './ranking.ts'
import type { ChartMeta, ChartSpec, Shared } from './spec.ts'
import { shortenLabel, swarmOffsets } from './text-fit.ts'
import { useWidth } from './useWidth.ts'
import { rankWords } from './words.ts'
import { chartWords } from '../words/charts.ts'
import { marks } from '../format/marks.ts'

const HEIGHT_PX = 170
const PLOT_PX = 110

export interface StripDotsProps extends ChartMeta, Shared {
  readonly items: readonly RankItem[]
  readonly mean: number | null
  /** The finding: the index and its value. */
  readonly title: string
  /** The index with its convention, e.g. 「变异系数 0.127：总体标准差 ÷ 均值，按人口加权」. */
  readonly convention: string
  readonly better?: Better | undefined
  readonly selectedKey?: string | null | undefined
  /** Decimals; by the spread of the values when left out. */
  readonly digits?: number | undefined
}

interface Dot {
  readonly key: string
  readonly label: string
  readonly value: number
  readonly readout: string
}

export function StripDots(props: StripDotsProps) {
  const {
    items,
    mean,
    title,
    convention,
    unit,
    indicator,
    period,
    source,
    demo,
    better = 'high',
    selectedKey = null,
  } = props
  const lang = locale.value
  const words = chartWords[lang]
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  const digits = props.digits ?? decimalsFor(items.map((item) => item.value))
  const ranked = useMemo(() => rankItems(items, better), [items, better])
  const dots = useMemo<Dot[]>(() => {
    const { colon, comma } = marks(lang)
    return ranked
      .flatMap((row) =>
        row.value === null
          ? []
          : [
              {
                key: row.key,
                label: row.label,
                value: row.value,
                readout: `${row.label}${colon}${withUnit(formatValue(row.value, lang, digits), unit)}${comma}${rankWords(row.rank, row.tied, lang)}`,
              },
            ],
      )
      .sort((a, b) => a.value - b.value)
  }, [ranked, lang, digits, unit])
  const subtitle = subtitleOf({ lang, indicator, unit, period, n: dots.length })
  const points = useMemo<ChartPoint[]>(
    () => dots.map((dot, index) => ({ dataset: 0, index, key: dot.key, readout: dot.readout })),
    [dots],
  )
  const build = useCallback(
    (look: Look) => buildStrip(look, lang, dots, mean, selectedKey, width || 600),
    [dots, lang, mean, selectedKey, Math.round(width / 40)],
  )
  const panel = useMemo(
    () => ({
      build,
      points,
      name: title,
      height: HEIGHT_PX,
      alt: altText({
        lang,
        kind: 'strip',
        title,
        subtitle: subtitle + marks(lang).semicolon + convention,
        readouts: [...dots].reverse().map((dot) => dot.readout),
        demo: demo ?? false,
      }),
    }),
    [build, points, title, subtitle, convention, demo],
  )
  return (
    <div ref={box}>
      <PanelChart
        kind="strip"
        title={title}
        subtitle={subtitle}
        source={source}
        demo={demo}
        headingLevel={props.headingLevel}
        drawable={dots.length > 0}
        table={{
          caption: `${indicator}${period ? ` ${period}` : ''}`,
          columns: [
            { label: words.area },
            { label: words.rank, digits: 0 },
            { label: words.value, digits, ...(unit ? { unit } : {}) },
          ],
          rows: ranked.map((row) => [row.label, row.rank, row.value]),
        }}
        panels={[panel]}
        activeKey={props.activeKey}
        onActive={props.onActive}
        onSelect={props.onSelect}
        foot={<p class="chart-note">{convention}</p>}
      />
    </div>
  )
}

function buildStrip(
  look: Look,
  lang: Lang,
  dots: readonly Dot[],
  mean: number | null,
  selectedKey: string | null,
  width: number,
): ChartSpec {
  const words = chartWords[lang]
  const [lo, hi] = extent([...dots.map((dot) => dot.value), mean]) ?? [0, 1]
  const scale = niceScale(lo, hi, width < 480 ? 4 : 8)
  const radius = dots.length > 400 ? 2.5 : dots.length > 60 ? 4 : 6
  const perPx = (scale.max - scale.min) / Math.max(1, width - 60)
  const offsets = swarmOffsets(
    dots.map((dot) => dot.value),
    2 * radius * perPx,
  )
  const tallest = Math.max(1, ...offsets.map(Math.abs))
  const step = Math.min(2 * radius, PLOT_PX / 2 / (tallest + 0.5))
  const ends = new Set(dots.length > 8 ? [0, dots.length - 1] : dots.map((_, i) => i))
  return {
    type: 'scatter',
    data: {
      datasets: [
        {
          data: dots.map((dot, i) => ({ x: dot.value, y: (offsets[i] ?? 0) * step })),
          pointRadius: dots.map((dot) => (dot.key === selectedKey ? radius + 2 : radius)),
          pointHoverRadius: radius + 2,
          clip: false as const,
          pointBackgroundColor: dots.map((dot) =>
            dot.key === selectedKey ? look.accent : fade(look.accent, dots.length > 200 ? 0.4 : 0.65),
          ),
          pointHoverBackgroundColor: look.accent,
          pointBorderColor: look.paper,
          pointBorderWidth: dots.length > 200 ? 0 : 1,
        },
      ],
    },
    options: baseOptions(look, {
      interaction: { mode: 'nearest', intersect: false },
      layout: { padding: { left: 12, right: 12, top: 18 } },
      scales: { x: linearAxis(look, lang, scale), y: { display: false, min: -PLOT_PX / 2, max: PLOT_PX / 2 } },
    }),
    below: (chart, ctx) => {
      const x = chart.scales['x']
      if (!x || mean === null) return
      const at = x.getPixelForValue(mean)
      paintLine(ctx, [at, chart.chartArea.top - 4], [at, chart.chartArea.bottom], look.ink, 1.5, [6, 3])
      paintText(
        ctx,
        look,
        `${words.mean} ${formatValue(mean, lang, decimalsFor(dots.map((dot) => dot.value)))}`,
        at,
        chart.chartArea.top - 10,
        { align: 'center' },
      )
    },
    above: (chart, ctx) => {
      const x = chart.scales['x']
      const y = chart.scales['y']
      if (!x || !y) return
      let lastRight = [-Infinity, -Infinity]
      for (const [i, dot] of dots.entries()) {
        if (!ends.has(i) && dot.key !== selectedKey) continue
        const text = shortenLabel(dot.label, 14)
        ctx.font = `12px ${look.font}`
        const half = ctx.measureText(text).width / 2
        const at = Math.min(
          Math.max(x.getPixelForValue(dot.value), chart.chartArea.left + half - 8),
          chart.chartArea.right - half + 8,
        )
        const side = at - half > (lastRight[0] ?? 0) + 4 ? 0 : at - half > (lastRight[1] ?? 0) + 4 ? 1 : -1
        if (side < 0) continue
        lastRight = side === 0 ? [at + half, lastRight[1] ?? 0] : [lastRight[0] ?? 0, at + half]
        const dy = (radius + 10) * (side === 0 ? 1 : -1)
        paintText(ctx, look, text, at, y.getPixelForValue((offsets[i] ?? 0) * step) + dy, {
          align: 'center',
          weight: dot.key === selectedKey ? 600 : 400,
        })
      }
    },
  }
}
