/** Method choices, reasons and warnings: the vocabulary that results are written in. Names of indices: web/features/methods/catalogueWords.ts. */
import { dictionary } from './dictionary.ts'

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

/** The words of a reason code; an unknown code is shown as it is. */
export function reasonText(reason: string | undefined, words: Readonly<Record<string, string>>): string {
  return reason === undefined ? '' : (words[reason] ?? reason)
}
