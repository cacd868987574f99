/** Patterns of dates, periods, ranges and large numbers, and the marks between words, with their spaces. */
import type { Words } from '../../i18n/area.ts'
import type zh from '../zh-CN/format.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

export default {
  colon: ': ',
  comma: ', ',
  listComma: ', ',
  semicolon: '; ',
  stop: '. ',
  open: ' (',
  close: ')',
  date: (year, month, day) => `${day} ${MONTHS[month - 1] ?? ''} ${year}`,
  dateTime: (date, time) => `${date}, ${time}`,
  year: (year) => year,
  half: (year, half) => `H${half} ${year}`,
  quarter: (year, quarter) => `Q${quarter} ${year}`,
  month: (year, month) => `${MONTHS[month - 1] ?? ''} ${year}`,
  range: (low, high) => `${low} to ${high}`,
  percentagePoints: 'percentage points',
  percentagePointsHead: 'percentage points',
  perMillePoints: 'per mille points',
  perMillePointsHead: 'per mille points',
  steps: [
    [1e12, 'tn'],
    [1e9, 'bn'],
    [1e6, 'M'],
    [1e3, 'k'],
  ],
  stepGap: '\u00A0',
  axisSteps: [
    [1e9, 'B'],
    [1e6, 'M'],
    [1e3, 'K'],
  ],
  axisGap: '',
  item: (n) => `item ${n}`,
  partGap: ', ',
} satisfies Words<typeof zh>
