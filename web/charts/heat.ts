/** Shades and words of the heat table. One hue in six lightness steps; a missing cell has no shade at all. Pure. */
import type { Lang } from './lang.ts'
import { formatValue, MISSING, withUnit } from './numbers.ts'
import type { CellState } from './table.ts'
import { chartWords } from '../words/charts.ts'
import { marks } from '../format/marks.ts'

export const HEAT_STEPS = 6

export interface HeatCell {
  readonly value: number | null
  /** 0–1, how good the value is (normalised score); null leaves the cell unshaded. */
  readonly shade: number | null
  readonly state: CellState
  /** 0–100, what is said of the shade when that differs from it (a shade may be stretched to be seen). */
  readonly score?: number
  readonly note?: string
  /** Stands in the cell in place of the value, e.g. 达标. */
  readonly text?: string
}

export interface HeatLine {
  readonly key: string
  readonly label: string
  readonly unit?: string | undefined
  readonly digits?: number | undefined
  /** Heading under which the line stands, e.g. its domain. */
  readonly group?: string | undefined
  /** The heading in words; a group without one is set off by a line. */
  readonly groupLabel?: string | undefined
}

/** 1–6, or 0 for no shade. */
export function heatStep(shade: number | null): number {
  if (shade === null || !Number.isFinite(shade)) return 0
  return Math.min(HEAT_STEPS, Math.max(1, Math.floor(shade * HEAT_STEPS) + 1))
}

/** What a listener hears of a cell. */
export function heatReadout(row: HeatLine, column: HeatLine, cell: HeatCell, lang: Lang, shadeLabel?: string): string {
  const words = chartWords[lang]
  const unit = row.unit ?? column.unit
  const value =
    cell.text !== undefined
      ? cell.text
      : cell.value === null
        ? cell.state === 'suppressed'
          ? words.suppressed
          : words.missing
        : withUnit(formatValue(cell.value, lang, row.digits ?? column.digits ?? 1), unit)
  const mark = cell.state === 'imputed' || cell.state === 'treated' ? words[cell.state] : ''
  const shade =
    cell.shade === null
      ? ''
      : `${shadeLabel ?? words.normalised} ${formatValue(cell.score ?? cell.shade * 100, lang, 1)}`
  const { colon, comma } = marks(lang)
  return `${row.label} · ${column.label}${colon}${[value, shade, mark, cell.note ?? ''].filter((part) => part !== '').join(comma)}`
}

/** What stands in the cell. */
export function heatText(cell: HeatCell, row: HeatLine, column: HeatLine, lang: Lang): string {
  if (cell.text !== undefined) return cell.text
  if (cell.state === 'suppressed') return '▪'
  return cell.value === null ? MISSING : formatValue(cell.value, lang, row.digits ?? column.digits ?? 1)
}
