/** Stays at the bottom while something is not saved: how much, undo, discard, save. Warns before the page is left for another site. */
import { useEffect } from 'preact/hooks'
import { Button } from '../../components/index.ts'
import { frameworkWords } from '../../words/frameworks.ts'
import { useWords } from '../../i18n/useWords.ts'

export interface UnsavedBarProps {
  readonly count: number
  readonly faults: number
  readonly canUndo: boolean
  readonly nextVersion: number
  readonly onUndo: () => void
  readonly onDiscard: () => void
  readonly onSave: () => void
}

export function UnsavedBar({ count, faults, canUndo, nextVersion, onUndo, onDiscard, onSave }: UnsavedBarProps) {
  const words = useWords(frameworkWords)
  const dirty = count > 0 || faults > 0
  useEffect(() => {
    if (!dirty) return undefined
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [dirty])
  if (!dirty) return null
  return (
    <div class="framework-bar" role="region" aria-label={words.unsaved(count)}>
      <p role="status">
        {words.unsaved(count)}
        {faults > 0 && <span class="framework-fault-inline"> · {words.faulty(faults)}</span>}
      </p>
      <div class="row">
        <Button size="s" onClick={onUndo} disabled={!canUndo}>
          {words.undo}
        </Button>
        <Button size="s" kind="quiet" onClick={onDiscard}>
          {words.discard}
        </Button>
        <Button size="s" kind="primary" disabled={faults > 0 || count === 0} onClick={onSave}>
          {words.save(nextVersion)}
        </Button>
      </div>
    </div>
  )
}
