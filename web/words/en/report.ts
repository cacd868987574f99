/** Words of the printed report. */
import type { Words } from '../../i18n/area.ts'
import type zh from '../zh-CN/report.ts'

export default {
  open: 'Print / export PDF',
  print: 'Print or save as PDF',
  back: 'Back',
  hint: 'A4 portrait. Choose “Save as PDF” in the print window to get a file.',
  headline: 'At a glance',
  ranking: 'Scores and ranks of the areas',
  equality: 'Equalization',
  gaps: 'Short boards: gaps to target',
  domains: 'By domain',
  parts: 'Where the gap comes from',
  values: 'Every value of every indicator',
  method: 'Method and sources',
  firstBars: (shown, all) => `The chart shows the first ${shown}; the table below holds all ${all} areas.`,
  versionOf: (n) => `framework version ${n}`,
} satisfies Words<typeof zh>
