/** The first answers of the overview: how good (score with its range, realization with its coverage) and how equal (degree with its convention). */
import type { Overview } from '../../../worker/contract/overview.ts'
import { StatBlock, Term, type Stat } from '../../components/index.ts'
import { conventionText } from '../meaning/convention.ts'
import { useFormat } from '../../format/useFormat.ts'
import { locale } from '../../i18n/locale.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import { dashboardWords } from '../../words/dashboard.ts'
import { meaningWords } from '../../words/meaning.ts'
import { useWords } from '../../i18n/useWords.ts'

type Headline = NonNullable<Overview['latest']>['evaluation']['headline']

interface Props {
  readonly headline: Headline
  /** Share of the weight on estimated anchors only; null or absent where it is not known. */
  readonly estimatedShare?: number | null | undefined
  /** False where each period was scored against its own areas: then nothing is compared, and a sentence says why. */
  readonly comparable?: boolean
  readonly size?: 'm' | 'l'
}

export function Headline({ headline, estimatedShare, comparable = true, size = 'l' }: Props) {
  const words = useWords(dashboardWords)
  const meaning = useWords(meaningWords)
  const format = useFormat()
  const one = { digits: 1 }
  const since = (now: number | null, before: number | null, unit?: string) =>
    headline.previousPeriod === null || now === null || before === null
      ? comparable
        ? words.noPrevious
        : meaning.sampleBoundsShort
      : words.since(format.signedDifference(now - before, unit, 1), format.period(headline.previousPeriod))
  const { lowest, highest } = headline
  const stats: Stat[] = [
    {
      key: 'score',
      label: <Term method="score">{words.score}</Term>,
      value: format.number(headline.score, one),
      unit: words.points,
      change: since(headline.score, headline.previousScore),
      changeTone: tone(headline.score, headline.previousScore),
      ...(lowest && highest
        ? {
            range: words.rangeOf(
              format.number(lowest.score, one),
              nameIn(locale.value, lowest),
              format.number(highest.score, one),
              nameIn(locale.value, highest),
            ),
          }
        : {}),
    },
    {
      key: 'realization',
      label: <Term method="realization">{meaning.realization}</Term>,
      value: format.number(headline.realization, one),
      unit: '%',
      change: since(headline.realization, headline.previousRealization, '%'),
      changeTone: tone(headline.realization, headline.previousRealization),
      range:
        headline.realization === null
          ? meaning.realizationNone
          : meaning.realizationCoverage(format.percent(headline.realizationCoverage, 0)),
    },
    {
      key: 'degree',
      label: <Term method="degree">{meaning.degree}</Term>,
      value: format.number(headline.degree, one),
      change: since(headline.degree, headline.previousDegree),
      changeTone: tone(headline.degree, headline.previousDegree),
      range: conventionText(headline.equality, headline.areaCount),
    },
  ]
  const notes = [
    ...(estimatedShare === null || estimatedShare === undefined
      ? []
      : [estimatedShare > 0 ? meaning.estimatedShare(format.percent(estimatedShare, 0)) : meaning.estimatedNone]),
    ...(comparable ? [] : [meaning.sampleBounds]),
  ]
  return (
    <>
      <StatBlock stats={stats} size={size} />
      {notes.map((note) => (
        <p key={note} class="small muted headline-note">
          {note}
        </p>
      ))}
    </>
  )
}

/** A change too small to be written is neither good nor bad. */
function tone(now: number | null, before: number | null): 'good' | 'bad' | 'neutral' {
  if (now === null || before === null || Math.abs(now - before) < 0.05) return 'neutral'
  return now > before ? 'good' : 'bad'
}
