/** A city's frameworks, and the templates it may adopt. */
import { useLocation } from 'preact-iso'
import type { FrameworkSummary } from '../../../worker/contract/frameworks.ts'
import { useResource } from '../../api/useResource.ts'
import { Badge, EmptyState, PageHeader, ResourceView, Table, type Column } from '../../components/index.ts'
import { useCity } from '../../features/evaluation/useCity.ts'
import { TemplateList } from '../../features/framework/TemplateList.tsx'
import { useFormat } from '../../format/useFormat.ts'
import { locale } from '../../i18n/locale.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import { dashboardWords } from '../../words/dashboard.ts'
import { frameworkWords } from '../../words/frameworks.ts'
import { useWords } from '../../i18n/useWords.ts'
import type { CityParams, PageProps } from '../../router/PageProps.ts'
import '../../features/framework/framework.css'

export default function Frameworks({ params }: PageProps<CityParams>) {
  const words = useWords(frameworkWords)
  const rooms = useWords(dashboardWords)
  const format = useFormat()
  const city = useCity(params.city)
  const { route } = useLocation()
  const list = useResource(`/api/v1/cities/${params.city}/frameworks`)
  const canAdopt = city.can('framework:write')
  const columns: Column<FrameworkSummary>[] = [
    {
      key: 'name',
      title: words.colName,
      rowHeader: true,
      value: (row) => nameIn(locale.value, row),
      cell: (row) => <a href={`/c/${params.city}/frameworks/${row.id}`}>{nameIn(locale.value, row)}</a>,
      minChars: 12,
    },
    {
      key: 'version',
      title: words.colVersion,
      value: (row) => row.version,
      cell: (row) => <span class="nowrap">{words.version(row.version)}</span>,
    },
    {
      key: 'origin',
      title: words.colOrigin,
      value: (row) => (row.template === null ? words.own : words.fromTemplate(row.template.version)),
    },
    { key: 'domains', title: words.colDomains, align: 'end', value: (row) => row.domainCount },
    { key: 'indicators', title: words.colIndicators, align: 'end', value: (row) => row.indicatorCount },
    {
      key: 'updated',
      title: words.colUpdated,
      value: (row) => row.updatedAt,
      cell: (row) => <span class="nowrap">{format.date(row.updatedAt)}</span>,
      csv: (row) => new Date(row.updatedAt).toISOString(),
    },
  ]
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: city.name, href: `/c/${params.city}` }, { label: words.title }]}
        state={city.isDemo ? <Badge tone="warn">{rooms.demo}</Badge> : undefined}
      />
      <ResourceView resource={list} skeleton={{ shape: 'table' }}>
        {({ items }) => (
          <>
            {items.length === 0 ? (
              <EmptyState title={words.emptyTitle}>{canAdopt ? words.emptyText : words.emptyReader}</EmptyState>
            ) : (
              <Table
                id="frameworks"
                caption={words.caption}
                captionHidden
                rows={items}
                columns={columns}
                rowKey={(row) => row.id}
                onOpen={(row) => route(`/c/${params.city}/frameworks/${row.id}`)}
                bare
              />
            )}
            <TemplateList
              slug={params.city}
              frameworks={items}
              canAdopt={canAdopt}
              onAdopted={(framework) => route(`/c/${params.city}/frameworks/${framework.id}`)}
            />
          </>
        )}
      </ResourceView>
    </>
  )
}
