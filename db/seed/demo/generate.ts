/** Demonstration data of one city from a fixed seed: areas, populations and values that are plausible in level, spread and trend. All
 * of it is invented. The same call gives the same numbers on every machine. */
import { RandomStream } from '../../../worker/engine/numeric/random.ts'
import { INDICATORS, type SeedIndicator } from '../indicators/indicators.ts'
import { areaName } from './areaNames.ts'
import { DEMO_BELOW_FLOOR, DEMO_BREAK, DEMO_CITIES, DEMO_OUTLIER, DEMO_PERIODS, type DemoCity } from './cities.ts'

export interface DemoArea {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly setting: 'urban' | 'rural'
  readonly grouping: string
}
export interface DemoValue {
  readonly areaCode: string
  readonly indicator: string
  readonly period: string
  readonly value: number
}
export interface DemoData {
  readonly areas: readonly DemoArea[]
  readonly populations: readonly { readonly areaCode: string; readonly period: string; readonly value: number }[]
  readonly values: readonly DemoValue[]
}

const SEED = 44898
/** Streams of the generator, so that adding a draw to one leaves the others as they were. */
const STREAM = { area: 1, population: 2, indicator: 3, cell: 4, missing: 5, domain: 6 } as const

/** What an area's standing is made of. A single driver would make every method agree on every rank, and no real city is like that. */
const DRIVER = { general: 0.6, domain: 0.75, own: 0.55 } as const

export function generateCity(city: DemoCity): DemoData {
  const c = DEMO_CITIES.indexOf(city)
  const firstName = DEMO_CITIES.slice(0, c).reduce((n, x) => n + x.areaCount, 0)
  const urbanCount = Math.round(city.areaCount * 0.45)
  const areas = Array.from({ length: city.areaCount }, (_, a): DemoArea => {
    const urban = a < urbanCount
    return {
      code: `${city.codePrefix}-${String(a + 1).padStart(2, '0')}`,
      ...areaName(firstName + a, urban),
      setting: urban ? 'urban' : 'rural',
      grouping: groupingOf(a, urbanCount, city.areaCount),
    }
  })
  return { areas, populations: populations(city, c, areas), values: values(city, c, areas) }
}

function groupingOf(a: number, urbanCount: number, count: number): string {
  if (a < Math.ceil(urbanCount / 2)) return '中心城区'
  return a < urbanCount + (count - urbanCount) / 2 ? '近郊' : '远郊'
}

function populations(city: DemoCity, c: number, areas: readonly DemoArea[]): DemoData['populations'] {
  return areas.flatMap((area, a) => {
    const random = new RandomStream(SEED, STREAM.population, c, a)
    const base = city.urbanPopulation * (area.setting === 'urban' ? 1 : 0.62) * Math.exp(0.35 * normal(random)) * 10_000
    const growth = (area.setting === 'urban' ? 0.012 : -0.009) + 0.005 * normal(random)
    return DEMO_PERIODS.map((period, t) => ({
      areaCode: area.code,
      period,
      value: Math.round((base * (1 + growth) ** t) / 100) * 100,
    }))
  })
}

function values(city: DemoCity, c: number, areas: readonly DemoArea[]): DemoValue[] {
  const standing = areas.map(
    (area, a) =>
      normal(new RandomStream(SEED, STREAM.area, c, a)) - (area.setting === 'rural' ? city.ruralGap : 0) / city.spread,
  )
  const centre = standing.reduce((sum, x) => sum + x, 0) / standing.length
  return INDICATORS.flatMap((indicator, k) => {
    const ofIndicator = new RandomStream(SEED, STREAM.indicator, c, k)
    const shift = 0.35 * normal(ofIndicator)
    const slope = 0.04 * normal(ofIndicator)
    // Indicators that every area must reach spread less than those that grow with wealth.
    const reach = indicator.layer === '基础' ? 0.55 : 0.85
    return areas.flatMap((area, a) => {
      const cell = new RandomStream(SEED, STREAM.cell, c, k, a)
      const own = DRIVER.own * normal(cell)
      const domain = DRIVER.domain * normal(new RandomStream(SEED, STREAM.domain, c, domainOf(indicator), a))
      return DEMO_PERIODS.flatMap((period, t): DemoValue[] => {
        const wobble = 0.07 * normal(cell)
        if (new RandomStream(SEED, STREAM.missing, c, k, a, t).uniform() < city.missing) return []
        const spread = reach * city.spread * city.spreadGrowth ** t
        const stands = DRIVER.general * ((standing[a] ?? 0) - centre) + domain + own
        const quality = city.level + shift + (city.trend + slope) * t + spread * stands + wobble
        const value =
          planted(city, a, indicator, period, t) ?? valueOf(indicator, quality, brokenBy(city, indicator, period))
        return [{ areaCode: area.code, indicator: indicator.code, period, value }]
      })
    })
  })
}

/** Domains of the national standard 1–9; policy and satisfaction have drivers of their own. */
function domainOf({ category }: SeedIndicator): number {
  if (category.startsWith('P')) return 10
  return category.startsWith('S') ? 11 : Number(category.slice(0, 2))
}

/** A value that is put there on purpose. */
function planted(city: DemoCity, a: number, indicator: SeedIndicator, period: string, t: number): number | undefined {
  if (isOutlier(city, a, indicator, period)) return DEMO_OUTLIER.value
  const { city: slug, areaIndex, indicator: code, first, step } = DEMO_BELOW_FLOOR
  return city.slug === slug && a === areaIndex && indicator.code === code
    ? Number((first + step * t).toFixed(1))
    : undefined
}

/** By what a change of definition multiplies the city's values of this period. */
const brokenBy = (city: DemoCity, indicator: SeedIndicator, period: string): number =>
  city.slug === DEMO_BREAK.city && indicator.code === DEMO_BREAK.indicator && period >= DEMO_BREAK.period
    ? DEMO_BREAK.factor
    : 1

const isOutlier = (city: DemoCity, a: number, indicator: SeedIndicator, period: string): boolean =>
  city.slug === DEMO_OUTLIER.city &&
  a === DEMO_OUTLIER.areaIndex &&
  indicator.code === DEMO_OUTLIER.indicator &&
  period === DEMO_OUTLIER.period

/** Quality in standard deviations → a value inside the indicator's usual range, rounded as a yearbook would print it. */
function valueOf(indicator: SeedIndicator, quality: number, factor = 1): number {
  const share = 1 / (1 + Math.exp(-quality))
  const width = indicator.high - indicator.low
  // A share that can be complete is complete in good areas.
  const full = indicator.unit === '%' && indicator.direction === 'benefit' && indicator.high === 100
  const value =
    indicator.direction === 'benefit'
      ? indicator.low + width * (full ? Math.min(1, 1.25 * share) : share)
      : indicator.high - width * share
  return Number((factor * value).toFixed(decimalsOf(indicator, width)))
}

function decimalsOf(indicator: SeedIndicator, width: number): number {
  if (indicator.unit.startsWith('场')) return 0
  if (width >= 200) return 0
  return width >= 10 ? 1 : width >= 1.5 ? 2 : 3
}

/** Box–Muller, one of the pair: two uniforms a draw, so that streams stay in step. */
function normal(random: RandomStream): number {
  const u = 1 - random.uniform()
  return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * random.uniform())
}
