/** A chart as a PNG that can stand alone in a report: title, subtitle, the chart drawn afresh in print colours, source
 * and the demo mark. Drawn off the page, so what is on screen (theme, zoom, hover) never leaks into it. */
import { layers } from './ChartCanvas.tsx'
import type { Lang } from './lang.ts'
import { PRINT_LOOK } from './look.ts'
import { fontOf } from './options.ts'
import type { Panel } from './spec.ts'
import { wrapText } from './text-fit.ts'
import { chartWords } from '../words/charts.ts'

const WIDTH_PX = 960
const RATIO = 2
const EDGE_PX = 32

export interface Caption {
  readonly lang: Lang
  readonly title: string
  readonly subtitle: string
  readonly source: string
  readonly demo: boolean
}

/** Draws the panels side by side in `columns`, each under its name when there is more than one. */
export async function picturePanels(panels: readonly Panel[], columns: number): Promise<HTMLCanvasElement> {
  const { Chart } = await import('./chart-js.ts')
  const width = Math.floor((WIDTH_PX - 2 * EDGE_PX) / columns)
  const named = panels.length > 1 ? 22 : 0
  const rowHeight = Math.max(0, ...panels.map((panel) => panel.height)) + named
  const sheet = blank(width * columns, rowHeight * Math.ceil(panels.length / columns))
  const ctx = sheet.getContext('2d')
  for (const [i, panel] of panels.entries()) {
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = panel.height
    const spec = panel.build(PRINT_LOOK)
    const options = { ...spec.options, responsive: false, animation: false as const, devicePixelRatio: RATIO }
    const chart = new Chart(canvas, { type: spec.type, data: spec.data, options, plugins: [layers({ current: spec })] })
    const x = (i % columns) * width
    const y = Math.floor(i / columns) * rowHeight
    if (ctx && named) {
      ctx.font = fontOf(PRINT_LOOK, 13, 600)
      ctx.fillStyle = PRINT_LOOK.ink
      ctx.fillText(panel.name, x + 4, y + 15)
    }
    ctx?.drawImage(canvas, x, y + named, width, panel.height)
    chart.destroy()
  }
  return sheet
}

/** A white canvas of so many CSS pixels, already scaled. */
export function blank(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width * RATIO))
  canvas.height = Math.max(1, Math.round(height * RATIO))
  const ctx = canvas.getContext('2d')
  ctx?.scale(RATIO, RATIO)
  if (ctx) {
    ctx.fillStyle = PRINT_LOOK.paper
    ctx.fillRect(0, 0, width, height)
  }
  return canvas
}

/** The body under its title and over its source. */
export function composePicture(body: HTMLCanvasElement, caption: Caption): HTMLCanvasElement {
  const words = chartWords[caption.lang]
  const bodyWidth = body.width / RATIO
  const bodyHeight = body.height / RATIO
  const width = Math.max(WIDTH_PX, bodyWidth + 2 * EDGE_PX)
  const units = Math.floor((width - 2 * EDGE_PX) / 10)
  const title = wrapText(caption.title, units)
  const subtitle = wrapText(caption.subtitle, Math.floor(units * 1.4))
  const foot = [words.source(caption.source), caption.demo ? words.demoLong : '']
    .filter((line) => line !== '')
    .flatMap((line) => wrapText(line, Math.floor(units * 1.5)))
  const top = EDGE_PX + title.length * 28 + subtitle.length * 22 + 12
  const sheet = blank(width, top + bodyHeight + 16 + foot.length * 20 + EDGE_PX)
  const ctx = sheet.getContext('2d')
  if (!ctx) return sheet
  ctx.textBaseline = 'top'
  let y = EDGE_PX
  const write = (lines: readonly string[], size: number, weight: 400 | 600, colour: string, step: number) => {
    ctx.font = fontOf(PRINT_LOOK, size, weight)
    ctx.fillStyle = colour
    for (const line of lines) {
      ctx.fillText(line, EDGE_PX, y)
      y += step
    }
  }
  write(title, 20, 600, PRINT_LOOK.ink, 28)
  write(subtitle, 14, 400, PRINT_LOOK.muted, 22)
  ctx.drawImage(body, EDGE_PX, top, bodyWidth, bodyHeight)
  y = top + bodyHeight + 16
  write(foot, 13, 400, PRINT_LOOK.muted, 20)
  if (caption.demo) {
    ctx.font = fontOf(PRINT_LOOK, 14, 600)
    ctx.fillStyle = PRINT_LOOK.warn
    ctx.textAlign = 'right'
    ctx.fillText(words.demo, width - EDGE_PX, 10)
  }
  return sheet
}

export function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the picture is too large for this browser'))),
      'image/png',
    )
  })
}
