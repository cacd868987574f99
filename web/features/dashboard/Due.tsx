/** What is due: open work with its link, and how complete each domain's data are for the latest period. */
import type { Overview } from '../../../worker/routes/overview/schema.ts'
import { Icon } from '../../components/index.ts'
import { useFormat } from '../../format/useFormat.ts'
import { dashboardWords } from '../../i18n/dashboard.ts'
import { pick } from '../../i18n/locale.ts'
import { useWords } from '../../i18n/useWords.ts'

interface Props {
  readonly slug: string
  readonly due: Overview['due']
  readonly completeness: Overview['completeness']
}

export function Due({ slug, due, completeness }: Props) {
  const words = useWords(dashboardWords)
  const format = useFormat()
  return (
    <div class="stack">
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
      {completeness && (
        <table class="dash-complete">
          <caption>{words.completeness(format.period(completeness.period))}</caption>
          <thead class="visually-hidden">
            <tr>
              <th scope="col">{words.domain}</th>
              <th scope="col">{words.complete}</th>
            </tr>
          </thead>
          <tbody>
            {completeness.domains.map((domain) => {
              const share = domain.expected > 0 ? domain.filled / domain.expected : null
              const missing = domain.expected - domain.filled
              return (
                <tr key={domain.code}>
                  <th scope="row">{pick(domain.name, domain.nameEn)}</th>
                  <td class="num">
                    <span class="dash-meter" aria-hidden="true">
                      <span style={{ width: `${Math.round((share ?? 0) * 100)}%` }} />
                    </span>
                    {format.percent(share, 0)}
                    {missing > 0 && (
                      <a
                        class="dash-missing"
                        href={`/c/${slug}/data?period=${completeness.period}&domain=${domain.code}`}
                      >
                        {words.missing(format.number(missing))}
                      </a>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </div>
  )
}
