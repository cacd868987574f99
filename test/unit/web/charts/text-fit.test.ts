import { describe, expect, it } from 'vitest'
import { shortenLabel, spreadLabels, swarmOffsets, textUnits, wrapText } from '../../../../web/charts/text-fit.ts'

describe('textUnits', () => {
  it('counts a Chinese character as two', () => {
    expect(textUnits('通州区')).toBe(6)
    expect(textUnits('Tongzhou')).toBe(8)
    expect(textUnits('第3区')).toBe(5)
  })
})

describe('shortenLabel', () => {
  it('leaves what fits', () => expect(shortenLabel('通州区', 6)).toBe('通州区'))
  it('cuts on character borders and stays within the room', () => {
    expect(shortenLabel('门头沟经济技术开发区', 10)).toBe('门头沟经…')
    expect(textUnits(shortenLabel('门头沟经济技术开发区', 11))).toBeLessThanOrEqual(11)
  })
  it('leaves no blank before the ellipsis', () => expect(shortenLabel('Mentougou New Area', 11)).toBe('Mentougou…'))
})

describe('wrapText', () => {
  it('keeps Latin words whole', () =>
    expect(wrapText('highest in Tongzhou district', 12)).toEqual(['highest in', 'Tongzhou', 'district']))
  it('does not start a line with closing punctuation', () => {
    for (const line of wrapText('怀柔区最高，朝阳区最低；相差很大。', 10)) expect(line).not.toMatch(/^[，。；）]/)
  })
  it('loses nothing but blanks at the breaks', () =>
    expect(wrapText('按城乡分解，泰尔指数 T 的 62.4% 来自组间', 14).join('').replaceAll(' ', '')).toBe(
      '按城乡分解，泰尔指数T的62.4%来自组间',
    ))
  it('of nothing is nothing', () => expect(wrapText('', 10)).toEqual([]))
})

function apart(at: readonly number[]): number[] {
  const sorted = [...at].sort((a, b) => a - b)
  return sorted.slice(1).map((y, i) => y - (sorted[i] ?? 0))
}

describe('spreadLabels', () => {
  it('leaves labels alone that have room', () => expect(spreadLabels([10, 50, 90], 16, 0, 100)).toEqual([10, 50, 90]))
  it('moves neighbours apart in their order and stays inside', () => {
    const at = spreadLabels([95, 94, 96], 16, 0, 100)
    for (const gap of apart(at)) expect(gap).toBeGreaterThanOrEqual(16 - 1e-9)
    expect(Math.max(...at)).toBeLessThanOrEqual(100)
    expect((at[1] ?? 0) < (at[0] ?? 0) && (at[0] ?? 0) < (at[2] ?? 0)).toBe(true)
  })
  it('keeps a cluster centred on its points instead of pushing it down', () =>
    expect(spreadLabels([50, 50, 50], 16, 0, 100)).toEqual([34, 50, 66]))
  it('spreads evenly when there is no room', () => {
    const at = spreadLabels(
      Array.from({ length: 11 }, () => 50),
      16,
      0,
      100,
    )
    expect(Math.min(...at)).toBeCloseTo(0)
    expect(Math.max(...at)).toBeCloseTo(100)
  })
  it('answers one and none', () => {
    expect(spreadLabels([], 16, 0, 100)).toEqual([])
    expect(spreadLabels([120], 16, 0, 100)).toEqual([100])
  })
})

describe('swarmOffsets', () => {
  it('moves only dots that would cover each other', () => expect(swarmOffsets([1, 5, 9], 1)).toEqual([0, 0, 0]))
  it('stacks equal values alternately above and below', () =>
    expect(swarmOffsets([3, 3, 3, 3], 1)).toEqual([0, 1, -1, 2]))
})
