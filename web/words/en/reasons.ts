/** Why a number has no value. */
import type { Words } from '../../i18n/area.ts'
import type zh from '../zh-CN/reasons.ts'

export default {
  'too-few-areas': 'fewer than two areas have a value',
  'negative-value': 'an area has a negative value',
  'non-positive-value': 'an area is zero or negative',
  'non-positive-mean': 'the mean is not positive',
  'zero-divisor': 'the lowest value is zero',
  'no-weight': 'populations are missing',
  constant: 'every area is the same',
  'missing-group': 'a group is missing',
  'not-applicable': 'not applicable',
  'one-group': 'all areas are in one group',
  'too-many-groups': 'more than 50 groups',
  'outside-scale': 'a value lies outside the indicator’s scale',
  'low-coverage': 'too little of the weight has a degree',
  overflow: 'the numbers are too large',
} satisfies Words<typeof zh>
