/** The few words that charts say by themselves (kinds, buttons, marks, key help). `chartWords(lang)` needs no page,
 * so that sentences can be tested outside a browser. */
import { dictionary } from '../i18n/dictionary.ts'
import type { Lang } from './lang.ts'

const chartDictionary = dictionary({
  bars: ['横条图', 'Bar chart'],
  strip: ['点带图', 'Strip of dots'],
  lorenz: ['洛伦兹曲线', 'Lorenz curve'],
  scatter: ['散点图', 'Scatter plot'],
  lines: ['折线图', 'Line chart'],
  multiples: ['小图组', 'Small multiples'],
  heat: ['热力表', 'Heat table'],
  parts: ['堆叠条图', 'Stacked bars'],
  radar: ['雷达图', 'Radar chart'],
  slope: ['坡度图', 'Slope chart'],
  intervals: ['区间图', 'Interval chart'],
  chart: ['图', 'Chart'],
  table: ['数据表', 'Data table'],
  view: ['显示方式', 'View'],
  csv: ['下载 CSV', 'Download CSV'],
  png: ['下载图片', 'Download image'],
  source: (text: string) => [`来源：${text}`, `Source: ${text}`],
  demo: ['演示数据', 'Demo data'],
  demoLong: ['演示数据，非真实统计', 'Demo data, not real statistics'],
  loading: ['正在绘图', 'Drawing the chart'],
  failed: [
    '图未能载入，数据表中有同样的数字。',
    'The chart could not be loaded; the data table holds the same numbers.',
  ],
  empty: ['没有可以画的数据', 'There are no data to draw'],
  missing: ['缺失', 'missing'],
  imputed: ['插补', 'imputed'],
  treated: ['已作异常值处理', 'outlier treated'],
  suppressed: ['已抑制', 'suppressed'],
  breakMark: ['口径变动', 'definition changed'],
  breakAt: (period: string, note: string) => [
    `自${period}起口径变动：${note}。前后不作比较。`,
    `Definition changed from ${period}: ${note}. Before and after are not compared.`,
  ],
  target: ['目标', 'Target'],
  mean: ['均值', 'Mean'],
  rank: ['名次', 'Rank'],
  area: ['地区', 'Area'],
  value: ['数值', 'Value'],
  low: ['下限', 'Lower end'],
  high: ['上限', 'Upper end'],
  period: ['时期', 'Period'],
  note: ['说明', 'Note'],
  unit: ['单位', 'Unit'],
  status: ['数据性质', 'Data status'],
  medianRank: ['中位名次', 'Median rank'],
  notRanked: ['不排名', 'not ranked'],
  peakAt: (label: string, at: string) => [`${label}：峰值在 ${at}`, `${label}: peak at ${at}`],
  change: ['变化', 'Change'],
  keys: [
    '方向键逐点查看，Home、End 到两端，Enter 选定，Esc 离开',
    'Arrow keys move from point to point, Home and End go to the ends, Enter selects, Esc leaves',
  ],
  gridKeys: ['方向键逐格查看，Enter 打开这一格', 'Arrow keys move from cell to cell, Enter opens the cell'],
  points: (title: string) => [`逐点查看：${title}`, `Points of: ${title}`],
  more: ['其余见数据表', 'the rest is in the data table'],
  moreRows: (shown: number, total: number) => [
    `显示前 ${shown} 行，共 ${total} 行；全部在 CSV 中。`,
    `First ${shown} of ${total} rows; the CSV has them all.`,
  ],
  find: ['查找地区', 'Find an area'],
  notFound: ['没有找到', 'Not found'],
  earlier: ['前一段', 'Previous'],
  later: ['后一段', 'Next'],
  span: (from: number, to: number, total: number) => [
    `第 ${from}–${to} 个，共 ${total} 个`,
    `${from}–${to} of ${total}`,
  ],
  percentMode: ['占比', 'Share'],
  absoluteMode: ['绝对值', 'Absolute'],
  legendLow: ['低', 'low'],
  legendHigh: ['高', 'high'],
  normalised: ['标准化得分', 'Normalised score'],
  equality: ['均等化程度', 'Degree of equality'],
  // The lines are the group's own means, so nothing here may say “even” or “uneven”.
  highEven: ['得分、均等化均高于均值', 'Both above the mean'],
  highUneven: ['得分高于、均等化低于均值', 'Score above, equality below'],
  lowEven: ['得分低于、均等化高于均值', 'Score below, equality above'],
  lowUneven: ['得分、均等化均低于均值', 'Both below the mean'],
  quadrant: ['象限', 'Quadrant'],
  cumulativeShare: ['地区或人口累计占比', 'Cumulative share of areas or people'],
  cumulativeValue: ['数量累计占比', 'Cumulative share of the total'],
  equalLine: ['完全均等', 'Perfect equality'],
  allOthers: ['其余', 'Others'],
})

export type ChartKind =
  | 'bars'
  | 'strip'
  | 'lorenz'
  | 'scatter'
  | 'lines'
  | 'multiples'
  | 'heat'
  | 'parts'
  | 'radar'
  | 'slope'
  | 'intervals'

export function chartWords(lang: Lang): typeof chartDictionary.zh {
  return lang === 'en' ? chartDictionary.en : chartDictionary.zh
}

/** 「第 3 名」 or "rank 3"; shared ranks say so. */
export function rankWords(rank: number | null, tied: boolean, lang: Lang): string {
  if (rank === null) return chartWords(lang).notRanked
  if (lang === 'en') return `rank ${rank}${tied ? ' (shared)' : ''}`
  return `${tied ? '并列' : ''}第 ${rank} 名`
}
