/** Keys of indices and the vocabulary that results are written in. */
export { conventionWords } from '../words/conventions.ts'
export { indexWords } from '../words/indices.ts'
export { methodWords } from '../words/methodOptions.ts'
export { reasonWords } from '../words/reasons.ts'

export type IndexKey =
  | 'cv'
  | 'gini'
  | 'theilT'
  | 'theilL'
  | 'atkinson'
  | 'hoover'
  | 'ratioMaxMin'
  | 'range'
  | 'relativeRange'

export const INDEX_KEYS: readonly IndexKey[] = [
  'gini',
  'cv',
  'theilT',
  'theilL',
  'atkinson',
  'hoover',
  'ratioMaxMin',
  'range',
  'relativeRange',
]

export function isIndexKey(key: string): key is IndexKey {
  return (INDEX_KEYS as readonly string[]).includes(key)
}

/** The words of a reason code; an unknown code is shown as it is. */
export function reasonText(reason: string | undefined, words: Readonly<Record<string, string>>): string {
  return reason === undefined ? '' : (words[reason] ?? reason)
}
