/** The common frame of every Chart.js configuration: type, colours, motion, axes. Bars start at zero; the caller of
 * any other axis gives bounds. */
import type { ChartOptions } from 'chart.js'
import type { Lang } from './lang.ts'
import type { Look } from './look.ts'
import { tickLabel } from './numbers.ts'

const TEXT_PX = 12

export function baseOptions(look: Look, more: ChartOptions): ChartOptions {
  return {
    responsive: true,
    maintainAspectRatio: false,
    animation: look.animate ? { duration: 160 } : false,
    color: look.ink,
    font: { family: look.font, size: TEXT_PX },
    normalized: true,
    ...more,
    plugins: {
      tooltip: {
        backgroundColor: look.dark ? '#e4ebe9' : '#16211f',
        bodyColor: look.dark ? '#16211f' : '#ffffff',
        bodyFont: { family: look.font, size: TEXT_PX },
        displayColors: false,
        cornerRadius: 4,
        padding: 8,
        animation: look.animate ? { duration: 120 } : false,
      },
      ...more.plugins,
    },
  }
}

export interface LinearAxis {
  readonly min: number
  readonly max: number
  readonly step: number
  readonly title?: string
  readonly grid?: boolean
  readonly reverse?: boolean
  readonly position?: 'left' | 'right' | 'top' | 'bottom'
  /** Writes the tick itself, e.g. a percentage. */
  readonly write?: (value: number) => string
}

export function linearAxis(look: Look, lang: Lang, axis: LinearAxis) {
  return {
    type: 'linear' as const,
    min: axis.min,
    max: axis.max,
    reverse: axis.reverse ?? false,
    ...(axis.position ? { position: axis.position } : {}),
    border: { display: false },
    grid: { display: axis.grid !== false, color: look.line, drawTicks: false },
    ticks: {
      stepSize: axis.step,
      color: look.muted,
      font: { family: look.font, size: TEXT_PX },
      padding: 6,
      maxRotation: 0,
      autoSkipPadding: 12,
      callback: (value: string | number) =>
        axis.write ? axis.write(Number(value)) : tickLabel(Number(value), axis.step, lang),
    },
    title: {
      display: Boolean(axis.title),
      text: axis.title ?? '',
      color: look.muted,
      font: { family: look.font, size: TEXT_PX },
    },
  }
}

export function categoryAxis(look: Look, labels: readonly string[], options: { readonly skip?: boolean } = {}) {
  return {
    type: 'category' as const,
    labels: [...labels],
    border: { display: false },
    grid: { display: false },
    ticks: {
      color: look.ink,
      font: { family: look.font, size: TEXT_PX },
      padding: 6,
      autoSkip: options.skip ?? false,
      maxRotation: 0,
    },
  }
}

/** An axis on which the labels stand at their times; nothing else is marked. */
export function timeAxis(look: Look, labels: readonly string[], times: readonly number[]) {
  return {
    type: 'linear' as const,
    min: times[0] ?? 0,
    max: times[times.length - 1] ?? 1,
    border: { display: false },
    grid: { display: false },
    afterBuildTicks: (axis: { ticks: { value: number }[] }) => {
      axis.ticks = times.map((value) => ({ value }))
    },
    ticks: {
      color: look.ink,
      font: { family: look.font, size: TEXT_PX },
      padding: 6,
      autoSkip: true,
      maxRotation: 0,
      callback: (value: string | number) => labels[times.indexOf(Number(value))] ?? '',
    },
  }
}

export function fontOf(look: Look, sizePx = TEXT_PX, weight: 400 | 600 = 400): string {
  return `${weight} ${sizePx}px ${look.font}`
}
