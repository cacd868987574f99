/** Words of the web stand in catalogues, web/words/<language>/<area>.ts, and nowhere else; code asks for a word and never for a language. */
import { parseSync } from 'vite'
import { describe, expect, it } from 'vitest'
import { LANGUAGES, LOCALES, MASTER, type Locale } from '../../web/i18n/languages.ts'
import { filesIn, read } from '../support/sources.ts'

const WORDS = 'web/words/'
/** Letters and full-width marks, without the wide space that sets things apart. */
const CHINESE = /[\u3001-\u303f\u3400-\u9fff\uff00-\uffef]/

/** Chinese outside the catalogues, each with its reason. */
const CHINESE_IN_CODE: Readonly<Record<string, string>> = {
  'web/i18n/languages.ts': 'a language names itself, and the product has its name in two',
  'web/charts/alt-text.ts': 'the stop that is cut off before another is set',
  'web/charts/text-fit.ts': 'the ranges of wide characters and closing marks',
  'web/features/framework/targetText.ts': 'a range may be typed with 至',
  'web/features/data/AreasCsvDialog.tsx': 'two districts as an example of the template: data',
  'web/format/csv.ts': 'full-width signs that a spreadsheet would read as the start of a formula',
  'web/format/parseTyped.ts': 'a number may be typed with a full-width comma',
  'web/pages/public/Home.tsx': 'where the headline may break',
  'web/features/methods/indices.ts': 'the indices keep both languages in one entry',
}

/** Areas whose keys come with data, so that no code names them. */
const KEYED_BY_DATA: Readonly<Record<string, string>> = {
  fields: 'fields of the contract',
  reasons: 'codes of the engine',
  summaries: 'operations of the API',
  terms: 'names in Chinese sources',
  units: 'units in frameworks',
  warnings: 'codes of the engine',
}
/** Of these the master holds nothing, or the others nothing: what is missing is shown as the data have it. */
const PARTIAL = new Set(['summaries', 'terms', 'units'])
/** Words that travel under another name than the area's. */
const ALSO_READ_AS: Readonly<Record<string, RegExp>> = { format: /\bmarks\(/ }

const code = filesIn('web', /\.tsx?$/).filter((file) => !file.startsWith(WORDS) && file !== 'web/api/routes.gen.ts')
const source = new Map(code.map((file) => [file, withoutComments(file)]))
const areas = areasOf(MASTER)

function withoutComments(file: string): string {
  let text = read(file)
  for (const { start, end } of parseSync(file, text).comments)
    text = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end)
  return text
}

function areasOf(language: string): string[] {
  return filesIn(WORDS + language, /\.ts$/).map((file) => file.slice(WORDS.length + language.length + 1, -3))
}

async function catalogue(language: Locale, area: string): Promise<Readonly<Record<string, unknown>>> {
  const module: { readonly default: Readonly<Record<string, unknown>> } = await import(
    new URL(`../../${WORDS}${language}/${area}.ts`, import.meta.url).href
  )
  return module.default
}

describe('code', () => {
  it('is there, and so are words', () => {
    expect(code.length).toBeGreaterThan(200)
    expect(areas.length).toBeGreaterThan(25)
  })
  it('never asks which language it is', () => {
    const asks = /[!=]==?\s*['"`](en|zh|zh-CN)['"`]|['"`](en|zh|zh-CN)['"`]\s*[!=]==?|case ['"](en|zh|zh-CN)['"]/
    expect(asks.test(`lang === 'en' ? a : b`) && asks.test(`"zh-CN" !== lang`)).toBe(true)
    expect([...source].filter(([, text]) => asks.test(text)).map(([file]) => file)).toEqual([])
  })
  it('holds no Chinese outside the catalogues but for a stated reason', () => {
    const found = [...source].filter(([, text]) => CHINESE.test(text)).map(([file]) => file)
    expect(found).toEqual(Object.keys(CHINESE_IN_CODE).sort())
  })
})

describe('every language', () => {
  it('has a folder, is in the registry and is known before the first paint', () => {
    const folders = new Set(filesIn('web/words', /\.ts$/).map((file) => file.split('/')[2] ?? ''))
    expect([...folders].filter((name) => !name.endsWith('.ts') && name !== 'methods').sort()).toEqual(
      [...LOCALES].sort(),
    )
    expect(read('web/public/boot.js')).toContain(
      `const junhengLanguages = [${LOCALES.map((l) => `'${l}'`).join(', ')}]`,
    )
    for (const locale of LOCALES) expect(LANGUAGES[locale].switchTo.trim()).not.toBe('')
  })
  it.each(LOCALES)('%s has every area, and each is gathered in web/words/<area>.ts', (language) => {
    expect(areasOf(language)).toEqual(areas)
    for (const area of areas)
      expect(read(`${WORDS}${area}.ts`), area).toMatch(
        new RegExp(`area<[^(]*>\\(\\s*import\\.meta\\.glob\\('[./]+/\\*/${area}\\.ts'`),
      )
  })
  it.each(areas.filter((area) => !PARTIAL.has(area)))('says the same in %s', async (area) => {
    const master = await catalogue(MASTER, area)
    for (const language of LOCALES) {
      const words = await catalogue(language, area)
      expect(Object.keys(words), language).toEqual(Object.keys(master))
      for (const [key, word] of Object.entries(words))
        expect(typeof word, `${language} ${key}`).toBe(typeof master[key])
    }
  })
  it.each(areas)(
    'fills every word of %s, without exclamation marks, and keeps Chinese out of the others',
    async (area) => {
      for (const language of LOCALES) {
        for (const [key, text] of textsOf(await catalogue(language, area))) {
          // Between parts nothing may stand, and a count of heads has no word of its own before “per”.
          if (!key.endsWith('Gap') && area !== 'units') expect(text.trim(), `${language} ${key}`).not.toBe('')
          // There are exclamation marks in formulas, and in functions as signs of code.
          if (key !== 'formula' && !text.includes('=>')) expect(text, `${language} ${key}`).not.toMatch(/[!！]/)
          // A unit may be quoted (万, 亿), a sentence may not stay untranslated.
          if (language !== MASTER) expect(text, `${language} ${key}`).not.toMatch(/[\u4e00-\u9fff]{3,}/)
        }
      }
    },
  )
})

/** Every text of a catalogue by its key, functions as they are written. */
function textsOf(words: Readonly<Record<string, unknown>>): [string, string][] {
  return Object.entries(words).flatMap(([key, word]): [string, string][] =>
    typeof word === 'object' && word !== null
      ? textsOf(Object.fromEntries(Object.entries(word)))
      : [[key, String(word)]],
  )
}

/** The code that has an area at hand: it names it, or is handed its type. */
function nearTo(area: string): string[] {
  const name = /export const (\w+)/.exec(read(`${WORDS}${area}.ts`))?.[1] ?? ''
  return [...source.values()].filter((text) => text.includes(name) || ALSO_READ_AS[area]?.test(text) === true)
}

/** `words.key` or `{ key } = …` near the area, `'key'` anywhere (a key may be chosen in one place and said in another), `words[`due.${code}`]`. */
function isSaid(key: string, near: readonly string[]): boolean {
  const plain = key.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  const named = new RegExp(`\\.${plain}\\b|\\b${plain}\\b[^;{}]*\\} = `)
  const quoted = new RegExp(`['"\`]${plain}['"\`]`)
  return (
    near.some((text) => named.test(text) || isComposed(key, text)) ||
    [...source.values()].some((text) => quoted.test(text))
  )
}

/** A key of two parts, of which `text` holds one: [`due.${code}`], `field.${field}`, [`${kind}Kind`]. */
function isComposed(key: string, text: string): boolean {
  const heads = [...text.matchAll(/(?:\[`([\w.-]+)|`([\w-]+\.))\$\{/g)].map((m) => m[1] ?? m[2] ?? '')
  const tails = [...text.matchAll(/\}([\w.-]+)`\]/g)].map((m) => m[1] ?? '')
  return heads.some((head) => key.startsWith(head)) || tails.some((tail) => key.endsWith(tail))
}

describe('words that nobody says', () => {
  it.each(areas.filter((area) => KEYED_BY_DATA[area] === undefined && !area.startsWith('methods/')))(
    'are not in %s',
    async (area) => {
      const near = nearTo(area)
      expect(near.length).toBeGreaterThan(0)
      expect(Object.keys(await catalogue(MASTER, area)).filter((key) => !isSaid(key, near))).toEqual([])
    },
  )
  it('would be found', () => expect(isSaid('nobodySaysThis', nearTo('shell'))).toBe(false))
})
