/** A column that a file lacks is kept by its role; imports of earlier releases kept it in words. */
import { expect, it } from 'vitest'
import { problemView } from '../../../worker/services/import/problemView.ts'
import { WORDS } from '../../../worker/words/index.ts'
import type { Facts } from '../../../worker/services/import/problem.ts'

const told = (facts: Facts): string[] =>
  Object.values(WORDS).map(
    (words) =>
      problemView(
        {
          code: 'missing-column',
          row: 1,
          column: null,
          value: null,
          isHeader: true,
          count: 1,
          rowCount: 1,
          places: [],
          facts,
        },
        0,
        { clean: 0, isPartial: false },
        null,
        words,
      ).message,
  )

it('reads the same from an import of an earlier release', () => {
  const hints = { hint: '，上传时也没有选择时期', hintEn: ', and no period was chosen for the upload' }
  const now = told({ missing: 'period' })
  expect(now).toEqual([
    '表头缺少“时期”一列，上传时也没有选择时期。请补上后重新上传；尚未写入。',
    'Header: the column “period” is missing, and no period was chosen for the upload. Add it and upload again. Nothing has been written.',
  ])
  expect(told({ column: '时期', columnEn: 'period', ...hints })).toEqual(now)
  const none = { hint: '', hintEn: '' }
  expect(told({ column: '指标代码', columnEn: 'indicator_code', ...none })).toEqual(told({ missing: 'indicator' }))
  expect(told({ column: '名称', columnEn: 'name', ...none })).toEqual(told({ missing: 'name' }))
})
