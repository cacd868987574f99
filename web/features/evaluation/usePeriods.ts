/** The results of several periods, fetched one after another (each can be large) and kept while the workspace is open. */
import { useEffect, useState } from 'preact/hooks'
import type { PeriodResult } from '../../../worker/contract/evaluations.ts'
import { api } from '../../api/client.ts'
import { ApiError } from '../../api/problem.ts'

export interface Periods {
  readonly results: readonly PeriodResult[]
  readonly done: number
  readonly total: number
  readonly error: ApiError | null
  readonly retry: () => void
}

const kept = new Map<string, PeriodResult>()

export function usePeriods(slug: string, evaluationId: string, periods: readonly string[]): Periods {
  const [done, setDone] = useState(0)
  const [error, setError] = useState<ApiError | null>(null)
  const [round, setRound] = useState(0)
  const wanted = periods.join(',')
  useEffect(() => {
    const control = new AbortController()
    const load = async (): Promise<void> => {
      setError(null)
      for (const [i, period] of wanted.split(',').entries()) {
        const path = `/api/v1/cities/${slug}/evaluations/${evaluationId}/periods/${period}` as const
        if (!kept.has(path)) kept.set(path, await api.get<PeriodResult>(path, { signal: control.signal }))
        setDone(i + 1)
      }
    }
    load().catch((cause: unknown) => {
      if (!control.signal.aborted) setError(cause instanceof ApiError ? cause : new ApiError(0, {}))
    })
    return () => control.abort()
  }, [slug, evaluationId, wanted, round])
  const results = periods.flatMap(
    (period) => kept.get(`/api/v1/cities/${slug}/evaluations/${evaluationId}/periods/${period}`) ?? [],
  )
  return {
    results,
    done: Math.max(done, results.length),
    total: periods.length,
    error,
    retry: () => setRound((n) => n + 1),
  }
}
