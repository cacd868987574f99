import { describe, expect, it } from 'vitest'
import { publishedWarning, warningWords, withoutWords } from '../../../worker/services/evaluation/warningWords.ts'
import { textOf, WORDS } from '../../../worker/words/index.ts'
import { schemaFault } from '../../../worker/http/schemaFault.ts'

const nodes = [{ code: 'beds', name: '床位', nameEn: 'Beds' }]
const zh = warningWords(nodes, WORDS['zh-CN'])
const en = warningWords(nodes, WORDS.en)

describe('a stored warning', () => {
  const place = { code: 'constant-indicator', path: 'beds[2024]' }

  it('keeps no language where its words are known, and an engine’s own sentence where they are not', () => {
    expect(withoutWords({ ...place, message: 'every area has the same value' })).toEqual(place)
    const unknown = { code: 'of-a-later-engine', path: 'beds', message: 'said by an engine' }
    expect(withoutWords(unknown)).toEqual(unknown)
    expect(zh(unknown)).toEqual(unknown)
  })
  it('is read in the reader’s words, whether or not an earlier release kept its English', () => {
    for (const stored of [place, { ...place, message: 'kept by an earlier release' }]) {
      expect(zh(stored)).toEqual({ ...place, message: '“床位”（2024）各地区数值相同，无法区分高低，均计中间值' })
      expect(en(stored)).toEqual({
        ...place,
        message: '“Beds” (2024): all areas have the same value, so everybody gets the midpoint',
      })
    }
  })
  it('is published as what it speaks of, without a sentence', () => {
    const published = publishedWarning(nodes)
    const about = { name: '床位', nameEn: 'Beds' }
    expect(published({ ...place, message: 'kept by an earlier release' })).toEqual({ ...place, about, period: '2024' })
    expect(published({ code: 'indicator-without-values', path: 'beds' })).toEqual({
      code: 'indicator-without-values',
      path: 'beds',
      about,
    })
    expect(published({ code: 'unweighted-period', path: '2023' })).toEqual({
      code: 'unweighted-period',
      path: '2023',
      period: '2023',
    })
    expect(published({ code: 'equality-unweighted' })).toEqual({ code: 'equality-unweighted' })
  })
  it('that lists were cut says how many there are', () => {
    expect(en({ code: 'touched-cut', path: '2500' }).message).toBe('of 2500 touched cells the first 2000 are listed')
    expect(zh({ code: 'warnings-cut', path: '321' }).message).toBe('共有 321 条提示，只列出前一部分')
  })
})

describe('an issue of a schema', () => {
  const message = 'from the library'
  it.each([
    [{ code: 'too_small', origin: 'string', minimum: 3 }, '至少 3 个字符'],
    [{ code: 'too_small', origin: 'number', minimum: 0, inclusive: false }, '应大于 0'],
    [{ code: 'too_small', origin: 'number', minimum: 0, inclusive: true }, '应不小于 0'],
    [{ code: 'too_big', origin: 'array', maximum: 9 }, '至多 9 项'],
    [{ code: 'too_big', origin: 'number', maximum: 1, inclusive: false }, '应小于 1'],
    [{ code: 'not_multiple_of', divisor: 5 }, '应为 5 的倍数'],
    [{ code: 'invalid_format', format: 'email' }, '不是有效的电子邮箱地址'],
    [{ code: 'invalid_format', format: 'regex' }, '不是有效的格式'],
    [{ code: 'invalid_value', values: ['a', 'b'] }, '应为以下之一：a、b'],
    [{ code: 'invalid_type', expected: 'int' }, '缺少此项或类型不对，应为整数'],
    [{ code: 'invalid_key' }, '键的写法不正确'],
    [{ code: 'invalid_union' }, '不符合任何一种允许的形式'],
    [{ code: 'custom' }, message],
  ])('%o is %s in Chinese and the library’s sentence in English', (issue, chinese) => {
    const said = schemaFault({ ...issue, message })
    expect([textOf('zh-CN', said), textOf('en', said)]).toEqual([chinese, message])
  })
})
