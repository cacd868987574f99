/** Patterns of dates, periods, ranges and large numbers, and the marks between words: full width, without spaces. */
type Steps = readonly (readonly [from: number, suffix: string])[]

/** Large counts at a glance, from the largest step. */
const steps: Steps = [
  [1e12, '万亿'],
  [1e8, '亿'],
  [1e4, '万'],
]
/** The same on an axis. */
const axisSteps: Steps = [
  [1e8, '亿'],
  [1e4, '万'],
]

export default {
  colon: '：',
  comma: '，',
  /** Between the words of a list. */
  listComma: '、',
  semicolon: '；',
  stop: '。',
  open: '（',
  close: '）',
  date: (year: string, month: number, day: number) => `${year}年${month}月${day}日`,
  dateTime: (date: string, time: string) => `${date} ${time}`,
  year: (year: string) => `${year}年`,
  /** 1 or 2. */
  half: (year: string, half: number) => `${year}年${half === 1 ? '上' : '下'}半年`,
  quarter: (year: string, quarter: number) => `${year}年第${quarter}季度`,
  month: (year: string, month: number) => `${year}年${month}月`,
  /** An interval whose lower end is negative, where a dash would mislead. */
  range: (low: string, high: string) => `${low} 至 ${high}`,
  /** Two percentages differ by points; the head of a column has no number before it. */
  percentagePoints: '个百分点',
  percentagePointsHead: '百分点',
  perMillePoints: '个千分点',
  perMillePointsHead: '千分点',
  steps,
  /** Between the step and a unit after it: 1.2万人. */
  stepGap: '',
  axisSteps,
  axisGap: ' ',
  /** Parts of a field's path: 地区 第 4 项 代码. */
  item: (n: number) => `第 ${n} 项`,
  partGap: ' ',
}
