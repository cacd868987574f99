/** How the areas are distributed in each period: kernel densities over one shared axis, told apart by dash and colour, each
 * named in the legend. At most six curves are drawn, the first and the last among them; the table has them all. */
import { useCallback, useMemo } from 'preact/hooks'
import { locale } from '../i18n/locale.ts'
import { altText, subtitleOf } from './alt-text.ts'
import type { ChartPoint } from './cursor.ts'
import type { Lang } from './lang.ts'
import type { Look } from './look.ts'
import { extent, formatValue, niceScale, withUnit } from './numbers.ts'
import { baseOptions, linearAxis } from './options.ts'
import { DASHES } from './paint.ts'
import { PanelChart } from './PanelChart.tsx'
import type { ChartMeta, ChartSpec } from './spec.ts'
import { chartWords } from '../words/charts.ts'

const MOST_CURVES = 6

export interface DensityLine {
  readonly key: string
  readonly label: string
  /** Along the grid; null when the period has no curve. */
  readonly density: readonly number[] | null
}

export interface DensityCurvesProps extends ChartMeta {
  readonly title: string
  readonly grid: readonly number[]
  readonly lines: readonly DensityLine[]
  readonly digits: number
  /** Head of the table's first column. */
  readonly gridLabel: string
  readonly n: number
  /** Full scale of the axis, for scores: the smoothing's tails beyond it are not drawn. */
  readonly range?: readonly [number, number] | undefined
}

interface Curve {
  readonly key: string
  readonly label: string
  readonly density: readonly number[]
}

export function DensityCurves(props: DensityCurvesProps) {
  const { title, grid, lines, digits, gridLabel, indicator, unit, period, source, demo, n, range } = props
  const lang = locale.value
  const subtitle = subtitleOf({ lang, indicator, unit, period, n })
  const curves = useMemo(() => chosen(lines), [lines])
  const points = useMemo<ChartPoint[]>(
    () =>
      curves.map((curve, dataset) => {
        const index = peakOf(curve.density)
        const at = withUnit(formatValue(grid[index] ?? null, lang, digits), unit)
        return {
          dataset,
          index,
          key: curve.key,
          readout: chartWords[lang].peakAt(curve.label, at),
        }
      }),
    [curves, grid, lang, digits, unit],
  )
  const build = useCallback(
    (look: Look) => buildCurves(look, lang, grid, curves, range),
    [lang, grid, curves, range?.[0], range?.[1]],
  )
  const panel = useMemo(
    () => ({
      build,
      points,
      name: title,
      height: 260,
      alt: altText({
        lang,
        kind: 'lines',
        title,
        subtitle,
        readouts: points.map((point) => point.readout),
        demo: demo ?? false,
      }),
    }),
    [build, points, title, subtitle, lang, demo],
  )
  return (
    <PanelChart
      kind="lines"
      title={title}
      subtitle={subtitle}
      source={source}
      demo={demo}
      headingLevel={props.headingLevel}
      drawable={curves.length > 0}
      table={{
        caption: indicator,
        columns: [
          { label: gridLabel, digits, ...(unit ? { unit } : {}) },
          ...lines.map((line) => ({ label: line.label, digits: 4 })),
        ],
        rows: grid.map((at, i) => [at, ...lines.map((line) => line.density?.[i] ?? null)]),
      }}
      panels={[panel]}
      legend={curves.map((curve, i) => (
        <LegendKey key={curve.key} curve={curve} at={i} last={i === curves.length - 1} />
      ))}
    />
  )
}

function LegendKey({ curve, at, last }: { readonly curve: Curve; readonly at: number; readonly last: boolean }) {
  return (
    <span class="chart-key">
      <svg width="28" height="8" aria-hidden="true">
        <line
          x1="0"
          x2="28"
          y1="4"
          y2="4"
          style={{ stroke: `var(--cat-${at + 1})` }}
          stroke-width={last ? 3 : 2}
          stroke-dasharray={(DASHES[at] ?? []).join(' ')}
        />
      </svg>
      {curve.label}
    </span>
  )
}

/** First, last, and evenly between. */
function chosen(lines: readonly DensityLine[]): Curve[] {
  const drawn = lines.flatMap(({ key, label, density }) => (density === null ? [] : [{ key, label, density }]))
  if (drawn.length <= MOST_CURVES) return drawn
  const step = (drawn.length - 1) / (MOST_CURVES - 1)
  return Array.from({ length: MOST_CURVES }, (_, i) => drawn[Math.round(i * step)]).filter((one) => one !== undefined)
}

/** Index of the highest point. */
export function peakOf(density: readonly number[]): number {
  return density.reduce((best, value, i) => (value > (density[best] ?? 0) ? i : best), 0)
}

function buildCurves(
  look: Look,
  lang: Lang,
  grid: readonly number[],
  curves: readonly Curve[],
  range?: readonly [number, number],
): ChartSpec {
  const [lo, hi] = extent(grid) ?? [0, 1]
  const [from, to] = range ?? [lo, hi]
  const across = niceScale(Math.max(lo, from), Math.min(hi, to), 6)
  const up = niceScale(0, Math.max(...curves.flatMap((curve) => curve.density), 0) || 1, 4)
  return {
    type: 'line',
    data: {
      datasets: curves.map((curve, i) => ({
        data: grid.map((x, k) => ({ x, y: curve.density[k] ?? null })),
        borderColor: look.categories[i] ?? look.accent,
        borderDash: [...(DASHES[i] ?? [])],
        borderWidth: i === curves.length - 1 ? 3 : 2,
        pointRadius: 0,
        pointHoverRadius: 5,
        tension: 0,
      })),
    },
    options: baseOptions(look, {
      interaction: { mode: 'nearest', intersect: false },
      scales: {
        x: linearAxis(look, lang, { ...across, grid: false }),
        y: linearAxis(look, lang, { ...up, min: 0 }),
      },
    }),
  }
}
