/** The title of the tab and of the printed page. */
import { useEffect } from 'preact/hooks'
import { PRODUCT } from '../i18n/languages.ts'

export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · ${PRODUCT}`
  }, [title])
}
