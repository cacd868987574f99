/** Where it hurts: the shortfalls that touch most people, each a link to its place in the evaluation. */
import type { ShortBoard } from '../../../worker/routes/overview/schema.ts'
import { inBrackets } from '../../format/paren.ts'
import { formatUnit } from '../../format/unit.ts'
import { useFormat } from '../../format/useFormat.ts'
import { dashboardWords } from '../../i18n/dashboard.ts'
import { locale, pick } from '../../i18n/locale.ts'
import { useWords } from '../../i18n/useWords.ts'
import { targetText } from '../evaluation/model.ts'

interface Props {
  readonly boards: readonly ShortBoard[]
  /** Address of the evaluation. */
  readonly base: string
  readonly period: string
}

export function ShortBoards({ boards, base, period }: Props) {
  const words = useWords(dashboardWords)
  const format = useFormat()
  if (boards.length === 0) return <p class="muted">{words.noBoards}</p>
  return (
    <ol class="dash-boards">
      {boards.map((board) => {
        const unit = { unit: formatUnit(board.unit, locale.value) }
        const query = new URLSearchParams({ tab: 'ranking', period, node: board.indicator, area: board.area })
        return (
          <li key={`${board.indicator} ${board.area}`}>
            <a href={`${base}?${query}`}>
              <span class="dash-board-name">{pick(board.indicatorName, board.indicatorNameEn)}</span>
              <span class="dash-board-area">{pick(board.areaName, board.areaNameEn)}</span>
            </a>
            <span class="dash-board-facts num">
              <strong>
                {words.short(
                  inBrackets(format.number(board.gap, unit), format.percent(board.gapShare, 0), locale.value),
                )}
              </strong>
              <span class="muted">
                {words.gapLine(
                  format.number(board.value),
                  targetText(board.target, (value) => format.number(value)),
                )}
              </span>
              <span>
                {board.people === null ? (
                  <span class="muted">{words.noPeople}</span>
                ) : (
                  words.people(format.compact(board.people))
                )}
              </span>
            </span>
          </li>
        )
      })}
    </ol>
  )
}
