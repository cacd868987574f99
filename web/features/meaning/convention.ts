/** The convention behind a degree of equality in one line: family, weighting, standard deviation, number of areas. It stands beside every degree. */
import type { EqualityConvention } from '../../../worker/contract/evaluations.ts'
import { locale } from '../../i18n/locale.ts'
import { meaningWords } from '../../words/meaning.ts'

/** `n`: areas, where it is known. Null where a publication of an earlier release states none. */
export function conventionText(convention: EqualityConvention | null, n?: number | undefined): string {
  const words = meaningWords[locale.value]
  if (convention === null) return words.noConvention
  const parts = [
    words[`family.${convention.family}`],
    words[`weighting.${convention.weighting}`],
    words.populationSd,
    ...(n === undefined ? [] : [words.areas(n)]),
  ]
  return parts.join(' · ')
}
