import { describe, expect, it } from 'vitest'
import { chineseNumeral } from '../../../worker/services/import/chineseNumeral.ts'
import { parsePeriod, yearBefore } from '../../../worker/services/import/parsePeriod.ts'
import { cellReading, parseValue } from '../../../worker/services/import/parseValue.ts'
import { splitHeader, unitShift } from '../../../worker/services/import/statedUnit.ts'

const plain = cellReading('人/千人', null, 0)
const percent = cellReading('%', null, 0)
const hundredMillions = cellReading('万元', '亿元', 4)

describe('parseValue', () => {
  it.each([
    ['2.8', 2.8],
    [' 2.8 ', 2.8],
    ['２．８', 2.8],
    ['－３', -3],
    ['−3', -3],
    ['+4', 4],
    ['1,234', 1234],
    ['1，234，567.5', 1234567.5],
    ['12 345', 12345],
    ['.5', 0.5],
    ['1.2E+05', 120000],
    ['-0', 0],
    ['007', 7],
  ])('reads %j as %d', (raw, value) => expect(parseValue(raw, plain)).toBe(value))

  it.each(['', '  ', '-', '－', '—', '——', '…', '……', 'NA', 'n/a', '/', '　'])('reads %j as missing', (raw) =>
    expect(parseValue(raw, plain)).toBeNull(),
  )

  it.each([
    ['二点八', '2.8'],
    ['约2.8', '2.8'],
    ['2.8人', '2.8'],
    ['1,23', null],
    ['1.2.3', null],
    ['#REF!', null],
    ['Infinity', null],
    ['0x10', null],
    ['(12)', '12'],
    ['１２月', '12'],
  ])('refuses %j and suggests %j', (raw, suggestion) =>
    expect(parseValue(raw, plain)).toEqual({ fault: 'not-a-number', suggestion }),
  )

  it('takes a percent sign only where the unit is a percentage', () => {
    expect(parseValue('95.2％', percent)).toBe(95.2)
    expect(parseValue('95.2 %', percent)).toBe(95.2)
    expect(parseValue('95.2%', plain)).toEqual({ fault: 'percent-not-allowed', suggestion: null })
    expect(parseValue('95.2‰', percent)).toEqual({ fault: 'percent-not-allowed', suggestion: null })
  })

  it('shifts by the unit the header states, without a rounding error', () => {
    expect(parseValue('1.1', hundredMillions)).toBe(11000)
    expect(parseValue('1.1亿', hundredMillions)).toBe(11000)
    expect(parseValue('0.07亿元', hundredMillions)).toBe(700)
    expect(parseValue('320万', hundredMillions)).toBe(320)
  })

  it('refuses 亿 and 万 where the header states no such unit, and says what they would be', () => {
    expect(parseValue('3.2亿', cellReading('万元', null, 0))).toEqual({
      fault: 'magnitude-not-allowed',
      suggestion: '32000',
    })
    expect(parseValue('3.2亿吨', hundredMillions)).toEqual({ fault: 'not-a-number', suggestion: null })
  })

  it('refuses numbers no count can be', () =>
    expect(parseValue('1e300', plain)).toEqual({ fault: 'too-large-a-number', suggestion: null }))
})

describe('units', () => {
  it('shifts between powers of ten of one base only', () => {
    expect(unitShift('亿元', '万元')).toBe(4)
    expect(unitShift('元', '万元')).toBe(-4)
    expect(unitShift('％', '%')).toBe(0)
    expect(unitShift('人/万人', '人/千人')).toBeUndefined()
  })
  it('splits a header into name and unit', () => {
    expect(splitHeader('教育经费（亿元）')).toEqual({ name: '教育经费', unit: '亿元' })
    expect(splitHeader('教育经费 (单位：万元)')).toEqual({ name: '教育经费', unit: '万元' })
    expect(splitHeader('每千人口医师数')).toEqual({ name: '每千人口医师数', unit: null })
  })
})

describe('parsePeriod', () => {
  it.each([
    ['2024', '2024'],
    ['２０２４', '2024'],
    ['2024年', '2024'],
    ['2024 年度', '2024'],
    ['2024-H1', '2024-H1'],
    ['2024年上半年', '2024-H1'],
    ['2024Q3', '2024-Q3'],
    ['2024年第三季度', '2024-Q3'],
    ['2024年1季度', '2024-Q1'],
    ['2024-01', '2024-01'],
    ['2024/1', '2024-01'],
    ['2024年12月', '2024-12'],
    ['2024年十一月', '2024-11'],
    ['2024年十月', '2024-10'],
  ])('%j is %s', (raw, period) => expect(parsePeriod(raw)).toBe(period))
  it.each(['', '24', '2024-13', '2024-Q5', 'Jan-24', '20241', '3024', '二〇二四', '2024-01-01'])('%j is none', (raw) =>
    expect(parsePeriod(raw)).toBeUndefined(),
  )
  it('compares with the same part of the year before', () =>
    expect([yearBefore('2024'), yearBefore('2024-Q1')]).toEqual(['2023', '2023-Q1']))
})

describe('chineseNumeral', () => {
  it.each([
    ['二点八', '2.8'],
    ['十', '10'],
    ['三百零五', '305'],
    ['一万二千', '12000'],
    ['二〇二四', '2024'],
    ['负一点五', '-1.5'],
    ['三亿二千万', '320000000'],
  ])('%s is %s', (text, digits) => expect(chineseNumeral(text)).toBe(digits))
  it.each(['', '点八', '约二', 'abc'])('%j is no numeral', (text) => expect(chineseNumeral(text)).toBeUndefined())
})
