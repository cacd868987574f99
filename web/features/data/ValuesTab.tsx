/** The table of one period: indicators down, areas across, missing hatched. The period is chosen in the header; it, framework, domain
 * and search stand in the address. */
import { useMemo } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { ObservationMatrix } from '../../../worker/contract/observations.ts'
import { useResource } from '../../api/useResource.ts'
import { Button, EmptyState, LinkButton, ResourceView, Select, TextInput } from '../../components/index.ts'
import { locale } from '../../i18n/locale.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import { dataWords } from '../../words/data.ts'
import { useWords } from '../../i18n/useWords.ts'
import { setQuery, useQueryState } from '../../router/useQueryState.ts'
import { usePeriodSlot } from '../shell/periodSlot.ts'
import { DataEmpty } from './DataEmpty.tsx'
import { saveCsv } from './saveCsv.ts'
import { useFramework, type FrameworkChoice } from './useFramework.ts'
import { ValuesTable } from './ValuesTable.tsx'
import type { DataTabProps } from './DataTabProps.ts'

export function ValuesTab({ slug, city }: DataTabProps) {
  const framework = useFramework(slug)
  const [asked] = useQueryState('period', '')
  const matrix = useResource(framework.ready ? `/api/v1/cities/${slug}/observations` : null, {
    frameworkId: framework.id,
    period: asked,
  })
  return (
    <ResourceView resource={matrix} skeleton={{ shape: 'table', lines: 12 }}>
      {(data) =>
        data.areas.length === 0 || data.indicators.length === 0 || data.periods.length === 0 ? (
          <DataEmpty slug={slug} city={city} areas={data.areas.length} indicators={data.indicators.length} />
        ) : (
          <Values slug={slug} city={city} data={data} framework={framework} />
        )
      }
    </ResourceView>
  )
}

interface ValuesProps extends DataTabProps {
  readonly data: ObservationMatrix
  readonly framework: FrameworkChoice
}

function Values({ slug, city, data, framework }: ValuesProps) {
  const words = useWords(dataWords)
  const { route } = useLocation()
  const [, setPeriod] = useQueryState('period', '')
  const [domain, setDomain] = useQueryState('domain', '')
  const [indicator] = useQueryState('indicator', '')
  const [search, setSearch] = useQueryState('q', '')
  const periods = useMemo(() => [...new Set([...data.periods, data.period])].sort(), [data])
  usePeriodSlot({ value: data.period, periods, onChange: setPeriod })
  const shown = useMemo(() => {
    const needle = search.trim().toLowerCase()
    return data.indicators.flatMap((row, at) => {
      const fits =
        (indicator === '' || row.code === indicator) &&
        (domain === '' || row.domainCode === domain) &&
        (needle === '' || `${row.code} ${row.name} ${row.nameEn}`.toLowerCase().includes(needle))
      return fits ? [at] : []
    })
  }, [data, search, domain, indicator])
  const clear = (): void => setQuery(route, { q: null, domain: null, indicator: null, area: null })
  return (
    <>
      <div class="filters">
        <Select
          id="values-framework"
          label={words.framework}
          value={framework.value}
          options={framework.options}
          onChange={framework.set}
        />
        {data.domains.length > 1 && (
          <Select
            id="values-domain"
            label={words.domain}
            value={domain}
            options={[
              { value: '', label: words.allDomains },
              ...data.domains.map((d) => ({ value: d.code, label: nameIn(locale.value, d) })),
            ]}
            onChange={setDomain}
          />
        )}
        <TextInput
          id="values-search"
          label={words.search}
          type="search"
          width="m"
          value={search}
          onInput={(text) => setSearch(text === '' ? null : text)}
        />
        {(search !== '' || domain !== '' || indicator !== '') && (
          <Button kind="quiet" icon="close" onClick={clear}>
            {words.clear}
          </Button>
        )}
        <span class="data-end">
          <Button
            icon="download"
            onClick={() =>
              void saveCsv(
                `/api/v1/cities/${slug}/observations`,
                { period: data.period, frameworkId: framework.id },
                `${slug}-${data.period}.csv`,
              )
            }
          >
            {words.exportLong}
          </Button>
        </span>
      </div>
      {shown.length === 0 ? (
        <EmptyState title={words.noMatch} action={<Button onClick={clear}>{words.clear}</Button>} />
      ) : (
        <ValuesTable data={data} shown={shown} city={city} />
      )}
      {city.can('data:write') && data.values.some((row) => row.includes(null)) && (
        <p class="data-after">
          <LinkButton href={`/c/${slug}/data/import?period=${encodeURIComponent(data.period)}`} icon="upload">
            {words.fillMissing}
          </LinkButton>
        </p>
      )}
    </>
  )
}
