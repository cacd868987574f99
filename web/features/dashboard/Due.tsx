/** What is due: open work, each with the link to where it is done. */
import type { Overview } from '../../../worker/contract/overview.ts'
import { Icon } from '../../components/index.ts'
import { useFormat } from '../../format/useFormat.ts'
import { dashboardWords } from '../../words/dashboard.ts'
import { useWords } from '../../i18n/useWords.ts'

interface Props {
  readonly due: Overview['due']
}

export function Due({ due }: Props) {
  const words = useWords(dashboardWords)
  const format = useFormat()
  return (
    <>
      {due.length === 0 ? (
        <p class="dash-done">
          <Icon name="check" /> {words.nothingDue}
        </p>
      ) : (
        <ul class="dash-due">
          {due.map((item) => (
            <li key={item.kind}>
              <a href={item.link}>{words[`due.${item.kind}`](format.number(item.count))}</a>
              <Icon name="right" size={16} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
