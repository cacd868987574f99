/** The words of one dictionary in the language in use; the component renders again when the language changes. */
import type { Dictionary, Entry, Words } from './dictionary.ts'
import { locale } from './locale.ts'

export function useWords<D extends Record<string, Entry>>(dictionary: Dictionary<D>): Words<D> {
  return locale.value === 'en' ? dictionary.en : dictionary.zh
}
