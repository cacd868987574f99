/** How complete each domain's data are in one period, with the way to what is missing. */
import type { Overview } from '../../../worker/contract/overview.ts'
import { useFormat } from '../../format/useFormat.ts'
import { locale } from '../../i18n/locale.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import { dashboardWords } from '../../words/dashboard.ts'
import { useWords } from '../../i18n/useWords.ts'

interface Props {
  readonly slug: string
  readonly completeness: NonNullable<Overview['completeness']>
}

export function Completeness({ slug, completeness }: Props) {
  const words = useWords(dashboardWords)
  const format = useFormat()
  return (
    <table class="dash-complete">
      <caption class="visually-hidden">{words.completeness(format.period(completeness.period))}</caption>
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
              <th scope="row">{nameIn(locale.value, domain)}</th>
              <td class="num">
                <span class="dash-meter" aria-hidden="true">
                  <span style={{ width: `${Math.round((share ?? 0) * 100)}%` }} />
                </span>
                {format.percent(share, 0)}
                {missing > 0 && (
                  <a class="dash-missing" href={`/c/${slug}/data?period=${completeness.period}&domain=${domain.code}`}>
                    {words.missing(format.number(missing))}
                  </a>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
