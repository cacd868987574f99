/** The first answers of the overview: how good (score with its range, realization with its coverage) and how equal (degree with its convention). */
import type { Overview } from '../../../worker/routes/overview/schema.ts'
import { StatBlock, Term, type Stat } from '../../components/index.ts'
import { conventionText } from '../meaning/convention.ts'
import { useFormat } from '../../format/useFormat.ts'
import { dashboardWords } from '../../i18n/dashboard.ts'
import { pick } from '../../i18n/locale.ts'
import { meaningWords } from '../../i18n/meaning.ts'
import { useWords } from '../../i18n/useWords.ts'

type Headline = NonNullable<Overview['latest']>['evaluation']['headline']

export function Headline({ headline }: { readonly headline: Headline }) {
  const words = useWords(dashboardWords)
  const meaning = useWords(meaningWords)
  const format = useFormat()
  const one = { digits: 1 }
  const since = (now: number | null, before: number | null) =>
    headline.previousPeriod === null || now === null || before === null
      ? words.noPrevious
      : words.since(format.signed(now - before, one), format.period(headline.previousPeriod))
  const { lowest, highest } = headline
  const stats: Stat[] = [
    {
      key: 'score',
      label: words.score,
      value: format.number(headline.score, one),
      unit: words.points,
      change: since(headline.score, headline.previousScore),
      changeTone: tone(headline.score, headline.previousScore),
      ...(lowest && highest
        ? {
            range: words.rangeOf(
              format.number(lowest.score, one),
              pick(lowest.name, lowest.nameEn),
              format.number(highest.score, one),
              pick(highest.name, highest.nameEn),
            ),
          }
        : {}),
    },
    {
      key: 'realization',
      label: <Term method="realization">{meaning.realization}</Term>,
      value: format.number(headline.realization, one),
      unit: '%',
      change: since(headline.realization, headline.previousRealization),
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
  return <StatBlock stats={stats} size="l" />
}

/** A change too small to be written is neither good nor bad. */
function tone(now: number | null, before: number | null): 'good' | 'bad' | 'neutral' {
  if (now === null || before === null || Math.abs(now - before) < 0.05) return 'neutral'
  return now > before ? 'good' : 'bad'
}
