/** Names of indices and normalisations, and how kept indices were taken, read from the engine's catalogues; light enough for the first load. */
import { INDICES, INDEX_KEYS, KEPT_INDICES, type KeptKey } from '../../../worker/engine/indexCatalogue.ts'
import { NORMALISATION_FACTS, OFFERED_NORMALISATIONS } from '../../../worker/engine/normalise/catalogue.ts'
import { areaOfPairs } from '../../i18n/pairs.ts'

export const indexWords = areaOfPairs(INDEX_KEYS, (key) => INDICES[key].name)

export const conventionWords = areaOfPairs(KEPT_INDICES, (key) => INDICES[key].kept)

export const normalisationWords = areaOfPairs(OFFERED_NORMALISATIONS, (key) => NORMALISATION_FACTS[key].words.name)
/** In full, as published results name them. */
export const normalisationFullWords = areaOfPairs(OFFERED_NORMALISATIONS, (key) => NORMALISATION_FACTS[key].words.full)

/** In the order of the tables: Gini, which readers know, first. */
export const SHOWN_INDICES: readonly KeptKey[] = ['gini', ...KEPT_INDICES.filter((key) => key !== 'gini')]

export function isShownIndex(key: string): key is KeptKey {
  return SHOWN_INDICES.some((one) => one === key)
}
