/** What anybody will see once it is published, counted, and what stays with the city. */
import type { PublicationPreview } from '../../../worker/contract/publication.ts'
import { disclosureWords } from '../../words/disclosure.ts'
import { useWords } from '../../i18n/useWords.ts'

const ORDER = [
  'areaScores',
  'cityScores',
  'degrees',
  'cityRealization',
  'areaRealization',
  'means',
  'indicatorDegrees',
  'values',
] as const

export function PublicList({ preview }: { readonly preview: PublicationPreview }) {
  const words = useWords(disclosureWords)
  const { disclosure, fields } = preview
  const kept = new Set(disclosure.kept.map((k) => k.what))
  const stays = [
    ...(disclosure.withheld.length > 0 ? [words.stayValues(disclosure.withheld.length), words.stayPeople] : []),
    ...(kept.has('areaScores') ? [words.keptAreaScores] : []),
    ...(kept.has('means') || kept.has('degrees') ? [words.keptIndicators] : []),
  ]
  return (
    <dl class="facts">
      <dt>{words.becomes}</dt>
      <dd>
        <ul>
          {ORDER.map((what) => {
            const count = fields.find((field) => field.what === what)?.count ?? 0
            return count === 0 ? null : <li key={what}>{words[what](count)}</li>
          })}
          <li>{words.method}</li>
        </ul>
      </dd>
      {stays.length > 0 && (
        <>
          <dt>{words.stays}</dt>
          <dd>
            <ul>
              {stays.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </dd>
        </>
      )}
    </dl>
  )
}
