/** A framework of two domains whose indicators have anchors from a plan. */
import type { FrameworkBody, TreeNode } from '../../worker/contract/frameworks.ts'

const ANCHOR = { kind: 'plan', document: '测试规划', year: 2025 } as const

const leaf = (code: string, k: number): TreeNode => ({
  code,
  name: `指标 ${code}`,
  nameEn: `Indicator ${code}`,
  kind: 'indicator',
  weight: 1,
  indicator: {
    unit: '%',
    direction: k % 3 === 2 ? 'cost' : 'benefit',
    target: k % 3 === 2 ? 20 : 80,
    targetSource: ANCHOR,
    goalposts: null,
    floor: k % 3 === 2 ? 80 : 20,
    floorSource: ANCHOR,
    scale: k % 2 === 0 ? { kind: 'ratio' } : { kind: 'bounded', low: 0, high: 100 },
    layer: '基础',
    department: '',
    numerator: '',
    denominator: '',
    source: '',
    plausibleLow: null,
    plausibleHigh: null,
  },
})

/** Two domains of `each` indicators, anchored: floor 20, target 80; every third one is a cost. */
export function anchoredFramework(each = 6, method: Partial<FrameworkBody['method']> = {}): FrameworkBody {
  const domain = (code: string): TreeNode => ({
    code,
    name: `领域 ${code}`,
    nameEn: `Domain ${code}`,
    kind: 'domain',
    weight: 1,
    children: Array.from({ length: each }, (_, k) => leaf(`${code}${k + 1}`, k)),
  })
  return {
    root: {
      code: 'root',
      name: '综合得分',
      nameEn: 'Overall',
      kind: 'root',
      weight: 1,
      children: [domain('a'), domain('b')],
    },
    method: {
      treatment: 'none',
      imputation: 'none',
      normalisation: 'efficacy',
      bounds: 'anchors',
      weighting: 'given',
      aggregation: 'arithmetic',
      missing: 'renormalise',
      minCoverage: 2 / 3,
      equalityFamily: 'cv',
      equalityWeighting: 'population',
      realizationCoverage: 0.5,
      ...method,
    },
  }
}
