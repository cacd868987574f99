/** Every method the product names, by the anchor on /methods. Loaded when a term is first asked about, never at start. */
import type { Area, WordsOf } from '../../i18n/area.ts'
import { LOCALES, MASTER, type Locale } from '../../i18n/languages.ts'
import { nameIn, textIn } from '../../i18n/nameIn.ts'
import { aggregationMethods } from '../../words/methods/aggregation.ts'
import { certaintyMethods } from '../../words/methods/certainty.ts'
import { diagnosisMethods } from '../../words/methods/diagnosis.ts'
import { normalisationMethods } from '../../words/methods/normalisation.ts'
import { timeMethods } from '../../words/methods/time.ts'
import { weightsMethods } from '../../words/methods/weights.ts'
import { whoMethods } from '../../words/methods/who.ts'
import { indexMethods } from './indices.ts'
import type { MethodText, SideBySide } from './MethodText.ts'

export type { MethodText }

type Texts<K extends string = string> = Readonly<Record<K, MethodText>>

/** The texts of the indices carry their languages side by side. */
const indexTexts = inLanguages(indexMethods)

/** The chapters of the methods page, in reading order; web/words/<language>/reference.ts names them. */
const CHAPTERS = {
  normalisation: normalisationMethods,
  weights: weightsMethods,
  aggregation: aggregationMethods,
  indices: indexTexts,
  diagnosis: diagnosisMethods,
  time: timeMethods,
  certainty: certaintyMethods,
  who: whoMethods,
} as const satisfies Record<string, Area<Texts>>

type ChapterKey = keyof typeof CHAPTERS
const CHAPTER_KEYS = Object.keys(CHAPTERS).filter((key): key is ChapterKey => key in CHAPTERS)
export type MethodKey = { [C in ChapterKey]: keyof WordsOf<(typeof CHAPTERS)[C]> }[ChapterKey]

export function chaptersIn(locale: Locale): readonly { readonly key: ChapterKey; readonly methods: Texts }[] {
  return CHAPTER_KEYS.map((key) => ({ key, methods: completed(CHAPTERS[key][MASTER], CHAPTERS[key][locale]) }))
}

export function methodsIn(locale: Locale): Texts<MethodKey> {
  return everyMethod(Object.fromEntries(chaptersIn(locale).flatMap(({ methods }) => Object.entries(methods))))
}

function inLanguages<K extends string>(methods: Readonly<Record<K, SideBySide>>): Area<Texts<K>> {
  const texts: Partial<Record<Locale, Texts>> = {}
  for (const locale of LOCALES)
    texts[locale] = Object.fromEntries(
      Object.entries<SideBySide>(methods).map(([key, text]) => [key, textOf(text, locale)]),
    )
  return texts as Area<Texts<K>>
}

function textOf(text: SideBySide, locale: Locale): MethodText {
  const [formula, limits, source] = [
    textIn(locale, text, 'formula'),
    textIn(locale, text, 'limits'),
    textIn(locale, text, 'source'),
  ]
  return {
    name: nameIn(locale, text),
    say: textIn(locale, text, 'say'),
    ...(formula && { formula }),
    ...(limits && { limits }),
    ...(source && { source }),
  }
}

/** A formula or a source without words stands in the master only. */
function completed(master: Texts, own: Texts): Texts {
  return Object.fromEntries(
    Object.entries(own).map(([key, text]) => {
      const { formula, source } = master[key] ?? {}
      return [key, { ...(formula && { formula }), ...(source && { source }), ...text }]
    }),
  )
}

/** The keys are those of all chapters together. */
function everyMethod(texts: Texts): Texts<MethodKey> {
  return texts as Texts<MethodKey>
}
