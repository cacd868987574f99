/** What a concrete chart hands to the one canvas component: data and options for Chart.js, two layers painted under
 * and over the marks, and the points that keyboard, tooltip and shared hover speak of. */
import type { Chart, ChartData, ChartOptions } from 'chart.js'
import type { ChartPoint } from './cursor.ts'
import type { Look } from './look.ts'

export type ChartType = 'bar' | 'line' | 'scatter' | 'radar'

export interface ChartSpec {
  readonly type: ChartType
  readonly data: ChartData
  readonly options: ChartOptions
  readonly below?: (chart: Chart, ctx: CanvasRenderingContext2D) => void
  readonly above?: (chart: Chart, ctx: CanvasRenderingContext2D) => void
}

/** One canvas. `build` must keep its identity while the numbers are the same (useCallback / useMemo). */
export interface Panel {
  readonly build: (look: Look) => ChartSpec
  readonly height: number
  readonly alt: string
  readonly name: string
  readonly points: readonly ChartPoint[]
}

/** Hover and selection that charts and tables on one page share. */
export interface Shared {
  readonly activeKey?: string | null | undefined
  readonly onActive?: ((key: string | null) => void) | undefined
  readonly onSelect?: ((key: string) => void) | undefined
}

/** What every chart of the product says about its numbers. */
export interface ChartMeta {
  readonly indicator: string
  readonly unit?: string | undefined
  readonly period?: string | undefined
  readonly source: string
  readonly demo?: boolean | undefined
  /** Replaces the finding that the chart writes itself. */
  readonly title?: string | undefined
  readonly headingLevel?: 2 | 3 | 4 | undefined
}
