import { describe, expect, it } from 'vitest'
import { chooseLocale } from '../../../web/i18n/chooseLocale.ts'
import { fieldName } from '../../../web/i18n/fields.ts'

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
