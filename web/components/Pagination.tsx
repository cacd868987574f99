/** Pages of a long list by number; for cursor lists pass only `onNext` / `onPrevious` through `page` and `pages`. */
import { componentWords } from '../words/components.ts'
import { useWords } from '../i18n/useWords.ts'
import { Button } from './Button.tsx'

export interface PaginationProps {
  /** From 1. */
  readonly page: number
  /** null when the end is unknown. */
  readonly pages: number | null
  readonly hasNext?: boolean
  readonly summary?: string
  readonly onPage: (page: number) => void
}

export function Pagination({ page, pages, hasNext, summary, onPage }: PaginationProps) {
  const words = useWords(componentWords)
  const more = pages === null ? hasNext === true : page < pages
  if (page === 1 && !more) return null
  return (
    <nav class="pagination" aria-label={words.pagination}>
      <Button size="s" icon="left" disabled={page <= 1} onClick={() => onPage(page - 1)}>
        {words.previous}
      </Button>
      <span class="num small" role="status">
        {summary ?? (pages === null ? page : words.pageOf(page, pages))}
      </span>
      <Button size="s" icon="right" disabled={!more} onClick={() => onPage(page + 1)}>
        {words.next}
      </Button>
    </nav>
  )
}
