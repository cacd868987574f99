/** Level and equality together: score along, degree of equality up, four quadrants cut at the means of the points and
 * named so: above or below the mean, never even or uneven. Labels are placed where they cover nothing; those that find no place stay in the tooltip and the table. */
import { useCallback, useMemo } from 'preact/hooks'
import { locale } from '../i18n/locale.ts'
import { altText, subtitleOf } from './alt-text.ts'
import type { ChartPoint } from './cursor.ts'
import { quadrantFinding } from './findings.ts'
import type { Lang } from './lang.ts'
import type { Look } from './look.ts'
import { extent, formatValue, niceScale } from './numbers.ts'
import { baseOptions, linearAxis } from './options.ts'
import { paintLabels, paintLine, paintText } from './paint.ts'
import { PanelChart } from './PanelChart.tsx'
import { quadrantOf, type LevelPoint } from './quadrants.ts'
import type { ChartMeta, ChartSpec, Shared } from './spec.ts'
import { chartWords } from '../words/charts.ts'
import { marks } from '../format/marks.ts'

export interface LevelEqualityScatterProps extends ChartMeta, Shared {
  readonly items: readonly LevelPoint[]
  readonly scoreLabel: string
  readonly degreeLabel: string
  /** What the points are, when they are not areas. */
  readonly itemLabel?: string | undefined
  readonly selectedKey?: string | null | undefined
}

export function LevelEqualityScatter(props: LevelEqualityScatterProps) {
  const { items, scoreLabel, degreeLabel, indicator, unit, period, source, demo, selectedKey = null } = props
  const lang = locale.value
  const words = chartWords[lang]
  const known = useMemo(() => items.filter((item) => item.score !== null && item.degree !== null), [items])
  const cut = useMemo(
    () => ({
      score: mean(known.map((item) => item.score ?? 0)),
      degree: mean(known.map((item) => item.degree ?? 0)),
    }),
    [known],
  )
  const counts = {
    n: known.length,
    best: known.filter((item) => quadrantOf(item, cut) === 'highEven').length,
    worst: known.filter((item) => quadrantOf(item, cut) === 'lowUneven').length,
  }
  const title = props.title ?? quadrantFinding(lang, counts)
  const subtitle = subtitleOf({ lang, indicator, unit, period, n: known.length })
  const points = useMemo<ChartPoint[]>(
    () =>
      known.map((item, index) => ({
        dataset: 0,
        index,
        key: item.key,
        readout: readoutOf(item, cut, lang, scoreLabel, degreeLabel),
      })),
    [known, cut, lang, scoreLabel, degreeLabel],
  )
  const build = useCallback(
    (look: Look) => buildScatter(look, lang, known, cut, { scoreLabel, degreeLabel, selectedKey }),
    [known, cut, lang, scoreLabel, degreeLabel, selectedKey],
  )
  const panel = useMemo(
    () => ({
      build,
      points,
      name: title,
      height: 380,
      alt: altText({
        lang,
        kind: 'scatter',
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
      kind="scatter"
      title={title}
      subtitle={subtitle}
      source={source}
      demo={demo}
      headingLevel={props.headingLevel}
      drawable={known.length > 0}
      table={{
        caption: `${scoreLabel} × ${degreeLabel}`,
        columns: [
          { label: props.itemLabel ?? words.area },
          { label: scoreLabel, digits: 1 },
          { label: degreeLabel, digits: 1 },
          { label: words.quadrant },
        ],
        rows: items.map((item) => {
          const quadrant = quadrantOf(item, cut)
          return [item.label, item.score, item.degree, quadrant ? words[quadrant] : '']
        }),
      }}
      panels={[panel]}
      activeKey={props.activeKey}
      onActive={props.onActive}
      onSelect={props.onSelect}
    />
  )
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

function readoutOf(
  item: LevelPoint,
  cut: { readonly score: number; readonly degree: number },
  lang: Lang,
  scoreLabel: string,
  degreeLabel: string,
): string {
  const quadrant = quadrantOf(item, cut)
  const name = quadrant ? chartWords[lang][quadrant] : ''
  const { colon, comma } = marks(lang)
  return `${item.label}${colon}${scoreLabel} ${formatValue(item.score, lang, 1)}${comma}${degreeLabel} ${formatValue(item.degree, lang, 1)}${comma}${name}`
}

interface ScatterOptions {
  readonly scoreLabel: string
  readonly degreeLabel: string
  readonly selectedKey: string | null
}

function buildScatter(
  look: Look,
  lang: Lang,
  items: readonly LevelPoint[],
  cut: { readonly score: number; readonly degree: number },
  options: ScatterOptions,
): ChartSpec {
  const words = chartWords[lang]
  const [x0, x1] = padded(extent([...items.map((item) => item.score), cut.score]) ?? [0, 100])
  const [y0, y1] = padded(extent([...items.map((item) => item.degree), cut.degree]) ?? [0, 100])
  const xs = niceScale(x0, x1, 5)
  const ys = niceScale(y0, y1, 5)
  return {
    type: 'scatter',
    data: {
      datasets: [
        {
          data: items.map((item) => ({ x: item.score ?? Number.NaN, y: item.degree ?? Number.NaN })),
          pointRadius: items.map((item) => (item.key === options.selectedKey ? 8 : 6)),
          pointHoverRadius: 8,
          pointStyle: items.map((item) =>
            quadrantOf(item, cut) === 'highEven'
              ? 'circle'
              : quadrantOf(item, cut) === 'lowUneven'
                ? 'rectRot'
                : quadrantOf(item, cut) === 'highUneven'
                  ? 'triangle'
                  : 'rect',
          ),
          pointBackgroundColor: items.map((item) => (item.key === options.selectedKey ? look.ink : look.accent)),
          pointBorderColor: look.paper,
          pointBorderWidth: 1,
        },
      ],
    },
    options: baseOptions(look, {
      interaction: { mode: 'nearest', intersect: false },
      layout: { padding: { right: 12, top: 4 } },
      scales: {
        x: linearAxis(look, lang, { ...xs, title: options.scoreLabel }),
        y: linearAxis(look, lang, { ...ys, title: options.degreeLabel }),
      },
    }),
    below: (chart, ctx) => {
      const x = chart.scales['x']
      const y = chart.scales['y']
      if (!x || !y) return
      const { left, right, top, bottom } = chart.chartArea
      paintLine(ctx, [x.getPixelForValue(cut.score), top], [x.getPixelForValue(cut.score), bottom], look.muted, 1.5)
      paintLine(ctx, [left, y.getPixelForValue(cut.degree)], [right, y.getPixelForValue(cut.degree)], look.muted, 1.5)
      const corner = (text: string, at: number, up: number, align: CanvasTextAlign) =>
        paintText(ctx, look, text, at, up, { colour: look.muted, align, weight: 600 })
      corner(words.highEven, right - 4, top + 10, 'right')
      corner(words.lowEven, left + 4, top + 10, 'left')
      corner(words.highUneven, right - 4, bottom - 10, 'right')
      corner(words.lowUneven, left + 4, bottom - 10, 'left')
    },
    above: (chart, ctx) =>
      paintLabels(
        ctx,
        look,
        chart,
        items.map((item) => ({ text: item.label, strong: item.key === options.selectedKey })),
      ),
  }
}

function padded([lo, hi]: readonly [number, number]): [number, number] {
  const edge = (hi - lo) * 0.12 || Math.abs(hi) * 0.05 || 1
  return [lo - edge, hi + edge]
}
