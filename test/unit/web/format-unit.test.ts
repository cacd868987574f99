import { describe, expect, it } from 'vitest'
import { INDICATORS } from '../../../db/seed/indicators/indicators.ts'
import { formatUnit } from '../../../web/format/unit.ts'

describe('formatUnit', () => {
  it('leaves Chinese readers the framework’s own unit', () => expect(formatUnit('张/千人', 'zh-CN')).toBe('张/千人'))
  it('puts English together from known parts', () => {
    expect(formatUnit('张/千人', 'en')).toBe('beds per 1,000 people')
    expect(formatUnit('人/千人', 'en')).toBe('per 1,000 people')
    expect(formatUnit('个/千人', 'en')).toBe('per 1,000 people')
    expect(formatUnit('人次/万人', 'en')).toBe('visits per 10,000 people')
    expect(formatUnit('场/年', 'en')).toBe('events per year')
    expect(formatUnit('平方米/人', 'en')).toBe('m² per person')
    expect(formatUnit('1/10万', 'en')).toBe('per 100,000')
    expect(formatUnit('倍', 'en')).toBe('times')
    expect(formatUnit('人', 'en')).toBe('people')
    expect(formatUnit('百分点', 'en')).toBe('percentage points')
    expect(formatUnit('生/师', 'en')).toBe('pupils per teacher')
  })
  it('knows the unit of every seeded indicator', () => {
    const unknown = INDICATORS.filter(({ unit }) => /[\u4e00-\u9fff]/.test(formatUnit(unit, 'en')))
    expect(unknown.map(({ code, unit }) => `${code} ${unit}`)).toEqual([])
    expect(INDICATORS.length).toBeGreaterThanOrEqual(74)
  })
  it('shows what it does not know as it is', () => {
    expect(formatUnit('头/公顷', 'en')).toBe('头/公顷')
    expect(formatUnit('个', 'en')).toBe('个')
    expect(formatUnit('人/千人/年', 'en')).toBe('人/千人/年')
  })
  it('leaves symbols and nothing alone', () => {
    expect(formatUnit('%', 'en')).toBe('%')
    expect(formatUnit(null, 'en')).toBe('')
  })
})
