import { describe, expect, it } from 'vitest'
import { cellText, fileName, tableToCsv } from '../../../../web/charts/table.ts'

const table = {
  caption: '综合得分 2024',
  columns: [{ label: '地区' }, { label: '得分', unit: '分', digits: 1 }],
  rows: [
    ['通州区', 82.3456],
    ['=SUM(A1)', null],
  ],
} as const

describe('tableToCsv', () => {
  it('starts with the byte order mark and carries full precision', () => {
    const csv = tableToCsv(table, { lang: 'zh-CN' })
    expect(csv.startsWith('\uFEFF地区,得分（分）\r\n')).toBe(true)
    expect(csv).toContain('通州区,82.3456\r\n')
  })
  it('leaves a missing value empty and disarms formulas', () =>
    expect(tableToCsv(table, { lang: 'zh-CN' })).toContain("'=SUM(A1),\r\n"))
  it('marks every row of demo data in a column of its own', () => {
    const csv = tableToCsv(table, { lang: 'zh-CN', demoMark: '演示数据' })
    expect(csv.split('\r\n').slice(0, 3)).toEqual([
      '\uFEFF地区,得分（分）,数据性质',
      '通州区,82.3456,演示数据',
      "'=SUM(A1),,演示数据",
    ])
  })
  it('ends with its notes', () =>
    expect(
      tableToCsv(table, { lang: 'en', notes: ['Source: x', ''] })
        .trimEnd()
        .endsWith('# Source: x'),
    ).toBe(true))
})

describe('cellText', () => {
  it('rounds for the page as the column says', () => expect(cellText(82.3456, table.columns[1], 'zh-CN')).toBe('82.3'))
  it('shows missing as a dash', () => {
    expect(cellText(null, table.columns[1], 'zh-CN')).toBe('—')
    expect(cellText(undefined, table.columns[1], 'zh-CN')).toBe('—')
  })
  it('shows zero as zero', () => expect(cellText(0, table.columns[1], 'zh-CN')).toBe('0.0'))
})

describe('fileName', () => {
  it('joins what there is and replaces what file systems refuse', () =>
    expect(fileName(['综合得分 2024/甲', undefined, '演示数据'], 'csv')).toBe('综合得分-2024-甲_演示数据.csv'))
  it('is never empty', () => expect(fileName([undefined], 'png')).toBe('junheng.png'))
})
