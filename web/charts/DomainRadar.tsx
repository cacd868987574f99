/** Profile by domain: nine axes from 0 to 100 and at most two outlines, the second dashed. On phones, and when fewer
 * than three domains have a score, the same numbers are bars. A missing domain is a gap, never the centre. */
import { useCallback, useMemo, useRef } from 'preact/hooks'
import { locale } from '../i18n/locale.ts'
import { altText, subtitleOf } from './alt-text.ts'
import type { ChartPoint } from './cursor.ts'
import { profileFinding } from './findings.ts'
import type { Lang } from './lang.ts'
import { blend, fade, type Look } from './look.ts'
import { formatValue } from './numbers.ts'
import { baseOptions, categoryAxis, fontOf, linearAxis } from './options.ts'
import { paintText } from './paint.ts'
import { PanelChart } from './PanelChart.tsx'
import type { ChartMeta, ChartSpec, Shared } from './spec.ts'
import { isWide, shortenLabel, wrapText } from './text-fit.ts'
import { useWidth } from './useWidth.ts'
import { chartWords } from '../words/charts.ts'
import { marks } from '../format/marks.ts'

export interface ProfileAxis {
  readonly key: string
  readonly label: string
}

export interface ProfileOutline {
  readonly key: string
  readonly label: string
  readonly values: readonly (number | null)[]
}

export interface DomainRadarProps extends ChartMeta, Shared {
  readonly axes: readonly ProfileAxis[]
  /** The first is the subject; a second is what it is held against. More are not drawn. */
  readonly outlines: readonly ProfileOutline[]
}

export function DomainRadar(props: DomainRadarProps) {
  const { axes, indicator, unit, period, source, demo } = props
  const lang = locale.value
  const words = chartWords[lang]
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  const outlines = useMemo(() => props.outlines.slice(0, 2), [props.outlines])
  const first = outlines[0]
  const asBars =
    (width > 0 && width < 400) || axes.length < 3 || (first?.values.filter((value) => value !== null).length ?? 0) < 3
  const title =
    props.title ??
    profileFinding(
      lang,
      first?.label ?? indicator,
      axes.map((axis, i) => ({ label: axis.label, value: first?.values[i] ?? null })),
    )
  const subtitle = subtitleOf({ lang, indicator, unit, period, n: axes.length })
  const points = useMemo<ChartPoint[]>(
    () =>
      outlines.flatMap((outline, dataset) =>
        axes.map((axis, index) => {
          const value = outline.values[index] ?? null
          return {
            dataset,
            index,
            key: axis.key,
            readout: `${axis.label} · ${outline.label}${marks(lang).colon}${value === null ? words.missing : formatValue(value, lang, 1)}`,
          }
        }),
      ),
    [axes, outlines, lang],
  )
  const build = useCallback(
    (look: Look) =>
      asBars ? buildProfileBars(look, lang, axes, outlines) : buildRadar(look, lang, axes, outlines, width < 560),
    [asBars, axes, outlines, lang, width < 560],
  )
  const panel = useMemo(
    () => ({
      build,
      points,
      name: title,
      height: asBars ? 40 + axes.length * (outlines.length > 1 ? 40 : 28) : 380,
      alt: altText({
        lang,
        kind: asBars ? 'bars' : 'radar',
        title,
        subtitle,
        readouts: points.map((point) => point.readout),
        demo: demo ?? false,
      }),
    }),
    [build, points, title, subtitle, asBars, demo],
  )
  return (
    <div ref={box}>
      <PanelChart
        kind={asBars ? 'bars' : 'radar'}
        title={title}
        subtitle={subtitle}
        source={source}
        demo={demo}
        headingLevel={props.headingLevel}
        drawable={outlines.some((outline) => outline.values.some((value) => value !== null))}
        table={{
          caption: indicator,
          columns: [{ label: indicator }, ...outlines.map((outline) => ({ label: outline.label, digits: 1 }))],
          rows: axes.map((axis, i) => [axis.label, ...outlines.map((outline) => outline.values[i] ?? null)]),
        }}
        panels={[panel]}
        activeKey={props.activeKey}
        onActive={props.onActive}
        onSelect={props.onSelect}
        legend={
          outlines.length > 1 &&
          outlines.map((outline, i) => (
            <span key={outline.key} class="chart-key">
              <span class={`chart-line line-${i}`} aria-hidden="true" />
              {outline.label}
            </span>
          ))
        }
      />
    </div>
  )
}

function buildRadar(
  look: Look,
  lang: Lang,
  axes: readonly ProfileAxis[],
  outlines: readonly ProfileOutline[],
  small: boolean,
): ChartSpec {
  const first = outlines[0]
  return {
    type: 'radar',
    data: {
      labels: axes.map((axis, i) => [
        ...wrapText(axis.label, small && isWide(axis.label) ? 8 : 16),
        formatValue(first?.values[i] ?? null, lang, 1),
      ]),
      datasets: outlines.map((outline, i) => ({
        data: [...outline.values],
        borderColor: i === 0 ? look.accent : look.muted,
        backgroundColor: i === 0 ? fade(look.accent, 0.12) : 'transparent',
        borderWidth: i === 0 ? 2 : 1.5,
        borderDash: i === 0 ? [] : [5, 4],
        pointBackgroundColor: i === 0 ? look.accent : look.paper,
        pointBorderColor: i === 0 ? look.accent : look.muted,
        pointStyle: i === 0 ? 'circle' : 'rect',
        pointRadius: 4,
        pointHoverRadius: 6,
        spanGaps: false,
        fill: i === 0 && outline.values.every((value) => value !== null),
      })),
    },
    options: baseOptions(look, {
      interaction: { mode: 'nearest', intersect: false },
      scales: {
        r: {
          min: 0,
          max: 100,
          angleLines: { color: look.line },
          grid: { color: look.line },
          ticks: {
            stepSize: 25,
            color: look.muted,
            backdropColor: 'transparent',
            font: { family: look.font, size: 10 },
            showLabelBackdrop: false,
          },
          pointLabels: { color: look.ink, font: { family: look.font, size: 12 } },
        },
      },
    }),
  }
}

function buildProfileBars(
  look: Look,
  lang: Lang,
  axes: readonly ProfileAxis[],
  outlines: readonly ProfileOutline[],
): ChartSpec {
  return {
    type: 'bar',
    data: {
      labels: axes.map((axis) => axis.label),
      datasets: outlines.map((outline, i) => ({
        data: [...outline.values],
        backgroundColor: i === 0 ? look.accent : blend(look.muted, look.paper, 0.5),
        barThickness: outlines.length > 1 ? 12 : 16,
        borderRadius: 2,
      })),
    },
    options: baseOptions(look, {
      indexAxis: 'y',
      interaction: { mode: 'nearest', axis: 'y', intersect: false },
      layout: { padding: { right: 36 } },
      scales: {
        x: linearAxis(look, lang, { min: 0, max: 100, step: 25 }),
        y: categoryAxis(
          look,
          axes.map((axis) => shortenLabel(axis.label, 14)),
        ),
      },
    }),
    above: (chart, ctx) => {
      ctx.font = fontOf(look)
      for (const [d, outline] of outlines.entries()) {
        for (const [i, mark] of chart.getDatasetMeta(d).data.entries()) {
          const value = outline.values[i] ?? null
          const left = chart.scales['x']?.getPixelForValue(0) ?? 0
          paintText(
            ctx,
            look,
            value === null ? chartWords[lang].missing : formatValue(value, lang, 1),
            value === null ? left + 6 : mark.x + 6,
            Number.isFinite(mark.y) ? mark.y : 0,
            { colour: value === null || d > 0 ? look.muted : look.ink },
          )
        }
      }
    },
  }
}
