/** Names of the dispersion indices that evaluations store. */
export default {
  cv: '变异系数',
  gini: '基尼系数',
  theilT: '泰尔指数 T',
  theilL: '泰尔指数 L',
  atkinson: '阿特金森指数',
  hoover: '胡佛指数',
  ratioMaxMin: '最大最小比',
  range: '极差',
  relativeRange: '相对极差',
  degree: '均等化程度',
  score: '得分',
}
