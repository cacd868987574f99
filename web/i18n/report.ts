/** Words of the printed report. */
import { dictionary } from './dictionary.ts'

export const reportWords = dictionary({
  open: ['打印 / 导出 PDF', 'Print / export PDF'],
  print: ['打印或存为 PDF', 'Print or save as PDF'],
  back: ['返回', 'Back'],
  hint: [
    'A4 纵向。在打印窗口中选择“另存为 PDF”即得到文件。',
    'A4 portrait. Choose “Save as PDF” in the print window to get a file.',
  ],
  crumb: ['报告', 'Report'],
  headline: ['概况', 'At a glance'],
  ranking: ['各地区得分与名次', 'Scores and ranks of the areas'],
  equality: ['均等化', 'Equalization'],
  shortBoards: ['短板：与目标的差距', 'Short boards: gaps to target'],
  domains: ['各领域', 'By domain'],
  parts: ['差距从哪里来', 'Where the gap comes from'],
  values: ['各地区各指标的数值', 'Every value of every indicator'],
  method: ['方法与来源', 'Method and sources'],
  firstBars: (shown: number, all: number) => [
    `图中为前 ${shown} 位；全部 ${all} 个地区见下表。`,
    `The chart shows the first ${shown}; the table below holds all ${all} areas.`,
  ],
  versionOf: (n: number) => [`评价框架第 ${n} 版`, `framework version ${n}`],
})
