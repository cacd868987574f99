/**
 * Charts of the product, each a whole figure (title that states the finding, subtitle, chart, table, CSV, PNG, source):
 * give it numbers and `ChartMeta` (indicator, unit, period, source, demo). Charts on one page share hover and selection
 * through `activeKey` / `onActive` / `onSelect`, keyed by area code or indicator code. Chart.js loads with the first chart.
 */
export { DomainRadar, type ProfileAxis, type ProfileOutline } from './DomainRadar.tsx'
export { HeatTable } from './HeatTable.tsx'
export type { HeatCell, HeatLine } from './heat.ts'
export { IntervalDots, type IntervalItem } from './IntervalDots.tsx'
export { LevelEqualityScatter } from './LevelEqualityScatter.tsx'
export type { LevelPoint } from './quadrants.ts'
export { LorenzCurve } from './LorenzCurve.tsx'
export { lorenzSteps, type LorenzStep } from './lorenz.ts'
export { RankedBars } from './RankedBars.tsx'
export type { RankItem } from './ranking.ts'
export { SlopeChart, type SlopeItem } from './SlopeChart.tsx'
export { StackedParts, type PartsRow } from './StackedParts.tsx'
export { StripDots } from './StripDots.tsx'
export { TrendLines, type TrendSeries } from './TrendLines.tsx'
export type { ChartMeta, Shared } from './spec.ts'
