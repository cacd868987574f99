import { describe, expect, it } from 'vitest'
import { formatNumber, formatPercent, formatRange, formatSigned, withUnit } from '../../../web/format/number.ts'
import { formatBytes, formatCompact } from '../../../web/format/compact.ts'

describe('formatNumber', () => {
  it('groups thousands and keeps at most two decimals unless told', () => {
    expect(formatNumber(1234567.891, 'zh-CN')).toBe('1,234,567.89')
    expect(formatNumber(2.8, 'en')).toBe('2.8')
    expect(formatNumber(2.8, 'en', { digits: 2 })).toBe('2.80')
  })
  it('shows a dash for what is missing and never a zero', () => {
    for (const missing of [null, undefined, Number.NaN, Number.POSITIVE_INFINITY])
      expect(formatNumber(missing, 'zh-CN')).toBe('—')
    expect(formatNumber(0, 'zh-CN')).toBe('0')
  })
  it('writes a real minus sign, and no sign on a zero', () => {
    expect(formatNumber(-3.5, 'zh-CN')).toBe('−3.5')
    expect(formatNumber(-0.001, 'zh-CN', { digits: 1 })).toBe('0.0')
    expect(formatNumber(-0, 'en')).toBe('0')
  })
  it('sets symbols close and words after a no-break space', () => {
    expect(withUnit('98.9', '%')).toBe('98.9%')
    expect(withUnit('2.8', '人/千人')).toBe('2.8\u00A0人/千人')
    expect(withUnit('5', '')).toBe('5')
  })
})

describe('formatPercent', () => {
  it('takes a share of one', () => {
    expect(formatPercent(0.1234, 'zh-CN')).toBe('12.3%')
    expect(formatPercent(1, 'en', 0)).toBe('100%')
    expect(formatPercent(null, 'en')).toBe('—')
  })
})

describe('formatSigned', () => {
  it('always carries its sign', () => {
    expect(formatSigned(2.34, 'zh-CN', { digits: 1 })).toBe('+2.3')
    expect(formatSigned(-0.84, 'zh-CN', { digits: 1 })).toBe('−0.8')
    expect(formatSigned(-0.01, 'zh-CN', { digits: 1 })).toBe('±0.0')
    expect(formatSigned(1.5, 'en', { unit: '%' })).toBe('+1.5%')
  })
})

describe('formatRange', () => {
  it('joins by a dash, by a word when a bound is negative', () => {
    expect(formatRange(71.2, 74.8, 'zh-CN', { digits: 1, unit: '%' })).toBe('71.2–74.8%')
    expect(formatRange(-1, 2, 'zh-CN')).toBe('−1 至 2')
    expect(formatRange(-1, 2, 'en')).toBe('−1 to 2')
    expect(formatRange(null, 2, 'en')).toBe('—')
  })
})

describe('formatCompact', () => {
  it('steps by 万 and 亿 in Chinese', () => {
    expect(formatCompact(9999, 'zh-CN')).toBe('1万')
    expect(formatCompact(9994, 'zh-CN')).toBe('9,994')
    expect(formatCompact(12345, 'zh-CN', '人')).toBe('1.23万人')
    expect(formatCompact(123456789, 'zh-CN')).toBe('1.23亿')
    expect(formatCompact(99_996_000, 'zh-CN')).toBe('1亿')
    expect(formatCompact(-250000, 'zh-CN')).toBe('−25万')
  })
  it('steps by thousands in English', () => {
    expect(formatCompact(999, 'en')).toBe('999')
    expect(formatCompact(12345, 'en')).toBe('12.3k')
    expect(formatCompact(1_400_000_000, 'en')).toBe('1.4bn')
    expect(formatCompact(12345, 'en', 'people')).toBe('12.3k\u00A0people')
    expect(formatCompact(null, 'en')).toBe('—')
  })
})

describe('formatBytes', () => {
  it('uses steps of 1,024', () => {
    expect(formatBytes(512, 'en')).toBe('512\u00A0B')
    expect(formatBytes(5 * 1024 * 1024, 'zh-CN')).toBe('5.0\u00A0MB')
    expect(formatBytes(200 * 1024, 'zh-CN')).toBe('200\u00A0KB')
  })
})
