/** An area is the words of one subject, one catalogue for each language: web/words/<language>/<area>.ts. The Chinese one is the master; the
 * others satisfy `Words<typeof zh>`, so that a missing sentence, one too many or another parameter is a type error. Pure. */
import { isLocale, type Locale } from './languages.ts'

/** What every language must say, by the master's catalogue. */
export type Words<Master> = {
  readonly [K in keyof Master]: Master[K] extends (...values: infer A) => string
    ? (...values: A) => string
    : Master[K] extends string
      ? string
      : Master[K]
}

export type Area<W> = Readonly<Record<Locale, W>>

/** The words a function is handed: `words: WordsOf<typeof dataWords>`. */
export type WordsOf<A> = A extends Area<infer W> ? W : never

/** Sorts the catalogues of `import.meta.glob('./*\/<area>.ts', …)` by language. test/arch/webLanguages.test.ts holds that none is missing. */
export function area<Master>(catalogues: Readonly<Record<string, unknown>>): Area<Words<Master>> {
  const found: Partial<Record<Locale, unknown>> = {}
  for (const [path, words] of Object.entries(catalogues)) {
    const folder = path.split('/')[1] ?? ''
    if (isLocale(folder)) found[folder] = words
  }
  return complete<Master>(found)
}

/** Every language has every area, and each catalogue was checked against the master where it is written. */
function complete<Master>(found: Partial<Record<Locale, unknown>>): Area<Words<Master>> {
  return found as Area<Words<Master>>
}
