/** The state of an import as icon and word. */
import type { ImportSummary } from '../../../worker/contract/imports.ts'
import { Status, type Tone } from '../../components/index.ts'
import { importWords } from '../../words/imports.ts'
import { useWords } from '../../i18n/useWords.ts'

const TONES: Readonly<Record<ImportSummary['state'], Tone | 'neutral'>> = {
  rejected: 'bad',
  ready: 'info',
  committed: 'good',
  discarded: 'neutral',
  reverted: 'neutral',
}

export function ImportState({ state }: { readonly state: ImportSummary['state'] }) {
  const words = useWords(importWords)
  return <Status tone={TONES[state]}>{words[state]}</Status>
}
