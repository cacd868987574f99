import { describe, expect, it } from 'vitest'
import { daysUntil, formatDate, formatDateTime, formatPeriod } from '../../../web/format/date.ts'

describe('formatDate', () => {
  it('shows Beijing time, whatever the zone of the machine', () => {
    expect(formatDate('2025-02-28T16:30:00Z', 'zh-CN')).toBe('2025年3月1日')
    expect(formatDate('2025-02-28T16:30:00Z', 'en')).toBe('1 Mar 2025')
    expect(formatDateTime('2025-02-28T16:05:00Z', 'zh-CN')).toBe('2025年3月1日 00:05')
    expect(formatDateTime(Date.UTC(2025, 0, 1, 6, 5), 'en')).toBe('1 Jan 2025, 14:05')
  })
  it('shows a dash for nothing and for no date', () => {
    for (const nothing of [null, undefined, '', 'yesterday']) expect(formatDate(nothing, 'zh-CN')).toBe('—')
  })
})

describe('formatPeriod', () => {
  it('names years, halves, quarters and months', () => {
    expect(['2024', '2024-H1', '2024-H2', '2024-Q3', '2024-07'].map((period) => formatPeriod(period, 'zh-CN'))).toEqual(
      ['2024年', '2024年上半年', '2024年下半年', '2024年第3季度', '2024年7月'],
    )
    expect(['2024', '2024-H1', '2024-Q3', '2024-12'].map((period) => formatPeriod(period, 'en'))).toEqual([
      '2024',
      'H1 2024',
      'Q3 2024',
      'Dec 2024',
    ])
  })
  it('leaves what it does not know as it is', () => {
    expect(formatPeriod('2024-13', 'zh-CN')).toBe('2024-13')
    expect(formatPeriod(null, 'en')).toBe('—')
  })
})

describe('daysUntil', () => {
  it('counts calendar days in Beijing, not spans of 24 hours', () => {
    const lateEvening = new Date('2025-03-01T15:50:00Z') // 23:50 on 1 March in Beijing
    expect(daysUntil('2025-03-01T16:10:00Z', lateEvening)).toBe(1)
    expect(daysUntil('2025-03-01T15:59:00Z', lateEvening)).toBe(0)
    expect(daysUntil('2025-02-27T16:00:00Z', lateEvening)).toBe(-1)
    expect(daysUntil('never', lateEvening)).toBeNull()
  })
})
