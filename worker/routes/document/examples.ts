/** Requests that work when sent, by operation, and for the engine what it answers to them. An operation without one gets an example made from
 * its schema. test/worker/examples.test.ts sends every one. */
import { computeCoupling } from '../../engine/computeCoupling.ts'
import { computeGroups } from '../../engine/computeGroups.ts'
import { computeIndices } from '../../engine/computeIndices.ts'
import { computeSensitivity } from '../../engine/computeSensitivity.ts'
import { computeWeights } from '../../engine/computeWeights.ts'
import type { SensitivityRequest } from '../../engine/uncertainty/sensitivity.types.ts'

interface Example {
  readonly request: unknown
  /** Worked out when the document is made. */
  readonly answer?: () => unknown
}

const indices = {
  values: [2.1, 2.8, 3.2, 3.9, 5.4],
  weights: [120_000, 310_000, 184_000, 96_000, 240_000],
  groups: ['rural', 'rural', 'urban', 'urban', 'urban'],
  indices: ['cv', 'gini', 'theilT', 'urbanRuralRatio'],
} as const
const composite = {
  areas: ['东区', '西区', '南区'],
  framework: {
    code: 'root',
    name: '综合得分',
    children: [
      { code: 'doctors', name: '每千人口医师数', weight: 2, direction: 'benefit', goalposts: [0, 6] },
      { code: 'mortality', name: '孕产妇死亡率', weight: 1, direction: 'cost', goalposts: [0, 30] },
    ],
  },
  values: { doctors: [2.1, 3.2, 5.4], mortality: [18, 12, 6] },
  method: {
    treatment: 'none',
    normalisation: 'minmax',
    bounds: 'goalposts',
    weighting: 'given',
    aggregation: 'arithmetic',
    missing: 'renormalise',
  },
} as const
const weights = {
  method: 'ahp',
  matrix: [
    [1, 3, 5],
    [1 / 3, 1, 2],
    [1 / 5, 1 / 2, 1],
  ],
} as const
const sensitivity = {
  ...composite,
  seed: 1,
  runs: 100,
  driverRuns: 16,
  perturb: { weights: { range: 0.25 }, aggregation: ['arithmetic', 'geometric'] },
} as const satisfies SensitivityRequest
const groups = {
  subgroups: [
    { name: '第一五分位', value: 62.1, population: 120_000, order: 1 },
    { name: '第三五分位', value: 70.4, population: 118_000, order: 2 },
    { name: '第五五分位', value: 81.9, population: 121_000, order: 3 },
  ],
  favourable: true,
  ordered: true,
  measures: ['D', 'R', 'SII'],
} as const
const coupling = { systems: { education: [0.4, 0.6, 0.8], care: [0.9, 0.5, 0.7] } } as const

const facts = (unit: string, direction: 'benefit' | 'cost', target: number, floor: number) => ({
  unit,
  direction,
  target,
  goalposts: null,
  floor,
  layer: '基础',
  department: '卫生健康部门',
  numerator: '',
  denominator: '常住人口',
  source: '卫生健康统计年鉴',
  plausibleLow: null,
  plausibleHigh: null,
})
const body = {
  root: {
    code: 'root',
    name: '综合得分',
    nameEn: 'Composite score',
    kind: 'root',
    weight: 1,
    children: [
      {
        code: '04',
        name: '病有所医',
        nameEn: 'Medical care',
        kind: 'domain',
        weight: 1,
        children: [
          {
            code: 'doctors',
            name: '每千人口医师数',
            nameEn: 'Physicians per 1,000 people',
            kind: 'indicator',
            weight: 2,
            indicator: facts('人/千人', 'benefit', 3.2, 2.5),
          },
          {
            code: 'mortality',
            name: '孕产妇死亡率',
            nameEn: 'Maternal mortality ratio',
            kind: 'indicator',
            weight: 1,
            indicator: facts('1/10万', 'cost', 12, 20),
          },
        ],
      },
    ],
  },
  method: { normalisation: 'minmax', bounds: 'pooled', aggregation: 'arithmetic' },
}

export const EXAMPLES: Readonly<Record<string, Example>> = {
  computeIndices: { request: indices, answer: () => computeIndices(indices) },
  computeComposite: { request: composite },
  computeWeights: { request: weights, answer: () => computeWeights(weights) },
  computeSensitivity: { request: sensitivity, answer: () => computeSensitivity(sensitivity) },
  computeGroups: { request: groups, answer: () => computeGroups(groups) },
  computeCoupling: { request: coupling, answer: () => computeCoupling(coupling) },
  putAreas: {
    request: {
      areas: [
        { code: '110112', name: '通州区', nameEn: 'Tongzhou' },
        {
          code: '110112-01',
          name: '永顺镇',
          nameEn: 'Yongshun',
          parentCode: '110112',
          setting: 'urban',
          grouping: '中心',
        },
        {
          code: '110112-02',
          name: '漷县镇',
          nameEn: 'Huoxian',
          parentCode: '110112',
          setting: 'rural',
          grouping: '外围',
        },
      ],
    },
  },
  putPopulations: {
    request: {
      populations: [
        { areaCode: '110112-01', period: '2024', value: 184_029 },
        { areaCode: '110112-02', period: '2024', value: 63_870 },
      ],
    },
  },
  createFramework: { request: { name: '卫生专项框架', nameEn: 'Health framework', body } },
  updateFramework: { request: { body, note: '提高医师数权重' } },
  createApiKey: { request: { name: '数据中心同步', scopes: ['data:read', 'data:write'], expiresInDays: 365 } },
}
