/** The one owner of a Chart.js canvas: creates it lazily inside a box of fixed height, updates it in place, destroys it,
 * repaints it for print and theme, and walks its points by keyboard. The canvas is an image with alternative text;
 * the slider lying over it (transparent to the mouse) is what the keyboard reaches and a screen reader hears. */
import type { ActiveElement, Chart, ChartOptions, Plugin } from 'chart.js'
import { useEffect, useRef, useState } from 'preact/hooks'
import { usePaper } from '../components/paper.ts'
import { locale } from '../i18n/locale.ts'
import { underWay } from '../router/ready.ts'
import { moveCursor, type ChartPoint } from './cursor.ts'
import { PRINT_LOOK, readLook, type Look } from './look.ts'
import type { ChartSpec, Panel, Shared } from './spec.ts'
import { wrapText } from './text-fit.ts'
import { useLook } from './useLook.ts'
import { chartWords } from '../words/charts.ts'

const PRINT_WIDTH_PX = 680
const PRINT_RATIO = 3
const TOOLTIP_UNITS = 44
/** A chart of a report is drawn once, as wide as its column and fine enough for print. */
const ON_PAPER: ChartOptions = { responsive: false, animation: false, devicePixelRatio: PRINT_RATIO, events: [] }

type Props = { readonly panel: Panel } & Shared

export function ChartCanvas({ panel, activeKey, onActive, onSelect }: Props) {
  const words = chartWords[locale.value]
  const canvas = useRef<HTMLCanvasElement>(null)
  const chart = useRef<Chart | null>(null)
  const spec = useRef<ChartSpec | null>(null)
  const now = useRef({ panel, onActive, onSelect, hovered: null as string | null })
  now.current = { ...now.current, panel, onActive, onSelect }
  const [state, setState] = useState<'loading' | 'ready' | 'failed'>('loading')
  const [cursor, setCursor] = useState<number | null>(null)
  const lookVersion = useLook()
  const paper = usePaper()

  useEffect(() => {
    let gone = false
    const element = canvas.current
    const create = async () => {
      const { Chart } = await underWay(import('./chart-js.ts'))
      if (gone || !element) return
      const made = now.current.panel.build(paper ? PRINT_LOOK : readLook(element))
      spec.current = made
      if (paper) {
        element.width = element.parentElement?.clientWidth ?? PRINT_WIDTH_PX
        element.height = now.current.panel.height
      }
      chart.current = new Chart(element, {
        type: made.type,
        data: made.data,
        options: paper ? { ...made.options, ...ON_PAPER } : withPoints(made.options, now),
        plugins: [layers(spec)],
      })
      setState('ready')
    }
    create().catch(() => setState('failed'))
    const stopPrinting = paper ? () => undefined : onPrint((printing) => repaint(chart.current, spec, now, printing))
    return () => {
      gone = true
      stopPrinting()
      chart.current?.destroy()
      chart.current = null
    }
  }, [])

  useEffect(() => {
    const target = chart.current
    const element = canvas.current
    if (!target || !element || state !== 'ready') return
    apply(target, spec, now, paper ? PRINT_LOOK : readLook(element))
    if (paper) target.options = { ...target.options, ...ON_PAPER }
    target.update()
  }, [panel.build, panel.points, lookVersion, state])

  const shown = cursor === null ? (activeKey ?? null) : (panel.points[cursor]?.key ?? null)
  useEffect(() => {
    const target = chart.current
    if (
      !target ||
      state !== 'ready' ||
      (cursor === null && now.current.hovered !== null && now.current.hovered === shown)
    )
      return
    const point = cursor === null ? undefined : panel.points[cursor]
    highlight(target, point ? [point] : panel.points.filter((p) => p.key === shown))
  }, [shown, cursor, state, panel.points])

  const move = (event: KeyboardEvent) => {
    if ((event.key === 'Enter' || event.key === ' ') && cursor !== null) {
      const point = panel.points[cursor]
      if (point) onSelect?.(point.key)
      event.preventDefault()
      return
    }
    const next = moveCursor(cursor, event.key, panel.points.length)
    if (next === undefined) return
    event.preventDefault()
    if (next === null && cursor === null) return
    setCursor(next)
    onActive?.(next === null ? null : (panel.points[next]?.key ?? null))
  }
  const leave = () => {
    if (cursor !== null) onActive?.(null)
    setCursor(null)
  }
  const readout = cursor === null ? null : panel.points[cursor]?.readout

  return (
    <div class="chart-panel">
      <div class="chart-box" style={{ height: `${panel.height}px` }}>
        <canvas ref={canvas} role="img" aria-label={panel.alt} onMouseLeave={() => hover(now, null)} />
        {state === 'loading' && <p class="chart-state">{words.loading}</p>}
        {state === 'failed' && <p class="chart-state">{words.failed}</p>}
        {state === 'ready' && !paper && panel.points.length > 0 && (
          <div
            class="chart-cursor"
            role="slider"
            tabIndex={0}
            aria-label={words.points(panel.name)}
            aria-description={words.keys}
            aria-valuemin={1}
            aria-valuemax={panel.points.length}
            aria-valuenow={(cursor ?? 0) + 1}
            aria-valuetext={readout ?? words.keys}
            onKeyDown={move}
            onBlur={leave}
          />
        )}
      </div>
      {readout && <p class="chart-readout">{readout}</p>}
    </div>
  )
}

type Now = {
  current: { panel: Panel; onActive: Shared['onActive']; onSelect: Shared['onSelect']; hovered: string | null }
}
type SpecRef = { current: ChartSpec | null }

/** Draws the layers of whatever spec is current, so that one plugin serves every update. */
export function layers(spec: SpecRef): Plugin {
  return {
    id: 'layers',
    beforeDatasetsDraw: (chart) => spec.current?.below?.(chart, chart.ctx),
    afterDatasetsDraw: (chart) => spec.current?.above?.(chart, chart.ctx),
  }
}

function withPoints(options: ChartOptions, now: Now): ChartOptions {
  return {
    ...options,
    onHover: (_event, elements) => hover(now, pointAt(now.current.panel.points, elements[0])?.key ?? null),
    onClick: (_event, elements) => {
      const point = pointAt(now.current.panel.points, elements[0])
      if (point) now.current.onSelect?.(point.key)
    },
    plugins: {
      ...options.plugins,
      tooltip: {
        ...options.plugins?.tooltip,
        filter: (item) => pointOf(now.current.panel.points, item.datasetIndex, item.dataIndex) !== undefined,
        callbacks: {
          title: () => '',
          label: (item) =>
            wrapText(
              pointOf(now.current.panel.points, item.datasetIndex, item.dataIndex)?.readout ?? '',
              TOOLTIP_UNITS,
            ),
        },
      },
    },
  }
}

function hover(now: Now, key: string | null): void {
  if (now.current.hovered === key) return
  now.current.hovered = key
  now.current.onActive?.(key)
}

function pointOf(points: readonly ChartPoint[], dataset: number, index: number): ChartPoint | undefined {
  return points.find((point) => point.dataset === dataset && point.index === index)
}

function pointAt(points: readonly ChartPoint[], element: ActiveElement | undefined): ChartPoint | undefined {
  return element ? pointOf(points, element.datasetIndex, element.index) : undefined
}

function highlight(chart: Chart, points: readonly ChartPoint[]): void {
  const active = points
    .filter((point) => isDrawn(chart, point))
    .map((point) => ({ datasetIndex: point.dataset, index: point.index }))
  chart.setActiveElements(active)
  chart.tooltip?.setActiveElements(active.slice(0, 1), { x: 0, y: 0 })
  chart.update()
}

/** A missing value has a place in the reading order but no mark to light up. */
function isDrawn(chart: Chart, point: ChartPoint): boolean {
  const value = chart.data.datasets[point.dataset]?.data[point.index]
  return value !== null && value !== undefined
}

function apply(chart: Chart, spec: SpecRef, now: Now, look: Look): void {
  const made = now.current.panel.build(look)
  spec.current = made
  chart.data = made.data
  chart.options = withPoints(made.options, now)
}

/** Paper gets ink on white at three pixels a point; the screen gets its own look back afterwards. */
function repaint(chart: Chart | null, spec: SpecRef, now: Now, printing: boolean): void {
  if (!chart) return
  apply(chart, spec, now, printing ? PRINT_LOOK : readLook(chart.canvas))
  if (printing) {
    chart.options = { ...chart.options, devicePixelRatio: PRINT_RATIO, animation: false }
    chart.update('none')
    chart.resize(Math.min(PRINT_WIDTH_PX, chart.width), now.current.panel.height)
  } else {
    chart.update('none')
    chart.resize()
  }
}

function onPrint(tell: (printing: boolean) => void): () => void {
  let printing = false
  const set = (next: boolean) => {
    if (next === printing) return
    printing = next
    tell(next)
  }
  const media = matchMedia('print')
  const before = () => set(true)
  const after = () => set(false)
  const changed = (event: MediaQueryListEvent) => set(event.matches)
  addEventListener('beforeprint', before)
  addEventListener('afterprint', after)
  media.addEventListener('change', changed)
  return () => {
    removeEventListener('beforeprint', before)
    removeEventListener('afterprint', after)
    media.removeEventListener('change', changed)
  }
}
