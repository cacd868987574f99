/** Names of indices and normalisations, and how kept indices were taken, read from the engine's catalogues; light enough for the first load. */
import { INDICES, INDEX_KEYS, KEPT_INDICES, type KeptKey } from '../../../worker/engine/indexCatalogue.ts'
import { NORMALISATION_FACTS, OFFERED_NORMALISATIONS } from '../../../worker/engine/normalise/catalogue.ts'
import { dictionary, type Pair } from '../../i18n/dictionary.ts'

export const indexWords = dictionary({
  ...pairs(INDEX_KEYS, (key) => INDICES[key].name),
  degree: ['均等化程度', 'Degree of equality'],
  score: ['得分', 'Score'],
})

export const conventionWords = dictionary({
  ...pairs(KEPT_INDICES, (key) => INDICES[key].kept),
  weighted: ['按人口加权', 'weighted by population'],
  unweighted: ['各地区权重相同', 'every area counts the same'],
})

export const normalisationWords = dictionary(
  pairs(OFFERED_NORMALISATIONS, (key) => NORMALISATION_FACTS[key].words.name),
)
/** In full, as published results name them. */
export const normalisationFullWords = dictionary(
  pairs(OFFERED_NORMALISATIONS, (key) => NORMALISATION_FACTS[key].words.full),
)

/** In the order of the tables: Gini, which readers know, first. */
export const SHOWN_INDICES: readonly KeptKey[] = ['gini', ...KEPT_INDICES.filter((key) => key !== 'gini')]

export function isShownIndex(key: string): key is KeptKey {
  return SHOWN_INDICES.some((one) => one === key)
}

/** Guarantee: one entry per key. */
function pairs<Key extends string>(keys: readonly Key[], of: (key: Key) => Pair): Readonly<Record<Key, Pair>> {
  return Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<Key, Pair>
}
