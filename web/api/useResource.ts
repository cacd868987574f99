/** One GET as component state: last known data stays on screen while it is fetched again (stale), errors can be retried.
 * Pass null to wait (a choice is still missing). Answers are kept per URL and language for the life of the page. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { locale } from '../i18n/locale.ts'
import { json, urlOf, type Answer, type Query } from './client.ts'
import { ApiError } from './problem.ts'
import type { AnswerOf, Beginning, Known, Named, QueryOf } from './routes.ts'

export interface Resource<T> {
  /** Present as soon as anything is known, even while loading again or after a failed refresh. */
  readonly data: T | null
  readonly error: ApiError | null
  readonly loading: boolean
  /** Data on screen are not confirmed: a refresh is under way or has failed. */
  readonly stale: boolean
  readonly etag: string | null
  readonly reload: () => void
  /** Puts a new value on screen after a successful write, without a round trip. */
  readonly replace: (data: T, etag?: string | null) => void
}

interface Kept {
  readonly data: unknown
  readonly etag: string | null
}

const kept = new Map<string, Kept>()

/** After a write: forget every answer whose path starts so; mounted resources reload when asked or remounted. */
export function forget<P extends string>(pathPrefix: Beginning<P>): void {
  for (const key of kept.keys()) if (key.slice(key.indexOf(' ') + 1).startsWith(pathPrefix)) kept.delete(key)
}

export function forgetAll(): void {
  kept.clear()
}

interface State {
  readonly key: string | null
  readonly error: ApiError | null
  readonly loading: boolean
}

export function useResource<P extends string>(
  path: Known<'get', P> | null,
  query?: QueryOf<'get', P>,
): Resource<AnswerOf<'get', P>>
export function useResource<T = never>(path: Named<'get', T> | null, query?: Query): Resource<T>
export function useResource<T>(path: string | null, query?: Query): Resource<T> {
  const key = path === null ? null : `${locale.value} ${urlOf(path, query)}`
  const [state, setState] = useState<State>({ key: null, error: null, loading: key !== null })
  const [round, setRound] = useState(0)
  const alive = useRef<AbortController | null>(null)

  useEffect(() => {
    if (key === null) return undefined
    const control = new AbortController()
    alive.current = control
    setState({ key, error: null, loading: true })
    const load = async (): Promise<void> => {
      try {
        const answer: Answer<T> = await json<T>('GET', key.slice(key.indexOf(' ') + 1), undefined, {
          signal: control.signal,
        })
        kept.set(key, { data: answer.data, etag: answer.etag })
        setState({ key, error: null, loading: false })
      } catch (cause) {
        if (control.signal.aborted) return
        setState({ key, error: cause instanceof ApiError ? cause : new ApiError(0, {}), loading: false })
      }
    }
    void load()
    return () => control.abort()
  }, [key, round])

  const reload = useCallback(() => setRound((n) => n + 1), [])
  const replace = useCallback(
    (data: T, etag: string | null = null) => {
      if (key === null) return
      alive.current?.abort()
      kept.set(key, { data, etag })
      setState({ key, error: null, loading: false })
    },
    [key],
  )
  const known = key === null ? undefined : kept.get(key)
  const current = state.key === key ? state : { error: null, loading: key !== null }
  const data = known === undefined ? null : asData<T>(known.data)
  return {
    data,
    error: current.error,
    loading: current.loading,
    stale: data !== null && (current.loading || current.error !== null),
    etag: known?.etag ?? null,
    reload,
    replace,
  }
}

/** What was kept under a key came from a read of the same path with the same type. */
function asData<T>(value: unknown): T {
  return value as T
}
