/** A text to copy (a key, a digest, a command). Falls back to selecting it where the clipboard is not available (plain http). */
import { useRef, useState } from 'preact/hooks'
import { componentWords } from '../words/components.ts'
import { useWords } from '../i18n/useWords.ts'
import { Button } from './Button.tsx'

export interface CopyTextProps {
  readonly text: string
  readonly label: string
  readonly block?: boolean
}

export function CopyText({ text, label, block }: CopyTextProps) {
  const words = useWords(componentWords)
  const shown = useRef<HTMLElement>(null)
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle')
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      setState('copied')
    } catch {
      if (shown.current !== null) getSelection()?.selectAllChildren(shown.current)
      setState('failed')
    }
    setTimeout(() => setState('idle'), 3000)
  }
  return (
    <div class={block === true ? 'copy copy-block' : 'copy'}>
      {block === true ? (
        <pre tabIndex={0} aria-label={label}>
          <code ref={shown}>{text}</code>
        </pre>
      ) : (
        <code ref={shown}>{text}</code>
      )}
      <Button size="s" onClick={() => void copy()}>
        {words.copy}
        <span class="visually-hidden"> {label}</span>
      </Button>
      <span role="status" class="small muted">
        {state === 'copied' ? words.copied : state === 'failed' ? words.copyFailed : ''}
      </span>
    </div>
  )
}
