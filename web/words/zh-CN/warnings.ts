/** What a reader of a published result must know, by the code in the publication. `period` is empty where it holds for all. */
const when = (period: string): string => (period === '' ? '' : `（${period}）`)

export default {
  'indicator-without-values': (name: string) => `“${name}”在所选时期没有任何数据，未参与计分`,
  'unweighted-period': (_: string, period: string) => `${period}缺少部分地区的人口，均值和指数未按人口加权`,
  'constant-indicator': (name: string, period: string) =>
    `“${name}”${when(period)}各地区数值相同，无法区分高低，均计中间值`,
  'floored-zero': (name: string) => `${name}有得分低于下限，几何或调和平均前已提至下限`,
  'no-score': (name: string, period: string) => `“${name}”${when(period)}有数值无法换算为得分`,
  'equality-unweighted': '部分时期缺少人口，均等化程度在所有时期都按地区等权计算',
  'outside-scale': (name: string, period: string) =>
    `“${name}”${when(period)}有数值超出该指标的量表范围，未计算均等化程度`,
  'degree-clipped': (name: string, period: string) => `“${name}”${when(period)}差异过大，均等化程度按 0 计`,
  'older-engine': '此评价由旧版引擎计算，没有实现度和由原始值计算的均等化程度',
}
