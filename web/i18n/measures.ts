/** The vocabulary that results are written in. Names of indices and normalisations: web/features/methods/catalogueWords.ts. */
export { methodWords } from '../words/methodOptions.ts'
export { reasonWords } from '../words/reasons.ts'

/** The words of a reason code; an unknown code is shown as it is. */
export function reasonText(reason: string | undefined, words: Readonly<Record<string, string>>): string {
  return reason === undefined ? '' : (words[reason] ?? reason)
}
