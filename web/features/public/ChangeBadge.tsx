/** What 2023 did to an item, as a word with a tone. */
import type { CatalogueDiff } from '../../../worker/contract/public.ts'
import { Badge } from '../../components/index.ts'
import type { WordsOf } from '../../i18n/area.ts'
import { referenceWords } from '../../words/reference.ts'
import { useWords } from '../../i18n/useWords.ts'

export type ChangeKind = CatalogueDiff['changes'][number]['kind']

export function changeText(kind: ChangeKind, words: WordsOf<typeof referenceWords>): string {
  return {
    added: words.changeAdded,
    raised: words.changeRaised,
    widened: words.changeWidened,
    renamed: words.changeRenamed,
  }[kind]
}

export function ChangeBadge({ kind }: { readonly kind: ChangeKind }) {
  const words = useWords(referenceWords)
  return (
    <Badge tone={kind === 'renamed' ? 'neutral' : kind === 'added' ? 'good' : 'info'}>{changeText(kind, words)}</Badge>
  )
}
