/** The server's words: in catalogues and nowhere else, as many in every language, and each of them said somewhere. */
import { describe, expect, it } from 'vitest'
import { LOCALES } from '../../worker/contract/names.ts'
import { WORDS } from '../../worker/words/index.ts'
import { filesIn, importsOf, read } from '../support/sources.ts'

const SOURCE = /\.ts$/
/** The API document's descriptions and examples are a text about the API, Chinese and English beside each other in it. */
const DOCUMENT = 'worker/routes/document/'
const speaking = ['acts', 'services', 'http', 'routes', 'jobs', 'record', 'authority']
  .flatMap((room) => filesIn(`worker/${room}`, SOURCE))
  .filter((file) => !file.startsWith(DOCUMENT))
const worker = filesIn('worker', SOURCE)

const codeOf = (file: string): string => read(file).replaceAll(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '')

const TEXT = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g
/** Words that a file may be headed with are data; what has punctuation, or is long, is a sentence. */
const isChineseSentence = (text: string): boolean => {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  return han > 8 || (han > 0 && /[，。；：！？“”]/.test(text))
}
const sentencesIn = (code: string): string[] => (code.match(TEXT) ?? []).filter(isChineseSentence)

const COMPARES = /[!=]==? *(['"])(?:zh-CN|en)\1|(['"])(?:zh-CN|en)\2 *[!=]==?|\bcase (['"])(?:zh-CN|en)\3/

describe('a language', () => {
  it('is no condition in code: there is no place that would have to be found for the next one', () => {
    expect(worker.length).toBeGreaterThan(300)
    expect(worker.filter((file) => COMPARES.test(codeOf(file)))).toEqual([])
    for (const code of ["locale === 'en' ? a : b", "'zh-CN' !== locale", "case 'en':"]) expect(code).toMatch(COMPARES)
  })
  it('is called by its tag in worker/words alone', () => {
    const outside = worker.filter((file) => !file.startsWith('worker/words/'))
    expect(outside.filter((file) => /\bWORDS(\.en\b|\['(zh-CN|en)'\])/.test(codeOf(file)))).toEqual([])
    const within = outside
      .flatMap((file) => importsOf(file).map((i) => i.target))
      .filter((t) => t.startsWith('worker/words/'))
    expect(within.length).toBeGreaterThan(40)
    expect(within.filter((target) => LOCALES.some((locale) => target.startsWith(`worker/words/${locale}/`)))).toEqual(
      [],
    )
  })
  it('has its sentences in worker/words alone', () => {
    expect(speaking.length).toBeGreaterThan(150)
    expect(speaking.flatMap((file) => sentencesIn(codeOf(file)).map((text) => `${file}: ${text}`))).toEqual([])
    expect(sentencesIn("['地区代码', say('没有写地区，请补上', `no area`), `“${name}”重复`]")).toHaveLength(2)
  })
})

/** `area.entry` or, where an area holds words by code, `area.code.what`. */
const keysOf = (words: object, path = ''): string[] =>
  Object.entries(words).flatMap(([key, entry]: [string, unknown]) =>
    typeof entry === 'object' && entry !== null ? keysOf(entry, `${path}${key}.`) : [`${path}${key} ${typeof entry}`],
  )

describe('the catalogues', () => {
  const [first, ...others] = LOCALES
  const keys = keysOf(WORDS[first]).sort()

  it('have the same entries in every language', () => {
    expect(keys.length).toBeGreaterThan(250)
    for (const locale of others) expect(keysOf(WORDS[locale]).sort()).toEqual(keys)
  })
  it('hold no Chinese in English but the two numerals that a file may carry', () => {
    const english = filesIn('worker/words/en', SOURCE)
    expect(english.length).toBeGreaterThan(15)
    for (const file of english) expect(codeOf(file).replaceAll(/万|亿/g, '')).not.toMatch(/\p{Script=Han}/u)
  })
  it('hold nothing that nobody says', () => {
    const outside = worker
      .filter((file) => !file.startsWith('worker/words/'))
      .map(codeOf)
      .join('\n')
    const isSaid = (area: string, entry: string): boolean => {
      if (outside.includes(`'${area}.${entry}'`)) return true
      // Read as a whole, by code: `words.titles[code]`, `sentence(`files.${format}`)`, `{ csv, names }: Words`.
      const byCode = new RegExp(`[.'\\s]${area}(\\.\\$\\{|\\[|\\b[^.'(]*Words\\b|\\.|\\b *[,}])`).test(outside)
      return byCode && new RegExp(`'${entry}'|\\.${entry}\\b|\\b${entry}:`).test(outside)
    }
    const unsaid = keys
      .map((key) => key.replace(/ .*/, '').split('.'))
      .filter(([area = '', ...entries]) => entries.some((entry) => !isSaid(area, entry)))
    expect(unsaid).toEqual([])
    expect(isSaid('areas', 'nobody-says-this')).toBe(false)
    expect(isSaid('nowhere', 'unknown-area')).toBe(false)
  })
})
