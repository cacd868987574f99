/** How charts write numbers: one precision per axis or column, thousands separated, large counts in 万/亿 or K/M.
 * Pure. A missing value is never written as zero: it becomes the dash that `MISSING` names. */
import { formatNumber, formatPercent, formatSigned } from '../format/number.ts'
import { formatWords } from '../words/format.ts'
import type { Lang } from './lang.ts'

export { MISSING, withUnit } from '../format/number.ts'

/** A value with fixed decimals. */
export function formatValue(value: number | null | undefined, lang: Lang, digits: number): string {
  return formatNumber(value, lang, { digits })
}

/** A signed difference with fixed decimals. */
export function formatChange(value: number | null | undefined, lang: Lang, digits: number): string {
  return formatSigned(value, lang, { digits })
}

/** A share in [0, 1] as a percentage. */
export const formatShare = formatPercent

/** Decimals that keep about three significant digits over the spread of the values, so that neighbours differ; never
 * more than the values themselves carry. */
export function decimalsFor(values: readonly (number | null)[], most = 4): number {
  const known = values.filter((v): v is number => v !== null && Number.isFinite(v))
  if (known.every(Number.isInteger)) return 0
  const [lo, hi] = extremes(known)
  const size = hi > lo ? hi - lo : Math.abs(hi)
  if (size === 0) return 0
  const wanted = Math.min(most, Math.max(0, 2 - Math.floor(Math.log10(size))))
  return Math.min(wanted, carriedDecimals(known, wanted))
}

/** The most decimals any of the values has, as far as `most`. */
function carriedDecimals(values: readonly number[], most: number): number {
  let digits = 0
  for (const value of values) {
    while (
      digits < most &&
      Math.abs(value * 10 ** digits - Math.round(value * 10 ** digits)) >
        1e-7 * Math.max(1, Math.abs(value * 10 ** digits))
    )
      digits++
    if (digits === most) return most
  }
  return digits
}

/** [least, greatest] without spreading thousands of arguments onto the stack. */
function extremes(values: readonly number[]): [number, number] {
  let lo = Infinity
  let hi = -Infinity
  for (const v of values) {
    if (v < lo) lo = v
    if (v > hi) hi = v
  }
  return [lo, hi]
}

/** Least and greatest of the known values, or null when there is none. */
export function extent(values: readonly (number | null)[]): [number, number] | null {
  const known = values.filter((v): v is number => v !== null && Number.isFinite(v))
  return known.length === 0 ? null : extremes(known)
}

/** An axis label. `step` is the distance between ticks and fixes the decimals; from 100,000 on, 万/亿 or K/M/B. */
export function tickLabel(value: number, step: number, lang: Lang): string {
  const size = Math.max(Math.abs(value), Math.abs(step))
  if (value !== 0 && size >= 1e5) {
    const { axisSteps, axisGap } = formatWords[lang]
    const scale = axisSteps.find(([floor]) => size >= floor)
    if (scale) return formatValue(value / scale[0], lang, stepDecimals(step / scale[0])) + axisGap + scale[1]
  }
  return formatValue(value, lang, stepDecimals(step))
}

function stepDecimals(step: number): number {
  if (!(step > 0) || !Number.isFinite(step)) return 0
  for (let digits = 0; digits <= 6; digits++) {
    const scaled = step * 10 ** digits
    if (Math.abs(scaled - Math.round(scaled)) < 1e-6 * scaled) return digits
  }
  return 6
}

/** Round bounds and a step of 1, 2 or 5 × 10ᵏ that cover [lo, hi] in about `count` steps. */
export function niceScale(lo: number, hi: number, count = 5): { min: number; max: number; step: number } {
  const span = hi > lo ? hi - lo : Math.abs(hi) || 1
  const rough = span / Math.max(1, count)
  const power = 10 ** Math.floor(Math.log10(rough))
  const ratio = rough / power
  const step = (ratio <= 1 ? 1 : ratio <= 2 ? 2 : ratio <= 5 ? 5 : 10) * power
  const from = hi > lo ? lo : lo - span / 2
  const to = hi > lo ? hi : hi + span / 2
  const min = Math.floor(from / step + 1e-9) * step
  const max = Math.ceil(to / step - 1e-9) * step
  return { min: tidy(min), max: tidy(max), step: tidy(step) }
}

function tidy(value: number): number {
  return Number(value.toPrecision(12))
}
