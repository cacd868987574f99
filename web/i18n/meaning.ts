/** What numbers are called (methods §9): the two headlines besides the score, their conventions, anchors and cautions. */
import { dictionary } from './dictionary.ts'

export const meaningWords = dictionary({
  'family.cv': ['变异系数法', 'coefficient of variation'],
  'family.gini': ['基尼系数法', 'Gini coefficient'],
  'weighting.population': ['按人口加权', 'weighted by population'],
  'weighting.none': ['各地区等权', 'areas count alike'],
  populationSd: ['总体标准差', 'population s.d.'],
  areas: (n: number) => [`n = ${n} 个地区`, `n = ${n} areas`],
  noConvention: ['旧版结果，未注明口径', 'an earlier result without a stated convention'],
  realization: ['实现度', 'Realization'],
  realizationCoverage: (share: string) => [
    `按有标准或规划目标的指标计算，覆盖 ${share} 的权重`,
    `over indicators with a standard or planned target: ${share} of the weight`,
  ],
  realizationNone: [
    '有标准或规划目标的指标不足评价框架规定的权重，不给出实现度',
    'too little of the weight has a standard or planned target to state a realization',
  ],
  degree: ['均等化程度', 'Degree of equality'],
  scoreDispersion: ['得分离散', 'Dispersion of scores'],
  scoreDispersionNote: [
    '综合得分没有真正的零点，离散系数只作参考，不是均等化程度',
    'scores have no true zero, so this is for reference and is no degree of equality',
  ],
  score: ['综合得分', 'Overall score'],
})
