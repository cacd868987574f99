/** A seed indicator as a leaf of a framework. Goalposts are ours: the usual range of values, widened by a quarter on either side and
 * cut at the natural bounds of the unit, so that a city outside the usual range still moves; a plan's target always lies inside. */
import type { IndicatorFacts, TreeNode } from '../../../worker/routes/frameworks/schema.ts'
import type { SeedIndicator } from '../indicators/indicators.ts'

const STRETCH = 0.25
const GOALPOSTS_SOURCE =
  '目标：国家“十四五”公共服务规划 2025 年值（有则列出）；最差/最好参照值为本产品估计，非统计数据 · goalposts are this product’s own estimates, not statistics'
const OWN_SOURCE =
  '最差/最好参照值为本产品估计，非统计数据 · goalposts are this product’s own estimates, not statistics'

export function indicatorNode(seed: SeedIndicator, weight: number): TreeNode {
  const [low, high] = goalposts(seed)
  const indicator: IndicatorFacts = {
    unit: seed.unit,
    direction: seed.direction,
    target: seed.target,
    goalposts: [low, high],
    floor: null,
    layer: seed.layer,
    department: seed.department,
    numerator: seed.numerator,
    denominator: seed.denominator,
    source: seed.target === null ? OWN_SOURCE : GOALPOSTS_SOURCE,
    plausibleLow: seed.unit === '%' ? 0 : low / 4,
    plausibleHigh: seed.unit === '%' ? Math.max(100, high) : high * 2,
  }
  return { code: seed.code, name: seed.name, nameEn: seed.nameEn, kind: 'indicator', weight, indicator }
}

/** Low and high in the indicator's unit, whatever its direction. */
export function goalposts(seed: Pick<SeedIndicator, 'unit' | 'low' | 'high' | 'target'>): [number, number] {
  const margin = (seed.high - seed.low) * STRETCH
  const ceiling = seed.high <= 100 && (seed.unit === '%' || seed.unit === '分') ? 100 : Number.POSITIVE_INFINITY
  const low = Math.max(0, seed.low - margin)
  const high = Math.min(ceiling, seed.high + margin)
  return [tidy(Math.min(low, seed.target ?? low)), tidy(Math.max(high, seed.target ?? high))]
}

const tidy = (x: number): number => Number(x.toPrecision(6))
