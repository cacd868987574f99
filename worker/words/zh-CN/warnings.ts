/** What a reader of a result must know, by the code of a stored warning. */
import type { WarningCode } from '../../contract/names.ts'

interface Place {
  /** Name of the node that the warning is about. */
  readonly name: string
  /** Its code, or what else stands at its place: a period, a count. */
  readonly node: string
  /** Empty where it holds for all. */
  readonly period: string
  /** How many adjusted cells a result lists. */
  readonly listed: number
}
/** Same words whatever it is about. */
const always =
  (text: string): ((place: Place) => string) =>
  () =>
    text
const when = (period: string): string => (period === '' ? '' : `（${period}）`)

export const warnings = {
  'indicator-without-values': ({ name }: Place) => `“${name}”在所选时期没有任何数据，未参与计分`,
  'unweighted-period': ({ node }: Place) => `${node} 缺少部分地区的人口，均值和指数未按人口加权`,
  'constant-indicator': ({ name, period }: Place) => `“${name}”${when(period)}各地区数值相同，无法区分高低，均计中间值`,
  'floored-zero': ({ name }: Place) => `${name} 有得分低于下限，几何或调和平均前已提至下限`,
  'no-score': ({ name, period }: Place) => `“${name}”${when(period)}有数值无法换算为得分`,
  'equality-unweighted': always('部分时期缺少人口，均等化程度在所有时期都按地区等权计算'),
  'outside-scale': ({ name, period }: Place) =>
    `“${name}”${when(period)}有数值超出该指标的量表范围，未计算均等化程度；请核对数据或量表`,
  'degree-clipped': ({ name, period }: Place) => `“${name}”${when(period)}差异过大，均等化程度按 0 计`,
  'older-engine': always('此评价由旧版引擎计算，没有实现度和由原始值计算的均等化程度；请重新运行'),
  'touched-cut': ({ node }: Place) => `共处理 ${node} 个数值，只列出前一部分`,
  'warnings-cut': ({ node }: Place) => `共有 ${node} 条提示，只列出前一部分`,
} satisfies Record<WarningCode, (place: Place) => string>
