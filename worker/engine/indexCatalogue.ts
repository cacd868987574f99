/** The catalogue of indices: each is born here, with its name, its parameter, what is kept of it and its kernel. Keys, checks,
 * wire enumerations, names on pages, the glossary and cost estimates are read from it; how to read an index stands on the
 * methods page (web/features/methods/indices.ts). */
import { atkinson } from './indices/atkinson.ts'
import { cv } from './indices/cv.ts'
import { ge } from './indices/ge.ts'
import { gini } from './indices/gini.ts'
import { hoover } from './indices/hoover.ts'
import { lorenz } from './indices/lorenz.ts'
import { p90p10 } from './indices/p90p10.ts'
import { palma } from './indices/palma.ts'
import { quintileRatio } from './indices/quintileRatio.ts'
import { range } from './indices/range.ts'
import { ratioMaxMin } from './indices/ratioMaxMin.ts'
import { relativeRange } from './indices/relativeRange.ts'
import { theilL } from './indices/theilL.ts'
import { theilT } from './indices/theilT.ts'
import { urbanRuralGap } from './indices/urbanRuralGap.ts'
import { urbanRuralRatio } from './indices/urbanRuralRatio.ts'
import type { Column } from './numeric/column.ts'
import { ln } from './numeric/ln.ts'
import { without } from './numeric/measure.ts'
import { moran } from './space/moran.ts'
import type { Measure, Values } from './types.ts'

type Both = readonly [zh: string, en: string]

interface IndexFacts {
  readonly name: Both
  /** Evaluations keep it for every node and indicator; how it was taken, in words. */
  readonly kept?: Both
  /** The parameter it is asked for with, as an option of its own key. */
  readonly parameter?: {
    readonly symbol: string
    readonly default: number
    /** Smallest value allowed. */
    readonly least: number
    readonly about: string
  }
  /** What it needs beyond the column: labels of urban and rural areas, neighbours, or that somebody asks for it. */
  readonly needs?: 'sides' | 'neighbours' | 'asking'
  /** In the unit of the values; all others are pure numbers. */
  readonly inUnit?: true
  /** Largest value without weights among n ≥ 2 areas and x ≥ 0: one area holds everything. Absent: no bound. */
  readonly maximum?: (n: number) => number
}

/** In the order in which results are printed. */
export const INDICES = {
  cv: {
    name: ['变异系数', 'Coefficient of variation'],
    kept: ['总体标准差 ÷ 均值', 'population s.d. ÷ mean'],
    maximum: (n) => Math.sqrt(n - 1),
  },
  gini: {
    name: ['基尼系数', 'Gini coefficient'],
    kept: ['任两地区之差的平均 ÷ 两倍均值', 'mean difference between any two areas ÷ twice the mean'],
    maximum: (n) => 1 - 1 / n,
  },
  theilT: {
    name: ['泰尔指数 T', 'Theil T'],
    kept: ['Σ p (x/μ) ln(x/μ)', 'Σ p (x/μ) ln(x/μ)'],
    maximum: (n) => ln(n),
  },
  theilL: { name: ['泰尔指数 L', 'Theil L'], kept: ['Σ p ln(μ/x)', 'Σ p ln(μ/x)'] },
  ge: {
    name: ['广义熵指数', 'Generalised entropy'],
    parameter: {
      symbol: 'α',
      default: 2,
      least: -Infinity,
      about: 'Parameter α of generalised entropy, one or several.',
    },
  },
  atkinson: {
    name: ['阿特金森指数', 'Atkinson index'],
    kept: ['ε = 0.5', 'ε = 0.5'],
    parameter: {
      symbol: 'ε',
      default: 0.5,
      least: 0,
      about: 'Aversion ε of the Atkinson index, one or several; 0.5 unless told otherwise.',
    },
    maximum: (n) => 1 - 1 / n,
  },
  hoover: {
    name: ['胡佛指数', 'Hoover index'],
    kept: ['与均值之差绝对值之和的一半 ÷ 总量', 'half the sum of absolute deviations from the mean ÷ total'],
    maximum: (n) => 1 - 1 / n,
  },
  ratioMaxMin: { name: ['最大最小比', 'Max/min ratio'], kept: ['最高 ÷ 最低', 'highest ÷ lowest'] },
  range: { name: ['极差', 'Range'], kept: ['最高 − 最低', 'highest − lowest'], inUnit: true },
  relativeRange: {
    name: ['相对极差', 'Relative range'],
    kept: ['（最高 − 最低）÷ 均值', '(highest − lowest) ÷ mean'],
    maximum: (n) => n,
  },
  p90p10: { name: ['P90/P10 分位比', 'P90/P10 ratio'] },
  palma: { name: ['帕尔马比', 'Palma ratio'] },
  quintileRatio: { name: ['五分位份额比', 'Quintile share ratio'] },
  urbanRuralRatio: { name: ['城乡比', 'Urban–rural ratio'], needs: 'sides' },
  urbanRuralGap: { name: ['城乡差', 'Urban–rural gap'], needs: 'sides', inUnit: true },
  lorenz: { name: ['洛伦兹曲线', 'Lorenz curve'], needs: 'asking' },
  moran: { name: ['莫兰指数', 'Moran’s I'], needs: 'neighbours' },
} as const satisfies Readonly<Record<string, IndexFacts>>

type Facts = typeof INDICES
export type IndexKey = keyof Facts
type With<Part> = { [key in IndexKey]: Facts[key] extends Part ? key : never }[IndexKey]
export type ParameterKey = With<{ readonly parameter: unknown }>
export type KeptKey = With<{ readonly kept: unknown }>
/** Indices of one column that are a single number whatever the options. */
export type ScalarKey = Exclude<IndexKey, ParameterKey | With<{ readonly needs: unknown }>>

/** Guarantee: exactly the keys of INDICES, in their order. */
export const INDEX_KEYS = Object.keys(INDICES) as IndexKey[]
export const factsOf = (key: IndexKey): IndexFacts => INDICES[key]
export const isParameterKey = (key: IndexKey): key is ParameterKey => factsOf(key).parameter !== undefined
export const PARAMETER_KEYS: readonly ParameterKey[] = INDEX_KEYS.filter(isParameterKey)
const isKept = (key: IndexKey): key is KeptKey => factsOf(key).kept !== undefined
/** What evaluations keep for each node and indicator. */
export const KEPT_INDICES: readonly KeptKey[] = INDEX_KEYS.filter(isKept)

export type IndexOptions = {
  /** CV with n − 1. */
  readonly sample?: boolean
  /** Gini × n/(n − 1). */
  readonly unbiased?: boolean
} & {
  /** The parameter of the index of that key: one number or several. */
  readonly [key in ParameterKey]?: number | readonly number[]
}

export const SCALAR_INDICES: { readonly [key in ScalarKey]: (column: Column, options: IndexOptions) => Measure } = {
  cv: (column, { sample = false }) => cv(column, undefined, { sample }),
  gini: (column, { unbiased = false }) => gini(column, undefined, { unbiased }),
  theilT: (column) => theilT(column),
  theilL: (column) => theilL(column),
  hoover: (column) => hoover(column),
  ratioMaxMin: (column) => ratioMaxMin(column),
  range: (column) => range(column),
  relativeRange: (column) => relativeRange(column),
  p90p10: (column) => p90p10(column),
  palma: (column) => palma(column),
  quintileRatio: (column) => quintileRatio(column),
}

export const PARAMETER_INDICES: { readonly [key in ParameterKey]: (column: Column, parameter: number) => Measure } = {
  ge: (column, alpha) => ge(column, undefined, { alpha }),
  atkinson: (column, epsilon) => atkinson(column, undefined, { epsilon }),
}

interface Surroundings {
  readonly values: Values
  readonly weights?: readonly number[]
  readonly groups?: readonly string[]
  readonly neighbours?: readonly (readonly number[])[]
}

/** Those that look beyond the sorted column. */
export const OTHER_INDICES = {
  urbanRuralRatio: (_column: Column, { values, groups, weights }: Surroundings) =>
    groups === undefined ? without('missing-group') : urbanRuralRatio(values, groups, weights),
  urbanRuralGap: (_column: Column, { values, groups, weights }: Surroundings) =>
    groups === undefined ? without('missing-group') : urbanRuralGap(values, groups, weights),
  lorenz: (column: Column) => lorenz(column),
  moran: (_column: Column, { values, neighbours }: Surroundings) =>
    neighbours === undefined ? without('not-applicable') : moran(values, neighbours),
}
