/** A city's values of one period as the CSV its data officer would upload: one row an area, one column an indicator. */
import type { DEMO_PERIODS } from './cities.ts'
import type { DemoData } from './generate.ts'

export type DemoPeriod = (typeof DEMO_PERIODS)[number]

export function wideCsv(data: DemoData, period: DemoPeriod, indicators: readonly string[]): string {
  const cells = new Map(data.values.filter((v) => v.period === period).map((v) => [`${v.areaCode} ${v.indicator}`, v.value]))
  const rows = data.areas.map((area) => [area.code, area.name, ...indicators.map((code) => String(cells.get(`${area.code} ${code}`) ?? ''))])
  return `\uFEFF${[['area_code', 'area_name', ...indicators], ...rows].map((row) => row.join(',')).join('\r\n')}\r\n`
}
