/** Publications come in lines: of one template, or of a city's own framework. Only within a line may scores be compared, so choices keep to
 * one; and a city that stands in a comparison by two lines is told apart by them. Pure. */
import type { PublicationSummary } from '../../../worker/contract/public.ts'
import type { Locale } from '../../i18n/languages.ts'
import { nameIn } from '../../i18n/nameIn.ts'

type Published = Pick<PublicationSummary, 'city' | 'template' | 'frameworkName'>

export const sameLine =
  (one: Pick<PublicationSummary, 'series'>) =>
  (other: Pick<PublicationSummary, 'series'>): boolean =>
    other.series === one.series

/** The city's name, with its framework's where another of `among` bears the same name. */
export function nameAmong(one: Published, among: readonly Published[], locale: Locale): string {
  const name = nameIn(locale, one.city)
  const isAlone = among.filter((other) => other.city.id === one.city.id).length < 2
  return isAlone ? name : `${name} · ${one.template ? nameIn(locale, one.template) : one.frameworkName}`
}
