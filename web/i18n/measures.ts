/** Names of indices, method choices, reasons and warnings: the vocabulary that results are written in. */
import { dictionary } from './dictionary.ts'

export const indexWords = dictionary({
  cv: ['变异系数', 'Coefficient of variation'],
  gini: ['基尼系数', 'Gini coefficient'],
  theilT: ['泰尔指数 T', 'Theil T'],
  theilL: ['泰尔指数 L', 'Theil L'],
  atkinson: ['阿特金森指数', 'Atkinson index'],
  hoover: ['胡佛指数', 'Hoover index'],
  ratioMaxMin: ['最大最小比', 'Max/min ratio'],
  range: ['极差', 'Range'],
  relativeRange: ['相对极差', 'Relative range'],
  degree: ['均等化程度', 'Degree of equality'],
  score: ['得分', 'Score'],
})

export const conventionWords = dictionary({
  cv: ['总体标准差 ÷ 均值', 'population s.d. ÷ mean'],
  gini: ['任两地区之差的平均 ÷ 两倍均值', 'mean difference between any two areas ÷ twice the mean'],
  theilT: ['Σ p (x/μ) ln(x/μ)', 'Σ p (x/μ) ln(x/μ)'],
  theilL: ['Σ p ln(μ/x)', 'Σ p ln(μ/x)'],
  atkinson: ['ε = 0.5', 'ε = 0.5'],
  hoover: ['与均值之差绝对值之和的一半 ÷ 总量', 'half the sum of absolute deviations from the mean ÷ total'],
  ratioMaxMin: ['最高 ÷ 最低', 'highest ÷ lowest'],
  range: ['最高 − 最低', 'highest − lowest'],
  relativeRange: ['（最高 − 最低）÷ 均值', '(highest − lowest) ÷ mean'],
  weighted: ['按人口加权', 'weighted by population'],
  unweighted: ['各地区权重相同', 'every area counts the same'],
})

export const reasonWords = dictionary({
  'too-few-areas': ['有数值的地区不足两个', 'fewer than two areas have a value'],
  'negative-value': ['有地区为负值', 'an area has a negative value'],
  'non-positive-value': ['有地区为零或负值', 'an area is zero or negative'],
  'non-positive-mean': ['均值不为正', 'the mean is not positive'],
  'zero-divisor': ['最低值为零', 'the lowest value is zero'],
  'no-weight': ['缺少人口', 'populations are missing'],
  constant: ['各地区相同', 'every area is the same'],
  'missing-group': ['缺少分组', 'a group is missing'],
  'not-applicable': ['不适用', 'not applicable'],
  'one-group': ['所有地区同属一组', 'all areas are in one group'],
  'too-many-groups': ['分组超过 50 个', 'more than 50 groups'],
  'outside-scale': ['有数值超出该指标的量表', 'a value lies outside the indicator’s scale'],
  'low-coverage': ['有均等化程度的指标权重不足', 'too little of the weight has a degree'],
  overflow: ['数值过大', 'the numbers are too large'],
})

export const methodWords = dictionary({
  treatment: ['异常值处理', 'Outlier treatment'],
  'treatment.none': ['不处理', 'None'],
  'treatment.winsorise': ['缩尾', 'Winsorise'],
  'treatment.tukey': ['四分位距界限', 'Tukey fences'],
  imputation: ['缺失值插补', 'Imputation'],
  'imputation.none': ['不插补', 'None'],
  'imputation.median': ['同期中位数', 'Median of the period'],
  'imputation.locf': ['沿用上期', 'Last value carried forward'],
  normalisation: ['标准化', 'Normalisation'],
  'normalisation.minmax': ['极差法', 'Min–max'],
  'normalisation.target': ['目标实现度', 'Attainment of target'],
  'normalisation.zscore': ['Z 分数', 'Z-score'],
  'normalisation.efficacy': ['功效系数', 'Efficacy coefficient'],
  'normalisation.rank': ['名次法', 'Rank'],
  bounds: ['上下界取自', 'Bounds from'],
  'bounds.sample': ['当期样本', 'Each period’s sample'],
  'bounds.pooled': ['各期合并', 'All periods together'],
  'bounds.goalposts': ['评价框架给定的上下界', 'The framework’s goalposts'],
  'bounds.anchors': ['不允许值与目标值', 'Floor and target'],
  weighting: ['权重', 'Weights'],
  'weighting.given': ['评价框架给定', 'As the framework gives them'],
  'weighting.equal': ['同级等权', 'Equal among siblings'],
  aggregation: ['合成', 'Aggregation'],
  'aggregation.arithmetic': ['算术平均', 'Arithmetic mean'],
  'aggregation.geometric': ['几何平均', 'Geometric mean'],
  'aggregation.harmonic': ['调和平均', 'Harmonic mean'],
  missing: ['有缺失时', 'When values are missing'],
  'missing.renormalise': ['其余指标重新分配权重', 'Reweight what is there'],
  'missing.strict': ['上级得分也缺失', 'The parent is missing too'],
  minCoverage: ['最低覆盖率', 'Least coverage'],
  equalityFamily: ['均等化程度的离散指标', 'Dispersion behind the degree of equality'],
  realizationCoverage: ['实现度的最低覆盖', 'Least coverage of the realization'],
  equalityWeighting: ['均等化程度的加权', 'Weighting of the degree of equality'],
  'kind.root': ['综合', 'Composite'],
  'kind.dimension': ['维度', 'Dimension'],
  'kind.domain': ['领域', 'Domain'],
  'kind.category': ['类别', 'Category'],
  'kind.indicator': ['指标', 'Indicator'],
})

export type IndexKey =
  | 'cv'
  | 'gini'
  | 'theilT'
  | 'theilL'
  | 'atkinson'
  | 'hoover'
  | 'ratioMaxMin'
  | 'range'
  | 'relativeRange'

export const INDEX_KEYS: readonly IndexKey[] = [
  'gini',
  'cv',
  'theilT',
  'theilL',
  'atkinson',
  'hoover',
  'ratioMaxMin',
  'range',
  'relativeRange',
]

export function isIndexKey(key: string): key is IndexKey {
  return (INDEX_KEYS as readonly string[]).includes(key)
}

/** The words of a reason code; an unknown code is shown as it is. */
export function reasonText(reason: string | undefined, words: Readonly<Record<string, string>>): string {
  return reason === undefined ? '' : (words[reason] ?? reason)
}
