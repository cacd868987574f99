/** A described trend in sentences, one for each unbroken stretch: tested with p and slope, or described when it is short. */
import type { ComponentChildren } from 'preact'
import type { DescribedTrend, TrendSegment } from '../../../worker/engine/time/describeTrend.ts'
import { Term } from '../../components/index.ts'
import { useFormat } from '../../format/useFormat.ts'
import { locale } from '../../i18n/locale.ts'
import { textIn } from '../../i18n/nameIn.ts'
import { movementWords } from '../../words/movement.ts'
import { useWords } from '../../i18n/useWords.ts'
import { pText } from './pText.ts'

interface Props {
  readonly trend: DescribedTrend
  /** What moves, when it is not the dispersion of one column. */
  readonly label?: ComponentChildren
  readonly digits?: number
}

export function SigmaText({ trend, label, digits = 3 }: Props) {
  const words = useWords(movementWords)
  const format = useFormat()
  const tested = trend.segments.some((segment) => segment.test !== null)
  return (
    <ul class="eval-notes">
      {trend.segments.map((segment) => (
        <li key={segment.from}>
          {segment.opens.map((one) => (
            <span key={one.period}>{words.breakAt(format.period(one.period), textIn(locale.value, one, 'note'))} </span>
          ))}
          {label ?? <Term method="sigmaConvergence">{words.sigma}</Term>}
          {'　'}
          <Stretch segment={segment} digits={digits} />
        </li>
      ))}
      {tested && (
        <li class="muted">
          {words.tested}
          <Term method="mannKendall">{words.kendall}</Term> · <Term method="senSlope">{words.sen}</Term>
        </li>
      )}
    </ul>
  )
}

function Stretch({ segment, digits }: { readonly segment: TrendSegment; readonly digits: number }) {
  const words = useWords(movementWords)
  const format = useFormat()
  const { test, first, last } = segment
  const [from, to] = [format.period(segment.from), format.period(segment.to)]
  const write = (value: number) => format.number(value, { digits })
  if (!first || !last || segment.n < 2) return <>{words.segmentFew(from, to)}</>
  if (test === null) {
    return (
      <>{words.segmentShort(from, to, write(first.value), write(last.value), segment.steady === true, segment.n)}</>
    )
  }
  const verdict = !test.significant ? 'none' : test.S > 0 ? 'up' : 'down'
  const p = pText(test.exactP ?? test.p, format)
  const { interval95 } = test
  return (
    <>
      {words.segmentTested(
        from,
        to,
        verdict,
        p,
        format.signed(test.senSlope, { digits: 4 }),
        interval95 === null
          ? words.noInterval
          : `${format.signed(interval95[0], { digits: 4 })} … ${format.signed(interval95[1], { digits: 4 })}`,
      )}
    </>
  )
}
