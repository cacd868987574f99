/** What keeps results from being read against each other: gravest first, each with the cities it concerns. */
import type { Comparison } from '../../../worker/contract/comparison.ts'
import { Notice, Section, Status } from '../../components/index.ts'
import { inBrackets, marks } from '../../format/marks.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import { comparisonWords } from '../../words/comparison.ts'
import { locale } from '../../i18n/locale.ts'
import { useWords } from '../../i18n/useWords.ts'
import { sortedNotes } from './compared.ts'

const TONE = { 'not-comparable': 'bad', caution: 'warn', info: 'info' } as const

export function ComparisonNotes({ comparison }: { readonly comparison: Comparison }) {
  const words = useWords(comparisonWords)
  if (comparison.notes.length === 0) return <Notice tone="good" title={words.noNotes} />
  const { listComma: comma } = marks(locale.value)
  const names = (ids: readonly string[]) =>
    comparison.cities
      .filter((city) => ids.includes(city.publication.id))
      .map((city) => nameIn(locale.value, city.publication.city))
  return (
    <Section title={words.notesTitle}>
      <ul class="compare-notes">
        {sortedNotes(comparison.notes).map((note) => {
          const concerned = names(note.publicationIds)
          return (
            <li key={`${note.code} ${note.publicationIds.join()}`}>
              <Status tone={TONE[note.severity]}>{words[`severity.${note.severity}`]}</Status>
              <span>
                {note.message}
                {concerned.length > 0 && concerned.length < comparison.cities.length && (
                  <span class="muted">{inBrackets('', words.concerns(concerned.join(comma)), locale.value)}</span>
                )}
              </span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
