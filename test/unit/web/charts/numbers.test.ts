import { describe, expect, it } from 'vitest'
import { decimalsFor, extent, formatValue, niceScale, tickLabel } from '../../../../web/charts/numbers.ts'

describe('decimalsFor', () => {
  it('keeps about three significant digits over the spread', () => {
    expect(decimalsFor([55.2, 92.1])).toBe(1)
    expect(decimalsFor([0.021, 0.304])).toBe(3)
    expect(decimalsFor([1200.5, 8000.25])).toBe(0)
    expect(decimalsFor([2.123, 3.987])).toBe(2)
  })
  it('writes no more decimals than the values carry', () => {
    expect(decimalsFor([95.3, 96.7, 92.9])).toBe(1)
    expect(decimalsFor([0.1 + 0.2, 0.4])).toBe(1)
  })
  it('writes whole numbers whole, whatever their spread', () => expect(decimalsFor([1, 2, 3])).toBe(0))
  it('takes the size when all values are equal', () => expect(decimalsFor([0.127, 0.127])).toBe(3))
  it('ignores missing values and survives having none', () => {
    expect(decimalsFor([null, 55.2, null, 92.1])).toBe(1)
    expect(decimalsFor([null, null])).toBe(0)
    expect(decimalsFor([])).toBe(0)
  })
  it('never asks for more than the limit', () =>
    expect(decimalsFor([0.00000011, 0.00000012], 4)).toBeLessThanOrEqual(4))
})

describe('extent', () => {
  it('leaves missing out: missing is never zero', () => expect(extent([null, 5, 3, null, 9])).toEqual([3, 9]))
  it('has no answer for nothing', () => expect(extent([null])).toBeNull())
  it('takes 300,000 values without overflowing the stack', () =>
    expect(extent(Array.from({ length: 300_000 }, (_, i) => i))).toEqual([0, 299_999]))
})

describe('niceScale', () => {
  it('covers the data in steps of 1, 2 or 5', () => {
    expect(niceScale(55, 87.7)).toEqual({ min: 50, max: 90, step: 10 })
    expect(niceScale(0, 0.304)).toEqual({ min: 0, max: 0.4, step: 0.1 })
    expect(niceScale(0, 100)).toEqual({ min: 0, max: 100, step: 20 })
  })
  it('opens a span around a constant', () => {
    const scale = niceScale(7, 7)
    expect(scale.min).toBeLessThan(7)
    expect(scale.max).toBeGreaterThan(7)
  })
  it('works around zero and below it', () => {
    const zero = niceScale(0, 0)
    expect(zero.max).toBeGreaterThan(zero.min)
    expect(niceScale(-3, 4).min).toBeLessThanOrEqual(-3)
  })
})

describe('tickLabel', () => {
  it('takes its decimals from the step', () => {
    expect(tickLabel(0.1, 0.05, 'zh-CN')).toBe('0.10')
    expect(tickLabel(40, 20, 'zh-CN')).toBe('40')
  })
  it('writes large counts in 万 and 亿, or K and M', () => {
    expect(tickLabel(200_000, 50_000, 'zh-CN')).toBe('20 万')
    expect(tickLabel(300_000_000, 100_000_000, 'zh-CN')).toBe('3 亿')
    expect(tickLabel(200_000, 50_000, 'en')).toBe('200K')
    expect(tickLabel(2_500_000, 500_000, 'en')).toBe('2.5M')
  })
  it('writes the zero of a large axis as zero', () => expect(tickLabel(0, 500_000, 'zh-CN')).toBe('0'))
})

it('a missing value is a dash, not a number', () => {
  expect(formatValue(null, 'zh-CN', 1)).toBe('—')
  expect(formatValue(Number.NaN, 'en', 1)).toBe('—')
})
