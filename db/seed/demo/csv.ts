/** A city's values of one period as the CSV its data officer would upload: one row an area, one column an indicator. */
import { DEMO_OUTLIER, type DEMO_PERIODS } from './cities.ts'
import type { DemoData } from './generate.ts'

export type DemoPeriod = (typeof DEMO_PERIODS)[number]

export function wideCsv(data: DemoData, period: DemoPeriod, indicators: readonly string[]): string {
  const cells = new Map(
    data.values.filter((v) => v.period === period).map((v) => [`${v.areaCode} ${v.indicator}`, v.value]),
  )
  const rows = data.areas.map((area) => [
    area.code,
    area.name,
    ...indicators.map((code) => String(cells.get(`${area.code} ${code}`) ?? '')),
  ])
  return `\uFEFF${[['area_code', 'area_name', ...indicators], ...rows].map((row) => row.join(',')).join('\r\n')}\r\n`
}

/** A department's draft with the faults such drafts have: an area nobody knows, words where a number belongs, a value far out of range. */
export function faultyCsv(data: DemoData): string {
  const [first, second, third] = data.areas
  return `\uFEFF${[
    ['地区代码', '地区名称', '0401-1', '0401-3'],
    [first?.code ?? '', first?.name ?? '', '3.41', '6.20'],
    [second?.code ?? '', second?.name ?? '', '约3.5', '6.05'],
    [third?.code ?? '', third?.name ?? '', '312', '五张左右'],
    ['CHY-99', '合并街道', '2.98', '5.40'],
  ]
    .map((row) => row.join(','))
    .join('\r\n')}\r\n`
}

/** The outlier put right, as a file with one value. */
export function correctionCsv(data: DemoData): string {
  const area = data.areas[DEMO_OUTLIER.areaIndex]
  return `\uFEFF地区代码,地区名称,${DEMO_OUTLIER.indicator}\r\n${area?.code ?? ''},${area?.name ?? ''},982\r\n`
}
