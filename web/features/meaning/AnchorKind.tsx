/** The kind of an anchor as a word that tells its document and year on focus: 标准 · 规划 · 估计. */
import type { AnchorSource } from '../../../worker/contract/frameworks.ts'
import { Badge, Explained } from '../../components/index.ts'
import type { WordsOf } from '../../i18n/area.ts'
import { meaningWords } from '../../words/meaning.ts'
import { useWords } from '../../i18n/useWords.ts'

interface Props {
  /** Null counts as estimated, as it does when scores are computed. */
  readonly source: AnchorSource | null | undefined
}

export function AnchorKind({ source }: Props) {
  const words = useWords(meaningWords)
  const kind = source?.kind ?? 'estimated'
  return (
    <Badge tone={kind === 'estimated' ? 'neutral' : 'info'}>
      <Explained note={anchorNote(source, words)}>{words[`kind.${kind}`]}</Explained>
    </Badge>
  )
}

/** Kind, document and year in one sentence, for notes and for print. */
export function anchorNote(source: AnchorSource | null | undefined, words: WordsOf<typeof meaningWords>): string {
  const parts = [words[`kindLong.${source?.kind ?? 'estimated'}`]]
  if (source && source.document !== '') parts.push(words.document(source.document))
  else if (source && source.kind !== 'estimated') parts.push(words.noDocument)
  if (source && source.year !== null) parts.push(words.forYear(source.year))
  return parts.join(' · ')
}
