/** Small drawings on a canvas that Chart.js has no mark for: target lines, whiskers, hatches, texts with a halo. */
import type { Chart } from 'chart.js'
import { fontOf } from './options.ts'
import type { Look } from './look.ts'
import { shortenLabel } from './text-fit.ts'

type Ctx = CanvasRenderingContext2D

export function paintLine(
  ctx: Ctx,
  from: readonly [number, number],
  to: readonly [number, number],
  colour: string,
  width = 1,
  dash: readonly number[] = [],
): void {
  ctx.save()
  ctx.beginPath()
  ctx.strokeStyle = colour
  ctx.lineWidth = width
  ctx.setLineDash([...dash])
  ctx.moveTo(from[0], from[1])
  ctx.lineTo(to[0], to[1])
  ctx.stroke()
  ctx.restore()
}

export interface TextStyle {
  readonly colour?: string
  readonly size?: number
  readonly weight?: 400 | 600
  readonly align?: CanvasTextAlign
  readonly baseline?: CanvasTextBaseline
  /** A filled ground behind the words, for places where a line would run through them. */
  readonly plate?: string
}

/** Text with a halo of paper, so that it reads over lines and marks. */
export function paintText(ctx: Ctx, look: Look, text: string, x: number, y: number, style: TextStyle = {}): void {
  ctx.save()
  ctx.font = fontOf(look, style.size ?? 12, style.weight ?? 400)
  ctx.textAlign = style.align ?? 'left'
  ctx.textBaseline = style.baseline ?? 'middle'
  if (style.plate !== undefined) {
    ctx.fillStyle = style.plate
    ctx.fillRect(x - 3, y - 8, ctx.measureText(text).width + 6, 16)
  }
  ctx.lineJoin = 'round'
  ctx.lineWidth = 3
  ctx.strokeStyle = look.paper
  ctx.strokeText(text, x, y)
  ctx.fillStyle = style.colour ?? look.ink
  ctx.fillText(text, x, y)
  ctx.restore()
}

/** Text on a plate of paper, for marks whose filling would swallow it. */
export function paintTag(ctx: Ctx, look: Look, text: string, x: number, y: number): void {
  ctx.save()
  ctx.font = fontOf(look, 12)
  const width = ctx.measureText(text).width + 8
  ctx.fillStyle = look.paper
  ctx.fillRect(x - width / 2, y - 8, width, 16)
  ctx.fillStyle = look.ink
  ctx.textAlign = 'center'
  ctx.textBaseline = 'middle'
  ctx.fillText(text, x, y)
  ctx.restore()
}

/** A horizontal interval with end caps. */
export function paintWhisker(ctx: Ctx, low: number, high: number, y: number, colour: string, cap = 4): void {
  paintLine(ctx, [low, y], [high, y], colour, 1.5)
  paintLine(ctx, [low, y - cap], [low, y + cap], colour, 1.5)
  paintLine(ctx, [high, y - cap], [high, y + cap], colour, 1.5)
}

/** A filling that stays apart from a plain one in grey print. */
export function hatch(colour: string, paper: string): CanvasPattern | string {
  const tile = document.createElement('canvas')
  tile.width = 8
  tile.height = 8
  const ctx = tile.getContext('2d')
  if (!ctx) return colour
  ctx.fillStyle = paper
  ctx.fillRect(0, 0, 8, 8)
  ctx.strokeStyle = colour
  ctx.lineWidth = 2
  ctx.beginPath()
  for (const shift of [-8, 0, 8]) {
    ctx.moveTo(shift, 8)
    ctx.lineTo(shift + 8, 0)
  }
  ctx.stroke()
  return ctx.createPattern(tile, 'repeat') ?? colour
}

/** Dashes by series, so that lines stay apart without colour. */
export const DASHES: readonly (readonly number[])[] = [[], [7, 3], [2, 3], [9, 3, 2, 3], [5, 2], [1, 2]]

export const MARKS = ['circle', 'rect', 'triangle', 'rectRot', 'crossRot', 'star'] as const

/** Names beside the points of the first dataset: right, left, above or below, wherever nothing is covered yet. */
export function paintLabels(
  ctx: Ctx,
  look: Look,
  chart: Chart,
  labels: readonly { readonly text: string; readonly strong?: boolean }[],
): void {
  const marks = chart.getDatasetMeta(0).data
  const taken: Box[] = marks.map((mark) => ({
    left: mark.x - 7,
    right: mark.x + 7,
    top: mark.y - 7,
    bottom: mark.y + 7,
  }))
  const { left, right, top, bottom } = chart.chartArea
  ctx.font = fontOf(look, 12)
  const order = labels
    .map((label, i) => ({ ...label, i }))
    .sort((a, b) => Number(b.strong ?? false) - Number(a.strong ?? false))
  for (const { text, strong, i } of order) {
    const mark = marks[i]
    if (!mark) continue
    const shown = shortenLabel(text, 18)
    const width = ctx.measureText(shown).width
    const places: readonly (readonly [number, number])[] = [
      [mark.x + 10, mark.y - 8],
      [mark.x - 10 - width, mark.y - 8],
      [mark.x - width / 2, mark.y - 24],
      [mark.x - width / 2, mark.y + 9],
    ]
    const free = places
      .map(([x, y]) => ({ left: x, right: x + width, top: y, bottom: y + 16 }))
      .find(
        (box) =>
          box.left >= left - 4 &&
          box.right <= right + 8 &&
          box.top >= top - 4 &&
          box.bottom <= bottom + 4 &&
          !taken.some((other, j) => j !== i && overlap(box, other)),
      )
    if (!free) continue
    taken.push(free)
    paintText(ctx, look, shown, free.left, free.top + 8, { weight: strong ? 600 : 400 })
  }
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
