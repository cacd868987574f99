/** A method term in running text: its one-sentence explanation on focus, hover or tap, and a link to the formula.
 * The explanations are loaded the first time one is asked for. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { MethodKey, methodsIn } from '../features/methods/methods.ts'
import { componentWords } from '../words/components.ts'
import { locale } from '../i18n/locale.ts'
import { useWords } from '../i18n/useWords.ts'
import { Explained } from './Explained.tsx'

export interface TermProps {
  readonly method: MethodKey
  readonly children: ComponentChildren
}

let loaded: typeof methodsIn | null = null

export function Term({ method, children }: TermProps) {
  const words = useWords(componentWords)
  const [, setRound] = useState(0)
  const fetchText = async (): Promise<void> => {
    loaded = (await import('../features/methods/methods.ts')).methodsIn
    setRound((n) => n + 1)
  }
  const text = loaded?.(locale.value)[method]
  return (
    <Explained
      // Without a network the link to the methods page still stands.
      onOpen={() => loaded === null && void fetchText().catch(() => undefined)}
      note={
        <>
          {text?.say ?? words.loading} <a href={`/methods#${method}`}>{words.methodLink}</a>
        </>
      }
    >
      {children}
    </Explained>
  )
}
