/** How many areas have a value, per indicator and period, under the headings of the domains. */
import { useLocation } from 'preact-iso'
import type { Completeness } from '../../../worker/contract/observations.ts'
import { useResource } from '../../api/useResource.ts'
import { HeatTable } from '../../charts/HeatTable.tsx'
import type { HeatCell } from '../../charts/heat.ts'
import { ResourceView, Select } from '../../components/index.ts'
import { useFormat } from '../../format/useFormat.ts'
import { locale } from '../../i18n/locale.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import { dataWords } from '../../words/data.ts'
import { useWords } from '../../i18n/useWords.ts'
import { DataEmpty } from './DataEmpty.tsx'
import { TemplateMenu } from './TemplateMenu.tsx'
import { useFramework } from './useFramework.ts'
import type { DataTabProps } from './DataTabProps.ts'

export function CompletenessTab({ slug, city }: DataTabProps) {
  const words = useWords(dataWords)
  const framework = useFramework(slug)
  const resource = useResource(framework.ready ? `/api/v1/cities/${slug}/observations/completeness` : null, {
    frameworkId: framework.id,
  })
  return (
    <ResourceView resource={resource} skeleton={{ shape: 'table', lines: 12 }}>
      {(data) =>
        data.expected === 0 || data.indicators.length === 0 || data.periods.length === 0 ? (
          <DataEmpty slug={slug} city={city} areas={data.expected} indicators={data.indicators.length} />
        ) : (
          <>
            <div class="filters">
              <Select
                id="completeness-framework"
                label={words.framework}
                value={framework.value}
                options={framework.options}
                onChange={framework.set}
              />
              <span class="data-end">
                <TemplateMenu
                  city={slug}
                  frameworkId={framework.id}
                  period={data.periods[data.periods.length - 1] ?? ''}
                />
              </span>
            </div>
            <CompletenessTable data={data} slug={slug} city={city} />
          </>
        )
      }
    </ResourceView>
  )
}

function CompletenessTable({ data, slug, city }: DataTabProps & { readonly data: Completeness }) {
  const words = useWords(dataWords)
  const format = useFormat()
  const { route } = useLocation()
  const last = data.periods.length - 1
  const filled = data.indicators.reduce((sum, i) => sum + (i.filled[last] ?? 0), 0)
  const domainName = new Map(data.domains.map((d) => [d.code, nameIn(locale.value, d)]))
  const at = new Map(data.periods.map((p, i) => [p, i]))
  const counts = new Map(data.indicators.map((i) => [i.code, i.filled]))
  const cell = (code: string, period: string): HeatCell => {
    const n = counts.get(code)?.[at.get(period) ?? -1] ?? 0
    const share = n / data.expected
    // A cell that lacks one area must not look like a full one: only full ones take the darkest steps.
    return {
      value: n,
      shade: n === 0 ? null : share === 1 ? 1 : share * 0.6,
      score: share * 100,
      state: n === 0 ? 'missing' : 'ok',
      text: words.filledOf(format.number(n), format.number(data.expected)),
    }
  }
  return (
    <HeatTable
      title={words.completeFinding(
        format.percent(filled / (data.expected * data.indicators.length), 1),
        format.period(data.periods[last]),
      )}
      corner={words.indicator}
      indicator={words.filled}
      unit={words.filledUnit}
      source={words.source(city.name)}
      demo={city.isDemo}
      headingLevel={2}
      rows={data.indicators.map((i) => ({
        key: i.code,
        label: nameIn(locale.value, i),
        group: i.domainCode,
        groupLabel: domainName.get(i.domainCode),
      }))}
      columns={data.periods.map((p) => ({ key: p, label: format.period(p), digits: 0 }))}
      cell={(row, column) => cell(row.key, column.key)}
      shadeLabel={words.completeShade}
      onOpen={(row, column) =>
        route(`/c/${slug}/data?period=${encodeURIComponent(column.key)}&indicator=${encodeURIComponent(row.key)}`)
      }
    />
  )
}
