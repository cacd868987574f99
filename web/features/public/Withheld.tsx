/** What a published result says of itself: which values are public, what stays with the city and why, said where it would stand. */
import type { Publication } from '../../../worker/contract/publication.ts'
import { Notice } from '../../components/index.ts'
import { disclosureWords } from '../../words/disclosure.ts'
import { useWords } from '../../i18n/useWords.ts'

export function Withheld({ publication }: { readonly publication: Publication }) {
  const words = useWords(disclosureWords)
  const { disclosure, evaluation } = publication
  if (evaluation === null) return <Notice title={words.earlierTitle}>{words.earlierText}</Notice>
  if (disclosure.raw === 'published') return <Notice title={words.rawPublished}>{words.rawPublishedText}</Notice>
  const kept = new Set(disclosure.kept.map((k) => k.what))
  return (
    <Notice title={disclosure.raw === 'partly' ? words.rawPartly(disclosure.withheld.length) : words.rawWithheld}>
      <p>{words.rawWithheldText(disclosure.figures, disclosure.areaDecimals, disclosure.fewestAreas)}</p>
      {kept.has('areaScores') && <p>{words.keptAreaScores}</p>}
      {(kept.has('means') || kept.has('degrees')) && <p>{words.keptIndicators}</p>}
    </Notice>
  )
}
