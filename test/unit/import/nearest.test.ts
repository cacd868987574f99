import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance, nearestAmong, statesUnit } from '../../../worker/services/import/nearest.ts'

const NAMES = [
  ['0204-1', '每千人口执业（助理）医师数', 'Physicians per 1,000 people'],
  ['0204-2', '每千人口注册护士数', 'Nurses per 1,000 people'],
  ['0301-1', '农村居民人均可支配收入', 'Rural disposable income'],
  ['0401-1', '教育经费（小学）', 'Education spending (primary)'],
  ['0501-1', '甲类项目覆盖率', 'Coverage A'],
  ['0501-2', '乙类项目覆盖率', 'Coverage B'],
  ['0601-1', '孕产妇死亡率', 'Maternal mortality'],
] as const
const entries = NAMES.map(([code, name, nameEn]) => ({ code, name, nameEn }))
const nearest = nearestAmong(entries)
const codesNear = (text: string): (string | undefined)[] => nearest(text).near.map((n) => entries[n.index]?.code)

describe('nearestAmong', () => {
  it.each([
    ['a word left out, with a unit', '每千人口护士数（人/千人）', '0204-2', true],
    ['another bracket and a letter too many', '每千人口执业(助理)医师人数', '0204-1', true],
    ['two letters the other way round', '每千人口册注护士数', '0204-2', true],
    ['English with a slip', 'Nurse per 1000 people', '0204-2', true],
    ['the opposite word: near, not sure', '城镇居民人均可支配收入', '0301-1', false],
    ['another kind of school: near, not sure', '教育经费（初中）', '0401-1', false],
    ['a code with a slip: near, not sure', '0204-3', undefined, false],
  ])('%s', (_what, text, code, isSure) => {
    const found = nearest(text)
    if (code !== undefined) expect(codesNear(text)).toEqual([code])
    expect(found.isSure).toBe(isSure)
  })

  it('lists those that are equally near and is sure of none', () => {
    expect(codesNear('丙类项目覆盖率')).toEqual(['0501-1', '0501-2'])
    expect(nearest('丙类项目覆盖率').isSure).toBe(false)
  })

  it('finds nothing for a text that is like none', () => {
    expect(nearest('完全无关的一列')).toEqual({ near: [], isSure: false })
    expect(nearest('')).toEqual({ near: [], isSure: false })
    expect(nearest('（）')).toEqual({ near: [], isSure: false })
  })

  it('tells a unit in brackets from a name that ends in brackets', () => {
    expect(statesUnit('每千人口护士数（人/千人）', { code: '0204-2', name: '每千人口注册护士数', nameEn: '' })).toBe(
      true,
    )
    expect(statesUnit('教育费（小学）', { code: '0401-1', name: '教育经费（小学）', nameEn: '' })).toBe(false)
  })

  it('never throws and never names what is not there, for any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        for (const n of nearest(text).near) expect(entries[n.index]).toBeDefined()
      }),
      { numRuns: 500 },
    )
  })
})

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['a', '', 1],
    ['kitten', 'sitting', 3],
    ['ab', 'ba', 1],
    ['护士', '护师', 1],
  ])('%j to %j', (a, b, d) => {
    expect(editDistance(a, b)).toBe(d)
  })

  it('is symmetric, zero only for equals, and says most + 1 beyond the limit', () => {
    const text = fc.string({ maxLength: 12 })
    fc.assert(
      fc.property(text, text, fc.nat(6), (a, b, most) => {
        const d = editDistance(a, b)
        expect(editDistance(b, a)).toBe(d)
        expect(d === 0).toBe(a === b)
        const within = editDistance(a, b, most)
        if (d <= most) expect(within).toBe(d)
        else expect(within).toBeGreaterThan(most)
      }),
    )
  })
})
