/** Moving through a long ranking: which part is shown, earlier, later, and search by name. */
import { useId, useState } from 'preact/hooks'
import { locale } from '../i18n/locale.ts'
import { findByLabel, type RankWindow } from './ranking.ts'
import { chartWords } from '../words/charts.ts'

interface Props<T extends { readonly key: string; readonly label: string }> {
  readonly rows: readonly T[]
  readonly view: RankWindow<T>
  readonly onStart: (start: number) => void
  readonly onFound: (index: number) => void
  readonly onSelect?: ((key: string) => void) | undefined
}

export function WindowTools<T extends { readonly key: string; readonly label: string }>({
  rows,
  view,
  onStart,
  onFound,
  onSelect,
}: Props<T>) {
  const words = chartWords[locale.value]
  const id = useId()
  const [query, setQuery] = useState('')
  const [missed, setMissed] = useState(false)
  const size = view.rows.length
  const search = (event: SubmitEvent) => {
    event.preventDefault()
    const index = findByLabel(rows, query)
    setMissed(index < 0 && query.trim() !== '')
    const row = rows[index]
    if (!row) return
    onFound(index)
    onSelect?.(row.key)
  }
  return (
    <form class="chart-window" role="search" onSubmit={search}>
      <label class="visually-hidden" for={id}>
        {words.find}
      </label>
      <input
        id={id}
        type="search"
        value={query}
        placeholder={words.find}
        aria-describedby={`${id}-state`}
        onInput={(event) => setQuery(event.currentTarget.value)}
      />
      <button
        type="button"
        disabled={!view.hasBefore}
        aria-label={words.earlier}
        onClick={() => onStart(view.start - size)}
      >
        ‹
      </button>
      <span id={`${id}-state`} aria-live="polite">
        {missed ? words.notFound : words.span(view.start + 1, view.start + size, view.total)}
      </span>
      <button
        type="button"
        disabled={!view.hasAfter}
        aria-label={words.later}
        onClick={() => onStart(view.start + size)}
      >
        ›
      </button>
    </form>
  )
}
