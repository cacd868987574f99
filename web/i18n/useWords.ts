/** The words of one area in the language in use; the component renders again when the language changes. */
import type { Area } from './area.ts'
import { locale } from './locale.ts'

export function useWords<W>(area: Area<W>): W {
  return area[locale.value]
}
