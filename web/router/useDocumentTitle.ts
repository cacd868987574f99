/** The title of the tab and of the printed page. */
import { useEffect } from 'preact/hooks'

export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · 均衡 Junheng`
  }, [title])
}
