import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { dictionary, type Dictionary } from '../../../web/i18n/dictionary.ts'

describe('dictionary', () => {
  const words = dictionary({
    save: ['保存', 'Save'],
    rows: (n: number) => [`${n} 行`, n === 1 ? '1 row' : `${n} rows`],
  })
  it('gives each language its side, texts and functions alike', () => {
    expect(words.zh.save).toBe('保存')
    expect(words.en.save).toBe('Save')
    expect(words.zh.rows(2)).toBe('2 行')
    expect(words.en.rows(1)).toBe('1 row')
  })
})

const folder = new URL('../../../web/i18n/', import.meta.url)
const files = readdirSync(folder).filter((file) => readFileSync(new URL(file, folder), 'utf8').includes('dictionary({'))

function dictionariesOf(module: Record<string, unknown>): Dictionary<Record<string, readonly [string, string]>>[] {
  return Object.values(module).filter(
    (value): value is Dictionary<Record<string, readonly [string, string]>> =>
      typeof value === 'object' && value !== null && 'zh' in value && 'en' in value,
  )
}

describe.each(files)('web/i18n/%s', (file) => {
  it('fills both sides, without exclamation marks, and keeps Chinese out of the English', async () => {
    const module: Record<string, unknown> = await import(new URL(file, folder).href)
    for (const { zh, en } of dictionariesOf(module)) {
      for (const [key, chinese] of Object.entries(zh)) {
        const english = en[key]
        if (typeof chinese !== 'string' || typeof english !== 'string') continue
        expect(chinese.trim(), `${key} zh`).not.toBe('')
        expect(english.trim(), `${key} en`).not.toBe('')
        expect(`${chinese}${english}`, key).not.toMatch(/[!！]/)
        // A unit may be quoted (万, 亿), a sentence may not stay untranslated.
        expect(english, `${key} en`).not.toMatch(/[\u4e00-\u9fff]{3,}/)
      }
    }
  })
})
