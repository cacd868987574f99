/** State that lives in the URL, so that a link shows a colleague the same thing. The default is left out of the URL.
 * Replaces the history entry unless `push` is asked for (tabs, steps: things people expect Back to undo). */
import { useCallback } from 'preact/hooks'
import { useLocation } from 'preact-iso'

export interface QueryOptions {
  readonly push?: boolean
}

export type SetQuery = (value: string | null) => void

export function useQueryState(name: string, fallback: string, options: QueryOptions = {}): readonly [string, SetQuery] {
  const { query, route } = useLocation()
  const push = options.push === true
  const set = useCallback(
    (value: string | null) => setQuery(route, { [name]: value === fallback ? null : value }, push),
    [route, name, fallback, push],
  )
  return [query[name] ?? fallback, set]
}

/** Several parameters in one step; null removes. Reads the address bar, so that two calls in a row both count. */
export function setQuery(
  route: (url: string, replace?: boolean) => void,
  changes: Record<string, string | null>,
  push = false,
): void {
  const params = new URLSearchParams(location.search)
  for (const [key, value] of Object.entries(changes)) {
    if (value === null || value === '') params.delete(key)
    else params.set(key, value)
  }
  const text = params.toString().replaceAll('%2C', ',')
  route(location.pathname + (text === '' ? '' : `?${text}`) + location.hash, !push)
}
