/** A component whose code arrives on demand, holding its place meanwhile so that the page does not jump. */
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { ProblemNotice } from './ProblemNotice.tsx'
import { ApiError } from '../api/problem.ts'
import { underWay } from '../router/ready.ts'

export interface OnDemandProps<C> {
  readonly load: () => Promise<C>
  readonly height: number
  readonly children: (component: C) => ComponentChildren
}

export function OnDemand<C>({ load, height, children }: OnDemandProps<C>) {
  const [component, setComponent] = useState<{ readonly of: C } | null>(null)
  const [failed, setFailed] = useState(false)
  const fetchCode = async (): Promise<void> => {
    setFailed(false)
    try {
      const of = await underWay(load())
      setComponent({ of })
    } catch {
      setFailed(true)
    }
  }
  useEffect(() => void fetchCode(), [load])
  if (failed) return <ProblemNotice error={new ApiError(0, {})} onRetry={() => void fetchCode()} />
  return component === null ? (
    <div class="skeleton" style={{ minHeight: `${height}px` }} />
  ) : (
    <>{children(component.of)}</>
  )
}
