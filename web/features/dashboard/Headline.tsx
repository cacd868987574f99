/** The first two answers of the overview: how good (score, range over areas, change) and how equal (degree, its index, change). */
import type { Overview } from '../../../worker/routes/overview/schema.ts'
import { StatBlock, Term, type Stat } from '../../components/index.ts'
import { useFormat } from '../../format/useFormat.ts'
import { dashboardWords } from '../../i18n/dashboard.ts'
import { pick } from '../../i18n/locale.ts'
import { indexWords, isIndexKey } from '../../i18n/measures.ts'
import { useWords } from '../../i18n/useWords.ts'

type Headline = NonNullable<Overview['latest']>['evaluation']['headline']

export function Headline({ headline }: { readonly headline: Headline }) {
  const words = useWords(dashboardWords)
  const names = useWords(indexWords)
  const format = useFormat()
  const one = { digits: 1 }
  const since = (now: number | null, before: number | null) =>
    headline.previousPeriod === null || now === null || before === null
      ? words.noPrevious
      : words.since(format.signed(now - before, one), format.period(headline.previousPeriod))
  const { lowest, highest } = headline
  const index = isIndexKey(headline.indexKey) ? names[headline.indexKey] : headline.indexKey
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
      key: 'degree',
      label: <Term method="degree">{names.degree}</Term>,
      value: format.number(headline.degree, one),
      change: since(headline.degree, headline.previousDegree),
      changeTone: tone(headline.degree, headline.previousDegree),
      range: words.degreeBy(index, format.number(headline.index, { digits: 3 }), headline.weighted),
      note: <Term method="cv">{words.cvNote(format.number(headline.cv, { digits: 3 }))}</Term>,
    },
  ]
  return <StatBlock stats={stats} size="l" />
}

/** A change too small to be written is neither good nor bad. */
function tone(now: number | null, before: number | null): 'good' | 'bad' | 'neutral' {
  if (now === null || before === null || Math.abs(now - before) < 0.05) return 'neutral'
  return now > before ? 'good' : 'bad'
}
