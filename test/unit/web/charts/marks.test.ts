import { describe, expect, it } from 'vitest'
import { heatReadout, heatStep, heatText } from '../../../../web/charts/heat.ts'
import { blend, longHex, luminance } from '../../../../web/charts/look.ts'
import { quadrantOf } from '../../../../web/charts/quadrants.ts'
import { lorenzSteps } from '../../../../web/charts/lorenz.ts'

describe('heat', () => {
  const row = { key: 'i', label: '每千人口床位数', unit: '张', digits: 2 }
  const column = { key: 'a', label: '通州区' }
  it('shades in six steps and leaves missing unshaded', () => {
    expect([0, 0.16, 0.17, 0.5, 0.99, 1].map(heatStep)).toEqual([1, 1, 2, 4, 6, 6])
    expect(heatStep(null)).toBe(0)
  })
  it('keeps a shade outside 0–1 inside the scale', () => expect([-0.2, 1.3].map(heatStep)).toEqual([1, 6]))
  it('says missing, never zero', () => {
    expect(heatText({ value: null, shade: null, state: 'missing' }, row, column, 'zh-CN')).toBe('—')
    expect(heatReadout(row, column, { value: null, shade: null, state: 'missing' }, 'zh-CN')).toBe(
      '每千人口床位数 · 通州区：缺失',
    )
    expect(heatText({ value: 0, shade: 0, state: 'ok' }, row, column, 'zh-CN')).toBe('0.00')
  })
  it('says that a cell was imputed or treated', () =>
    expect(heatReadout(row, column, { value: 4.2, shade: 0.5, state: 'imputed' }, 'en')).toBe(
      '每千人口床位数 · 通州区: 4.20\u00A0张, Normalised score 50.0, imputed',
    ))
})

describe('quadrantOf', () => {
  const cut = { score: 70, degree: 85 }
  it('names all four, the line counting as the better side', () => {
    expect(quadrantOf({ score: 70, degree: 85 }, cut)).toBe('highEven')
    expect(quadrantOf({ score: 80, degree: 84 }, cut)).toBe('highUneven')
    expect(quadrantOf({ score: 60, degree: 90 }, cut)).toBe('lowEven')
    expect(quadrantOf({ score: 60, degree: 80 }, cut)).toBe('lowUneven')
  })
  it('has no quadrant for a missing half', () => expect(quadrantOf({ score: null, degree: 90 }, cut)).toBeNull())
})

describe('lorenzSteps', () => {
  it('orders by value and ends at one', () => {
    const steps = lorenzSteps([
      { key: 'b', label: '乙', value: 3 },
      { key: 'a', label: '甲', value: 1 },
    ])
    expect(steps.map((step) => [step.key, step.people, step.amount])).toEqual([
      ['a', 0.5, 0.25],
      ['b', 1, 1],
    ])
  })
  it('weights by population and leaves out areas without value or population', () => {
    const steps = lorenzSteps([
      { key: 'a', label: '甲', value: 1, weight: 3 },
      { key: 'b', label: '乙', value: 3, weight: 1 },
      { key: 'c', label: '丙', value: null, weight: 9 },
      { key: 'd', label: '丁', value: 9, weight: null },
    ])
    expect(steps.map((step) => [step.key, step.people, step.amount])).toEqual([
      ['a', 0.75, 0.5],
      ['b', 1, 1],
    ])
  })
  it('has no curve for negatives or a total of zero', () => {
    expect(
      lorenzSteps([
        { key: 'a', label: '甲', value: -1 },
        { key: 'b', label: '乙', value: 3 },
      ]),
    ).toEqual([])
    expect(lorenzSteps([{ key: 'a', label: '甲', value: 0 }])).toEqual([])
  })
})

it('mixes and weighs colours', () => {
  expect(blend('#000000', '#ffffff', 0.5)).toBe('#808080')
  expect(blend('rebeccapurple', '#ffffff', 0.5)).toBe('rebeccapurple')
  expect(longHex('#fff')).toBe('#ffffff')
  expect(longHex('#0b6e63')).toBe('#0b6e63')
  expect(luminance('#ffffff')).toBeCloseTo(1)
  expect(luminance('#161e1c')).toBeLessThan(0.4)
})
