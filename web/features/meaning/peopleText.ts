/** People behind a gap, always with what the number counts: those not reached where that is known, else the residents of the area. Pure. */
import type { TargetGap } from '../../../worker/contract/evaluations.ts'
import type { WordsOf } from '../../i18n/area.ts'
import type { meaningWords } from '../../words/meaning.ts'

export function peopleText(
  { people, peopleBasis }: Pick<TargetGap, 'people' | 'peopleBasis'>,
  words: WordsOf<typeof meaningWords>,
  write: (count: number) => string,
): string {
  if (people === null || peopleBasis === null) return words.basisNone
  const count = write(Math.round(people))
  return peopleBasis === 'target-population' ? words.basisTarget(count) : words.basisArea(count)
}
