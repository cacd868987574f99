/** Shows a useResource: skeleton first, then data, a line above stale data, and an error that says what now. */
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Resource } from '../api/useResource.ts'
import { componentWords } from '../words/components.ts'
import { useWords } from '../i18n/useWords.ts'
import { Button } from './Button.tsx'
import { ProblemNotice } from './ProblemNotice.tsx'
import { Skeleton, type SkeletonProps } from './Skeleton.tsx'

export interface ResourceViewProps<T> {
  readonly resource: Resource<T>
  readonly skeleton?: SkeletonProps
  readonly children: (data: T) => ComponentChildren
}

export function ResourceView<T>({ resource, skeleton, children }: ResourceViewProps<T>) {
  const words = useWords(componentWords)
  const { data, error, loading, reload } = resource
  const patient = useLater(loading && data === null)
  if (data === null) {
    if (error !== null) return <ProblemNotice error={error} onRetry={reload} />
    return patient ? <Skeleton {...skeleton} /> : <div class="waiting" />
  }
  return (
    <>
      {error !== null && (
        <p class="stale small" role="status">
          {words.stale}{' '}
          <Button size="s" kind="quiet" onClick={reload}>
            {words.retry}
          </Button>
        </p>
      )}
      {children(data)}
    </>
  )
}

/** True once `waiting` has lasted 150 ms. */
function useLater(waiting: boolean): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!waiting) {
      setLate(false)
      return undefined
    }
    const timer = setTimeout(() => setLate(true), 150)
    return () => clearTimeout(timer)
  }, [waiting])
  return late
}
