/** Every method the product names, by the anchor on /methods. Loaded when a term is first asked about, never at start. */
import { aggregationMethods } from './aggregation.ts'
import { certaintyMethods } from './certainty.ts'
import { diagnosisMethods } from './diagnosis.ts'
import { indexMethods } from './indices.ts'
import type { MethodText } from './MethodText.ts'
import { normalisationMethods } from './normalisation.ts'
import { timeMethods } from './time.ts'
import { weightMethods } from './weights.ts'
import { whoMethods } from './who.ts'

export type { MethodText }

const all = {
  ...normalisationMethods,
  ...weightMethods,
  ...aggregationMethods,
  ...indexMethods,
  ...diagnosisMethods,
  ...timeMethods,
  ...certaintyMethods,
  ...whoMethods,
} as const

export type MethodKey = keyof typeof all

export const methods: Readonly<Record<MethodKey, MethodText>> = all

/** The chapters of the methods page, in reading order. */
export const methodChapters: readonly {
  readonly key: string
  readonly name: string
  readonly nameEn: string
  readonly methods: Readonly<Record<string, MethodText>>
}[] = [
  { key: 'normalisation', name: '从原始值到得分', nameEn: 'From raw value to score', methods: normalisationMethods },
  { key: 'weights', name: '权重', nameEn: 'Weights', methods: weightMethods },
  { key: 'aggregation', name: '合成与等级', nameEn: 'Aggregation and grades', methods: aggregationMethods },
  {
    key: 'indices',
    name: '均等化程度与离散指数',
    nameEn: 'Degree of equality and dispersion indices',
    methods: indexMethods,
  },
  { key: 'diagnosis', name: '差距从哪里来', nameEn: 'Where the gap comes from', methods: diagnosisMethods },
  { key: 'time', name: '随时间的变化', nameEn: 'Over time', methods: timeMethods },
  { key: 'certainty', name: '结果有多可靠', nameEn: 'How sure the result is', methods: certaintyMethods },
  { key: 'who', name: '世界卫生组织的分组差距指标', nameEn: 'WHO summary measures for groups', methods: whoMethods },
]
