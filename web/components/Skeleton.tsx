/** The outline of what is coming. Shown after a moment only, so that fast answers do not flicker. */
import { componentWords } from '../words/components.ts'
import { useWords } from '../i18n/useWords.ts'

export interface SkeletonProps {
  readonly lines?: number
  readonly shape?: 'text' | 'table' | 'chart'
}

export function Skeleton({ lines = 4, shape = 'text' }: SkeletonProps) {
  const words = useWords(componentWords)
  return (
    <div class={`skeleton skeleton-${shape}`} role="status">
      <span class="visually-hidden">{words.loading}</span>
      {Array.from({ length: shape === 'chart' ? 1 : lines }, (_, index) => (
        <span key={index} class="skeleton-line" aria-hidden="true" />
      ))}
    </div>
  )
}
