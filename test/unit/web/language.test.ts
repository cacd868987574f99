import { describe, expect, it } from 'vitest'
import { chooseLocale } from '../../../web/i18n/chooseLocale.ts'
import { normalisationFullWords, normalisationWords, indexWords } from '../../../web/features/methods/catalogueWords.ts'
import { fieldName } from '../../../web/i18n/fields.ts'
import { areaOfPairs } from '../../../web/i18n/pairs.ts'
import { INDEX_KEYS } from '../../../worker/engine/indexCatalogue.ts'
import { OFFERED_NORMALISATIONS } from '../../../worker/engine/normalise/catalogue.ts'

describe('chooseLocale', () => {
  it('takes the address before the stored choice, and that before the browser', () => {
    expect(chooseLocale('en', 'zh-CN', ['zh-CN'])).toBe('en')
    expect(chooseLocale(null, 'zh-CN', ['en-GB', 'en'])).toBe('zh-CN')
    expect(chooseLocale(null, null, ['en-GB', 'zh-CN'])).toBe('en')
  })
  it('takes the first of the browser’s languages that there is', () => {
    expect(chooseLocale(null, null, ['fr-FR', 'zh-TW', 'en'])).toBe('zh-CN')
    expect(chooseLocale(null, null, ['de', 'en-US'])).toBe('en')
  })
  it('speaks Chinese when nothing fits', () => {
    expect(chooseLocale(null, null, [])).toBe('zh-CN')
    expect(chooseLocale('xx', 'nonsense', ['ja'])).toBe('zh-CN')
    expect(chooseLocale(null, null, ['enochian'])).toBe('zh-CN')
  })
})

describe('fieldName', () => {
  it('says a field and its place in words', () => {
    expect(fieldName('frameworkId', 'zh-CN')).toBe('评价框架')
    expect(fieldName('areas[3].code', 'zh-CN')).toBe('地区 第 4 项 代码')
    expect(fieldName('areas.3.code', 'en')).toBe('areas, item 4, code')
  })
  it('never leaves a fault without a place', () => expect(fieldName('method.quux', 'zh-CN')).toBe('方法 quux'))
})

describe('areaOfPairs', () => {
  it('gives each language its half, under every key', () => {
    const names = { a: ['甲', 'A'], b: ['乙', 'B'] } as const
    expect(areaOfPairs(['a', 'b'], (key) => names[key])).toEqual({
      'zh-CN': { a: '甲', b: '乙' },
      en: { a: 'A', b: 'B' },
    })
  })
  it('says the names of the catalogues', () => {
    for (const words of Object.values(indexWords)) expect(Object.keys(words)).toEqual(INDEX_KEYS)
    for (const words of [normalisationWords, normalisationFullWords])
      expect(Object.keys(words.en)).toEqual(OFFERED_NORMALISATIONS)
    expect([indexWords['zh-CN'].gini, indexWords.en.gini]).toEqual(['基尼系数', 'Gini coefficient'])
    expect([normalisationWords['zh-CN'].rank, normalisationFullWords['zh-CN'].rank]).toEqual(['名次法', '排序法'])
  })
})
