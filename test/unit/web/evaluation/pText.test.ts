import { expect, it } from 'vitest'
import { formatNumber } from '../../../../web/format/number.ts'
import { pText } from '../../../../web/features/evaluation/pText.ts'
import { scoresComparable } from '../../../../web/features/evaluation/model.ts'

const format = { number: (value: number | null | undefined, style?: object) => formatNumber(value, 'zh-CN', style) }

it('writes a p so small that three decimals would hide it as less than a thousandth', () => {
  expect([0.0167, 0.001, 0.00099, 1, null].map((p) => pText(p, format))).toEqual([
    '= 0.017',
    '= 0.001',
    '< 0.001',
    '= 1.000',
    '= —',
  ])
})

it('takes scores under each period’s own bounds as not comparable, unless they are attainment of targets', () => {
  expect(scoresComparable({ normalisation: 'minmax', bounds: 'sample' })).toBe(false)
  expect(scoresComparable({ normalisation: 'rank', bounds: 'sample' })).toBe(false)
  expect(scoresComparable({ normalisation: 'minmax', bounds: 'pooled' })).toBe(true)
  expect(scoresComparable({ normalisation: 'efficacy', bounds: 'goalposts' })).toBe(true)
  expect(scoresComparable({ normalisation: 'target', bounds: 'sample' })).toBe(true)
})
