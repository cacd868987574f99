/** A seed indicator as a leaf of a framework. Anchors: a target of the plan, else of our own; a floor that is always our own estimate, the
 * worse end of the usual range. The kind of each stands beside it, so that nobody takes our estimate for a standard. */
import type { AnchorSource, IndicatorFacts, TreeNode } from '../../../worker/contract/frameworks.ts'
import type { SeedIndicator } from '../indicators/indicators.ts'

const PLAN: AnchorSource = { kind: 'plan', document: '“十四五”公共服务规划', year: 2025 }
const ESTIMATED: AnchorSource = {
  kind: 'estimated',
  document: '均衡：常见取值范围估计 · Junheng: estimate of the usual range',
  year: null,
}
const PLAN_SOURCE =
  '满意值：国家“十四五”公共服务规划 2025 年值；不允许值为本产品估计，非统计数据 · target: value of the plan for 2025; floor: this product’s own estimate, not a statistic'
const OWN_SOURCE =
  '满意值、不允许值均为本产品估计，非统计数据 · target and floor are this product’s own estimates, not statistics'

export function indicatorNode(seed: SeedIndicator, weight: number): TreeNode {
  const [floor, target] = anchorsOf(seed)
  const margin = (seed.high - seed.low) / 4
  const [low, high] = seed.bounds ?? [Math.max(0, seed.low - margin) / 4, (seed.high + margin) * 2]
  const planned = seed.targetKind === 'plan'
  const indicator: IndicatorFacts = {
    unit: seed.unit,
    direction: seed.direction,
    target,
    targetSource: planned ? PLAN : ESTIMATED,
    goalposts: null,
    floor,
    floorSource: ESTIMATED,
    scale: seed.bounds === null ? { kind: 'ratio' } : { kind: 'bounded', low: seed.bounds[0], high: seed.bounds[1] },
    ...(seed.caution === '' ? {} : { caution: seed.caution }),
    layer: seed.layer,
    department: seed.department,
    numerator: seed.numerator,
    denominator: seed.denominator,
    source: planned ? PLAN_SOURCE : OWN_SOURCE,
    plausibleLow: tidy(low),
    plausibleHigh: tidy(high),
  }
  return { code: seed.code, name: seed.name, nameEn: seed.nameEn, kind: 'indicator', weight, indicator }
}

/** [floor, target] in the indicator's unit. A target may lie inside the usual range: whoever meets it scores 100, and so does all beyond. */
export function anchorsOf(
  seed: Pick<SeedIndicator, 'direction' | 'low' | 'high' | 'target'>,
): readonly [floor: number, target: number] {
  return seed.direction === 'benefit' ? [seed.low, seed.target ?? seed.high] : [seed.high, seed.target ?? seed.low]
}

const tidy = (x: number): number => Number(x.toPrecision(6))
