/** How each index is computed, in one line. */
export default {
  cv: '总体标准差 ÷ 均值',
  gini: '任两地区之差的平均 ÷ 两倍均值',
  theilT: 'Σ p (x/μ) ln(x/μ)',
  theilL: 'Σ p ln(μ/x)',
  atkinson: 'ε = 0.5',
  hoover: '与均值之差绝对值之和的一半 ÷ 总量',
  ratioMaxMin: '最高 ÷ 最低',
  range: '最高 − 最低',
  relativeRange: '（最高 − 最低）÷ 均值',
  weighted: '按人口加权',
  unweighted: '各地区权重相同',
}
