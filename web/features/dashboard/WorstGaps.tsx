/** Where it hurts: the worst shortfalls by weight and by their share of the anchor range, in the order the server gives, each a link to its
 * place in the evaluation. A people figure never stands without its basis. */
import type { WorstGap } from '../../../worker/contract/overview.ts'
import { inBrackets } from '../../format/marks.ts'
import { formatUnit } from '../../format/unit.ts'
import { useFormat } from '../../format/useFormat.ts'
import { textIn } from '../../i18n/nameIn.ts'
import { dashboardWords } from '../../words/dashboard.ts'
import { locale } from '../../i18n/locale.ts'
import { meaningWords } from '../../words/meaning.ts'
import { useWords } from '../../i18n/useWords.ts'
import { targetText } from '../evaluation/model.ts'
import { AnchorKind } from '../meaning/AnchorKind.tsx'
import { peopleText } from '../meaning/peopleText.ts'

interface Props {
  readonly boards: readonly WorstGap[]
  /** Address of the evaluation. */
  readonly base: string
  readonly period: string
}

export function WorstGaps({ boards, base, period }: Props) {
  const words = useWords(dashboardWords)
  const meaning = useWords(meaningWords)
  const format = useFormat()
  if (boards.length === 0) return <p class="muted">{words.noBoards}</p>
  return (
    <ol class="dash-boards">
      {boards.map((board) => {
        const unit = formatUnit(board.unit, locale.value)
        const query = new URLSearchParams({ tab: 'ranking', period, node: board.indicator, area: board.area })
        const gap = words.short(format.difference(board.gap, board.unit))
        return (
          <li key={`${board.indicator} ${board.area}`}>
            <a href={`${base}?${query}`}>
              <span class="dash-board-name">{textIn(locale.value, board, 'indicatorName')}</span>
              <span class="dash-board-area">{textIn(locale.value, board, 'areaName')}</span>
            </a>
            <span class="dash-board-facts num">
              <strong>
                {board.inRange === null
                  ? gap
                  : inBrackets(gap, words.inRange(format.percent(board.inRange, 0)), locale.value)}
              </strong>
              <span class="muted">
                {words.gapLine(
                  format.number(board.value, { unit }),
                  targetText(board.target, (value) => format.number(value, { unit })),
                )}
              </span>
              <AnchorKind source={board.targetSource ?? { kind: board.targetKind, document: '', year: null }} />
              <span class="muted">{peopleText(board, meaning, (count) => format.compact(count))}</span>
            </span>
          </li>
        )
      })}
    </ol>
  )
}
