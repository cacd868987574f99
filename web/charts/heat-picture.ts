/** The heat table as a canvas in print colours, for the PNG: at most 60 rows and 24 columns, the rest is in the CSV. */
import { heatStep, heatText, type HeatCell, type HeatLine } from './heat.ts'
import { inBrackets } from '../format/marks.ts'
import type { Lang } from './lang.ts'
import { PRINT_LOOK } from './look.ts'
import { fontOf } from './options.ts'
import { hatch } from './paint.ts'
import { blank } from './picture.ts'
import { shortenLabel } from './text-fit.ts'
import { chartWords } from '../words/charts.ts'

const ROW_PX = 24
const HEAD_PX = 34
const FIRST_PX = 260
const CELL_PX = 76
/** Accent mixed into paper, in step with charts.css. */
const SHADES = ['#ffffff', '#f3f8f7', '#ddebe9', '#c2dbd8', '#a5c9c5', '#87b8b3', '#6aa7a0']

export function pictureHeat(
  rows: readonly HeatLine[],
  columns: readonly HeatLine[],
  cell: (row: HeatLine, column: HeatLine) => HeatCell,
  lang: Lang,
  corner: string,
): HTMLCanvasElement {
  const shownRows = rows.slice(0, 60)
  const shownColumns = columns.slice(0, 24)
  const cut = rows.length > shownRows.length || columns.length > shownColumns.length
  const sheet = blank(FIRST_PX + shownColumns.length * CELL_PX, HEAD_PX + shownRows.length * ROW_PX + (cut ? 24 : 0))
  const ctx = sheet.getContext('2d')
  if (!ctx) return sheet
  const write = (text: string, x: number, y: number, align: CanvasTextAlign, colour = PRINT_LOOK.ink) => {
    ctx.fillStyle = colour
    ctx.textAlign = align
    ctx.fillText(text, x, y)
  }
  ctx.textBaseline = 'middle'
  ctx.font = fontOf(PRINT_LOOK, 12, 600)
  write(corner, 4, HEAD_PX / 2, 'left')
  for (const [c, column] of shownColumns.entries())
    write(shortenLabel(column.label, 10), FIRST_PX + (c + 0.5) * CELL_PX, HEAD_PX / 2, 'center')
  ctx.font = fontOf(PRINT_LOOK, 12)
  for (const [r, row] of shownRows.entries()) {
    const y = HEAD_PX + r * ROW_PX
    write(shortenLabel(row.unit ? inBrackets(row.label, row.unit, lang) : row.label, 38), 4, y + ROW_PX / 2, 'left')
    for (const [c, column] of shownColumns.entries()) {
      const one = cell(row, column)
      const x = FIRST_PX + c * CELL_PX
      ctx.fillStyle =
        one.state === 'missing'
          ? hatch(PRINT_LOOK.line, PRINT_LOOK.paper)
          : (SHADES[heatStep(one.shade)] ?? PRINT_LOOK.paper)
      ctx.fillRect(x, y, CELL_PX - 1, ROW_PX - 1)
      if (one.state === 'imputed' || one.state === 'treated') {
        ctx.strokeStyle = PRINT_LOOK.ink
        ctx.setLineDash(one.state === 'imputed' ? [2, 2] : [])
        ctx.strokeRect(x + 1, y + 1, CELL_PX - 3, ROW_PX - 3)
        ctx.setLineDash([])
      }
      write(heatText(one, row, column, lang), x + CELL_PX / 2, y + ROW_PX / 2, 'center')
    }
  }
  if (cut) write(chartWords[lang].more, 4, HEAD_PX + shownRows.length * ROW_PX + 12, 'left', PRINT_LOOK.muted)
  return sheet
}
