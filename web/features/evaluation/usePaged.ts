/** A cursor-paged list that grows page by page. */
import { useEffect, useState } from 'preact/hooks'
import { json, type Query } from '../../api/client.ts'
import { ApiError } from '../../api/problem.ts'
import type { ItemOf, Known, Named, QueryOf } from '../../api/routes.ts'
import { locale } from '../../i18n/locale.ts'

interface Page<T> {
  readonly items: readonly T[]
  readonly nextCursor: string | null
}

export interface Paged<T> {
  readonly items: readonly T[] | null
  readonly hasMore: boolean
  readonly loading: boolean
  readonly error: ApiError | null
  readonly more: () => void
  readonly reload: () => void
  readonly drop: (keep: (item: T) => boolean) => void
}

/** `all`: fetches every page at once, for choices that must be complete. */
export function usePaged<P extends string>(
  path: Known<'get', P>,
  query?: QueryOf<'get', P>,
  all?: boolean,
): Paged<ItemOf<P>>
export function usePaged<T = never>(path: Named<'get', T>, query?: Query, all?: boolean): Paged<T>
export function usePaged<T>(path: string, query: Query = {}, all = false): Paged<T> {
  const [items, setItems] = useState<readonly T[] | null>(null)
  const [cursor, setCursor] = useState<string | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  const [loading, setLoading] = useState(true)
  const [round, setRound] = useState(0)
  const key = `${path} ${JSON.stringify(query)} ${locale.value} ${round}`
  const fetchPage = async (from: string | null, known: readonly T[]): Promise<void> => {
    setLoading(true)
    setError(null)
    try {
      let next = from
      let list = known
      for (;;) {
        const { data: page } = await json<Page<T>>('GET', path, undefined, {
          query: { ...query, limit: 100, cursor: next },
        })
        list = [...list, ...page.items]
        next = page.nextCursor
        if (!all || next === null) break
      }
      setItems(list)
      setCursor(next)
    } catch (cause) {
      setError(cause instanceof ApiError ? cause : new ApiError(0, {}))
    } finally {
      setLoading(false)
    }
  }
  useEffect(() => {
    void fetchPage(null, [])
  }, [key])
  return {
    items,
    hasMore: cursor !== null,
    loading,
    error,
    more: () => void fetchPage(cursor, items ?? []),
    reload: () => setRound((n) => n + 1),
    drop: (keep) => setItems((known) => known?.filter(keep) ?? null),
  }
}
