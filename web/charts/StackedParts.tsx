/** What makes the inequality: stacked parts (between and within groups), in % of the whole or in the index's own
 * units. The second part is hatched, so that the two stay apart in grey print. */
import { useCallback, useMemo, useState } from 'preact/hooks'
import { locale } from '../i18n/locale.ts'
import { altText, subtitleOf } from './alt-text.ts'
import type { ChartPoint } from './cursor.ts'
import type { Lang } from './lang.ts'
import { blend, type Look } from './look.ts'
import { extent, formatShare, formatValue, niceScale } from './numbers.ts'
import { baseOptions, categoryAxis, linearAxis } from './options.ts'
import { hatch, paintTag } from './paint.ts'
import { PanelChart } from './PanelChart.tsx'
import type { ChartMeta, ChartSpec, Shared } from './spec.ts'
import { shortenLabel } from './text-fit.ts'
import { chartWords } from '../words/charts.ts'
import { marks } from '../format/marks.ts'

export interface PartsRow {
  readonly key: string
  readonly label: string
  /** One value per part; null when the split has no value here. */
  readonly parts: readonly (number | null)[]
}

export interface StackedPartsProps extends ChartMeta, Shared {
  readonly title: string
  /** Names of the parts, at most four. */
  readonly parts: readonly string[]
  readonly rows: readonly PartsRow[]
  readonly rowLabel: string
  readonly digits?: number
}

export function StackedParts(props: StackedPartsProps) {
  const { title, parts, rows, rowLabel, indicator, unit, period, source, demo, digits = 4 } = props
  const lang = locale.value
  const words = chartWords[lang]
  const [share, setShare] = useState(true)
  const subtitle = subtitleOf({ lang, indicator, unit: share ? '%' : unit, period, n: rows.length })
  const points = useMemo<ChartPoint[]>(
    () =>
      rows.flatMap((row, index) =>
        parts.map((part, dataset) => ({
          dataset,
          index,
          key: row.key,
          readout: readoutOf(row, part, dataset, lang, digits),
        })),
      ),
    [rows, parts, lang, digits],
  )
  const build = useCallback(
    (look: Look) => buildParts(look, lang, parts, rows, share, digits),
    [lang, parts, rows, share, digits],
  )
  const panel = useMemo(
    () => ({
      build,
      points,
      name: title,
      height: 48 + rows.length * 40,
      alt: altText({
        lang,
        kind: 'parts',
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
      kind="parts"
      title={title}
      subtitle={subtitle}
      source={source}
      demo={demo}
      headingLevel={props.headingLevel}
      drawable={rows.some((row) => row.parts.some((part) => part !== null))}
      table={{
        caption: indicator,
        columns: [
          { label: rowLabel },
          ...parts.map((part) => ({ label: part, digits })),
          ...parts.map((part) => ({ label: part, unit: '%', digits: 1 })),
        ],
        rows: rows.map((row) => [
          row.label,
          ...parts.map((_, i) => row.parts[i] ?? null),
          ...parts.map((_, i) => percent(row, i)),
        ]),
      }}
      panels={[panel]}
      activeKey={props.activeKey}
      onActive={props.onActive}
      onSelect={props.onSelect}
      tools={
        <div class="chart-switch" role="group" aria-label={words.value}>
          <button type="button" aria-pressed={share} onClick={() => setShare(true)}>
            {words.percentMode}
          </button>
          <button type="button" aria-pressed={!share} onClick={() => setShare(false)}>
            {words.absoluteMode}
          </button>
        </div>
      }
      legend={parts.map((part, i) => (
        <span key={part} class="chart-key">
          <span class={`chart-swatch part-${i}`} aria-hidden="true" />
          {part}
        </span>
      ))}
    />
  )
}

function totalOf(row: PartsRow): number {
  return row.parts.reduce<number>((sum, part) => sum + (part ?? 0), 0)
}

function percent(row: PartsRow, i: number): number | null {
  const total = totalOf(row)
  const part = row.parts[i] ?? null
  return part === null || total <= 0 ? null : (part / total) * 100
}

function readoutOf(row: PartsRow, part: string, i: number, lang: Lang, digits: number): string {
  const share = percent(row, i)
  const { colon, open, close } = marks(lang)
  return `${row.label} · ${part}${colon}${formatValue(row.parts[i] ?? null, lang, digits)}${share === null ? '' : `${open}${formatShare(share / 100, lang)}${close}`}`
}

function buildParts(
  look: Look,
  lang: Lang,
  parts: readonly string[],
  rows: readonly PartsRow[],
  share: boolean,
  digits: number,
): ChartSpec {
  const bounds = extent(rows.map(totalOf)) ?? [0, 1]
  const scale = share
    ? { min: 0, max: 100, step: 25, write: (value: number) => `${value}%` }
    : niceScale(0, bounds[1] > 0 ? bounds[1] : 1, 5)
  const fills = [
    look.accent,
    hatch(blend(look.accent, look.paper, 0.4), look.paper),
    blend(look.accent, look.paper, 0.3),
    look.muted,
  ]
  const shown = (row: PartsRow, i: number) => (share ? percent(row, i) : (row.parts[i] ?? null))
  return {
    type: 'bar',
    data: {
      labels: rows.map((row) => row.label),
      datasets: parts.map((part, i) => ({
        label: part,
        data: rows.map((row) => shown(row, i)),
        backgroundColor: fills[i] ?? look.muted,
        borderColor: look.accent,
        borderWidth: 1,
        barThickness: 22,
      })),
    },
    options: baseOptions(look, {
      indexAxis: 'y',
      interaction: { mode: 'nearest', intersect: true },
      layout: { padding: { right: 16 } },
      scales: {
        x: { ...linearAxis(look, lang, scale), stacked: true },
        y: {
          ...categoryAxis(
            look,
            rows.map((row) => shortenLabel(row.label, 24)),
          ),
          stacked: true,
        },
      },
    }),
    above: (chart, ctx) => {
      for (const i of parts.keys()) {
        for (const [r, mark] of chart.getDatasetMeta(i).data.entries()) {
          const row = rows[r]
          const value = row ? shown(row, i) : null
          const { base, x, y } = mark.getProps(['base', 'x', 'y'], true) as { base: number; x: number; y: number }
          const text =
            value === null ? '' : share ? `${formatValue(value, lang, 1)}%` : formatValue(value, lang, digits)
          if (text !== '' && Math.abs(x - base) > 52) paintTag(ctx, look, text, (x + base) / 2, y)
        }
      }
    },
  }
}
