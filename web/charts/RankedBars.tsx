/** Who is how high: sorted bars from zero, target line, interval whiskers, the value written at each bar. Thousands of
 * areas are shown a window at a time; search moves the window. A missing area keeps its row and says so. */
import type { Chart } from 'chart.js'
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { usePaper } from '../components/paper.ts'
import { locale } from '../i18n/locale.ts'
import { reportWords } from '../words/report.ts'
import { useWords } from '../i18n/useWords.ts'
import { altText, subtitleOf } from './alt-text.ts'
import type { ChartPoint } from './cursor.ts'
import { rankingFinding } from './findings.ts'
import type { Lang } from './lang.ts'
import { blend, type Look } from './look.ts'
import { decimalsFor, extent, formatValue, niceScale, withUnit } from './numbers.ts'
import { baseOptions, categoryAxis, linearAxis } from './options.ts'
import { paintLine, paintText, paintWhisker } from './paint.ts'
import { PanelChart } from './PanelChart.tsx'
import { intervalOf, rankItems, startFor, windowOf, type Better, type RankItem, type Ranked } from './ranking.ts'
import type { ChartMeta, ChartSpec, Shared } from './spec.ts'
import type { ChartTable } from './table.ts'
import { shortenLabel } from './text-fit.ts'
import { useWidth } from './useWidth.ts'
import { WindowTools } from './WindowTools.tsx'
import { rankWords } from './words.ts'
import { chartWords } from '../words/charts.ts'
import { marks } from '../format/marks.ts'

const ROW_PX = 26
const WINDOW = 30

export interface RankedBarsProps extends ChartMeta, Shared {
  readonly items: readonly RankItem[]
  readonly better?: Better | undefined
  readonly target?: number | null | undefined
  readonly mean?: number | null | undefined
  /** Full scale of the value axis, e.g. 100 for scores. */
  readonly max?: number | undefined
  readonly selectedKey?: string | null | undefined
  readonly rowsAtOnce?: number
  /** Decimals; by the spread of the values when left out. */
  readonly digits?: number | undefined
}

export function RankedBars(props: RankedBarsProps) {
  const {
    items,
    better = 'high',
    target = null,
    mean = null,
    max,
    unit,
    indicator,
    period,
    source,
    demo,
    selectedKey = null,
    rowsAtOnce = WINDOW,
  } = props
  const lang = locale.value
  const words = chartWords[lang]
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  const narrow = width > 0 && width < 480
  const paper = usePaper()
  const printed = useWords(reportWords)
  const ranked = useMemo(() => rankItems(items, better), [items, better])
  const [start, setStart] = useState(() => startFor(indexOfKey(ranked, selectedKey), rowsAtOnce))
  const digits = useMemo(() => props.digits ?? decimalsFor(items.map((item) => item.value)), [items, props.digits])
  const view = windowOf(ranked, start, rowsAtOnce)
  const marked = ranked.find((row) => row.key === selectedKey)
  // A link that names an area must land where the area can be seen, however long the ranking is.
  useEffect(() => {
    if (!paper && marked !== undefined) reveal(box.current, indexOfKey(view.rows, selectedKey))
  }, [])
  const title = props.title ?? rankingFinding({ lang, what: indicator, unit, rows: ranked, target, better, digits })
  const subtitle = subtitleOf({ lang, indicator, unit, period, n: items.filter((item) => item.value !== null).length })
  const points = useMemo<ChartPoint[]>(
    () =>
      view.rows.map((row, index) => ({
        dataset: 0,
        index,
        key: row.key,
        readout: rowReadout(row, lang, digits, unit),
      })),
    [ranked, view.start, lang, digits, unit],
  )
  const build = useCallback(
    (look: Look) => buildBars(look, lang, view.rows, { ranked, digits, target, mean, max, selectedKey, narrow }),
    [ranked, view.start, lang, digits, target, mean, max, selectedKey, narrow],
  )
  const panel = useMemo(
    () => ({
      build,
      points,
      name: title,
      height: 44 + view.rows.length * ROW_PX,
      alt: altText({
        lang,
        kind: 'bars',
        title,
        subtitle,
        readouts: ranked.slice(0, 12).map((row) => rowReadout(row, lang, digits, unit)),
        demo: demo ?? false,
      }),
    }),
    [build, points, title, subtitle, demo],
  )
  return (
    <div ref={box}>
      <PanelChart
        kind="bars"
        title={title}
        subtitle={subtitle}
        source={source}
        demo={demo}
        headingLevel={props.headingLevel}
        table={rankTable(ranked, `${indicator}${period ? ` ${period}` : ''}`, lang, digits, unit)}
        drawable={ranked.some((row) => row.value !== null)}
        legend={
          marked !== undefined && (
            <span class="chart-key chart-marked">
              <span class="chart-swatch part-0" aria-hidden="true" />
              {rowReadout(marked, lang, digits, unit)}
            </span>
          )
        }
        panels={[panel]}
        activeKey={props.activeKey}
        onActive={props.onActive}
        onSelect={props.onSelect}
        tools={
          ranked.length > rowsAtOnce && (
            <WindowTools
              rows={ranked}
              view={view}
              onStart={setStart}
              onFound={(index) => setStart(startFor(index, rowsAtOnce))}
              onSelect={props.onSelect}
            />
          )
        }
        foot={
          <>
            {mean !== null && (
              <p class="chart-note">{`${words.mean} ${withUnit(formatValue(mean, lang, digits), unit)}`}</p>
            )}
            {paper && ranked.length > rowsAtOnce && (
              <p class="chart-note">{printed.firstBars(view.rows.length, ranked.length)}</p>
            )}
          </>
        }
      />
    </div>
  )
}

function indexOfKey(rows: readonly RankItem[], key: string | null): number {
  return Math.max(
    0,
    rows.findIndex((row) => row.key === key),
  )
}

/** Scrolls until the bar of a row stands low in the window, with as much of what leads to it above as there is room for. */
function reveal(box: HTMLElement | null, index: number): void {
  const canvas = box?.querySelector('.chart-box')
  if (!canvas) return
  const at = canvas.getBoundingClientRect().top + (index + 0.5) * ROW_PX
  if (at > 120 && at < innerHeight - 60) return
  scrollBy({ top: at - innerHeight + 4 * ROW_PX })
}

function rowReadout(row: Ranked, lang: Lang, digits: number, unit: string | undefined): string {
  const words = chartWords[lang]
  const { colon, comma } = marks(lang)
  if (row.value === null) return `${row.label}${colon}${words.missing}${row.note ? comma + row.note : ''}`
  const ends = intervalOf(row)
  const interval = ends ? `${comma}${formatValue(ends[0], lang, digits)}–${formatValue(ends[1], lang, digits)}` : ''
  return `${row.label}${colon}${withUnit(formatValue(row.value, lang, digits), unit)}${interval}${comma}${rankWords(row.rank, row.tied, lang)}${row.note ? comma + row.note : ''}`
}

function rankTable(
  rows: readonly Ranked[],
  caption: string,
  lang: Lang,
  digits: number,
  unit: string | undefined,
): ChartTable {
  const words = chartWords[lang]
  const intervals = rows.some((row) => intervalOf(row) !== null)
  const notes = rows.some((row) => row.note)
  const numeric = { digits, ...(unit ? { unit } : {}) }
  return {
    caption,
    columns: [
      { label: words.area },
      { label: words.rank, digits: 0 },
      { label: words.value, ...numeric },
      ...(intervals
        ? [
            { label: words.low, ...numeric },
            { label: words.high, ...numeric },
          ]
        : []),
      ...(notes ? [{ label: words.note }] : []),
    ],
    rows: rows.map((row) => [
      row.label,
      row.rank,
      row.value,
      ...(intervals ? [row.low ?? null, row.high ?? null] : []),
      ...(notes ? [row.note ?? ''] : []),
    ]),
  }
}

interface BarOptions {
  readonly ranked: readonly Ranked[]
  readonly digits: number
  readonly target: number | null
  readonly mean: number | null
  readonly max: number | undefined
  readonly selectedKey: string | null
  readonly narrow: boolean
}

function buildBars(look: Look, lang: Lang, rows: readonly Ranked[], options: BarOptions): ChartSpec {
  const words = chartWords[lang]
  const bounds = extent([
    0,
    options.max ?? null,
    options.target,
    ...options.ranked.flatMap((row) => [row.value, row.low ?? null, row.high ?? null]),
  ]) ?? [0, 1]
  const scale = niceScale(bounds[0], bounds[1] === 0 ? 1 : bounds[1], options.narrow ? 3 : 5)
  return {
    type: 'bar',
    data: {
      labels: rows.map((row) => row.label),
      datasets: [
        {
          data: rows.map((row) => row.value),
          backgroundColor: rows.map((row) =>
            row.key === options.selectedKey ? look.accent : blend(look.accent, look.paper, 0.62),
          ),
          hoverBackgroundColor: look.accent,
          barThickness: 16,
          borderRadius: 2,
        },
      ],
    },
    options: baseOptions(look, {
      indexAxis: 'y',
      interaction: { mode: 'nearest', axis: 'y', intersect: false },
      layout: { padding: { right: 52, top: options.target === null ? 0 : 16 } },
      scales: {
        x: linearAxis(look, lang, scale),
        y: markedAxis(look, rows, options),
      },
    }),
    below: (chart, ctx) => paintBand(chart, ctx, look, rows, options.selectedKey),
    above: (chart, ctx) => paintAbove(chart, ctx, look, lang, rows, options, words.missing, words.target),
  }
}

/** Names beside the bars; the chosen one stands out. */
function markedAxis(look: Look, rows: readonly Ranked[], options: BarOptions) {
  const axis = categoryAxis(
    look,
    rows.map((row) => shortenLabel(row.label, options.narrow ? 12 : 28)),
  )
  const isMarked = (index: number) => rows[index]?.key === options.selectedKey
  return {
    ...axis,
    ticks: {
      ...axis.ticks,
      color: ({ index }: { readonly index: number }) => (isMarked(index) ? look.accent : look.ink),
      font: ({ index }: { readonly index: number }) => ({
        family: look.font,
        size: 12,
        weight: isMarked(index) ? ('bold' as const) : ('normal' as const),
      }),
    },
  }
}

const bandOf = (look: Look): string => blend(look.accent, look.paper, 0.14)

function paintBand(
  chart: Chart,
  ctx: CanvasRenderingContext2D,
  look: Look,
  rows: readonly Ranked[],
  selectedKey: string | null,
): void {
  const y = chart.scales['y']
  const index = rows.findIndex((row) => row.key === selectedKey)
  if (!y || index < 0) return
  ctx.save()
  ctx.fillStyle = bandOf(look)
  const { left } = chart.chartArea
  ctx.fillRect(left, y.getPixelForValue(index) - ROW_PX / 2, chart.width - left, ROW_PX)
  ctx.restore()
}

function paintAbove(
  chart: Chart,
  ctx: CanvasRenderingContext2D,
  look: Look,
  lang: Lang,
  rows: readonly Ranked[],
  options: BarOptions,
  missing: string,
  targetWord: string,
): void {
  const x = chart.scales['x']
  const y = chart.scales['y']
  if (!x || !y) return
  const { top, bottom } = chart.chartArea
  if (options.mean !== null)
    paintLine(
      ctx,
      [x.getPixelForValue(options.mean), top],
      [x.getPixelForValue(options.mean), bottom],
      look.muted,
      1,
      [2, 3],
    )
  if (options.target !== null) {
    const at = x.getPixelForValue(options.target)
    paintLine(ctx, [at, top - 2], [at, bottom], look.ink, 1.5, [6, 3])
    paintText(
      ctx,
      look,
      `${targetWord} ${formatValue(options.target, lang, Number.isInteger(options.target) ? 0 : options.digits)}`,
      at,
      top - 8,
      { align: at > (chart.chartArea.left + chart.chartArea.right) / 2 ? 'right' : 'left' },
    )
  }
  for (const [i, row] of rows.entries()) {
    const at = y.getPixelForValue(i)
    if (row.value === null) {
      paintText(ctx, look, missing, x.getPixelForValue(0) + 6, at, { colour: look.muted })
      continue
    }
    const ends = intervalOf(row)
    if (ends) paintWhisker(ctx, x.getPixelForValue(ends[0]), x.getPixelForValue(ends[1]), at, look.ink)
    const edge = x.getPixelForValue(Math.max(row.value, 0, ends ? ends[1] : 0))
    paintText(ctx, look, formatValue(row.value, lang, options.digits), edge + 6, at, {
      weight: row.key === options.selectedKey ? 600 : 400,
      plate: row.key === options.selectedKey ? bandOf(look) : look.paper,
    })
  }
}
