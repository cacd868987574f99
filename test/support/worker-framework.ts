/** A small framework body for worker tests: two domains with two indicators each, one cost indicator and one in %. */
import type { FrameworkBody, IndicatorFacts, TreeNode } from '../../worker/contract/frameworks.ts'
import { EQUALITY_DEFAULTS } from './evaluationNode.ts'

const facts = (unit: string, direction: 'benefit' | 'cost', low: number, high: number): IndicatorFacts => ({
  unit,
  direction,
  target: null,
  goalposts: null,
  floor: null,
  layer: '基础',
  department: '',
  numerator: '',
  denominator: '',
  source: '',
  plausibleLow: low,
  plausibleHigh: high,
})
const leaf = (code: string, name: string, nameEn: string, indicator: IndicatorFacts): TreeNode => ({
  code,
  name,
  nameEn,
  kind: 'indicator',
  weight: 1,
  indicator,
})

export const SMALL_FRAMEWORK: FrameworkBody = {
  root: {
    code: 'root',
    name: '均等化水平',
    nameEn: 'Equalization level',
    kind: 'root',
    weight: 1,
    children: [
      {
        code: 'health',
        name: '病有所医',
        nameEn: 'Health',
        kind: 'domain',
        weight: 1,
        children: [
          leaf('doctors', '每千人口医师数', 'Physicians per 1,000 people', facts('人/千人', 'benefit', 0.5, 8)),
          leaf('mortality', '孕产妇死亡率', 'Maternal mortality ratio', facts('1/10万', 'cost', 0, 25)),
        ],
      },
      {
        code: 'education',
        name: '学有所教',
        nameEn: 'Education',
        kind: 'domain',
        weight: 1,
        children: [
          leaf('kindergarten', '普惠性幼儿园覆盖率', 'Inclusive kindergarten coverage', facts('%', 'benefit', 50, 100)),
          leaf('spending', '教育经费', 'Education spending', facts('万元', 'benefit', 0, 1e9)),
        ],
      },
    ],
  },
  method: {
    treatment: 'none',
    imputation: 'none',
    normalisation: 'minmax',
    bounds: 'pooled',
    weighting: 'given',
    aggregation: 'arithmetic',
    missing: 'renormalise',
    minCoverage: 2 / 3,
    ...EQUALITY_DEFAULTS,
  },
}

export function leavesOf(node: TreeNode): TreeNode[] {
  return node.children === undefined ? [node] : node.children.flatMap(leavesOf)
}
