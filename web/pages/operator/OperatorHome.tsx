/** The operator's room: regional databases and the relay first, then organisations and the form for a new one. */
import { useState } from 'preact/hooks'
import type { OperatorHealth, OperatorOrganisation } from '../../../worker/contract/operator.ts'
import { useResource } from '../../api/useResource.ts'
import {
  Badge,
  Button,
  type Column,
  EmptyState,
  Notice,
  PageHeader,
  ResourceView,
  Section,
  Status,
  Table,
} from '../../components/index.ts'
import { NewOrganisationDialog } from '../../features/operator/NewOrganisationDialog.tsx'
import { useRegionName } from '../../features/shell/useRegionName.ts'
import { type Format, useFormat } from '../../format/useFormat.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import type { WordsOf } from '../../i18n/area.ts'
import { locale } from '../../i18n/locale.ts'
import { operatorWords } from '../../words/operator.ts'
import { shellWords } from '../../words/shell.ts'
import { useWords } from '../../i18n/useWords.ts'
import { marks } from '../../format/marks.ts'

type RegionHealth = OperatorHealth['regions'][number]

export default function OperatorHome() {
  const words = useWords(operatorWords)
  const shell = useWords(shellWords)
  const format = useFormat()
  const regionName = useRegionName()
  const health = useResource('/api/v1/operator/health')
  const organisations = useResource('/api/v1/operator/organisations')
  const [creating, setCreating] = useState(false)
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        action={
          <Button kind="primary" icon="plus" onClick={() => setCreating(true)}>
            {words.add}
          </Button>
        }
      />
      <Section title={words.regions}>
        <ResourceView resource={health} skeleton={{ shape: 'table' }}>
          {(data) => <RegionTable regions={data.regions} />}
        </ResourceView>
      </Section>
      <Section title={words.organisations}>
        <ResourceView resource={organisations} skeleton={{ shape: 'table' }}>
          {(list) => (
            <Table
              id="organisations"
              caption={words.organisations}
              captionHidden
              rows={list.items}
              rowKey={(item) => item.id}
              columns={organisationColumns(words, shell.demo, format, regionName)}
              csvName="junheng-organisations"
              empty={<EmptyState title={words.noneTitle} />}
            />
          )}
        </ResourceView>
      </Section>
      <NewOrganisationDialog open={creating} onClose={() => setCreating(false)} onCreated={organisations.reload} />
    </>
  )
}

function RegionTable({ regions }: { readonly regions: readonly RegionHealth[] }) {
  const words = useWords(operatorWords)
  const format = useFormat()
  const down = regions.filter((region) => !region.reachable)
  const failing = regions.reduce((sum, region) => sum + region.failing, 0)
  return (
    <>
      {down.length > 0 && (
        <Notice tone="bad" live>
          {words.downNotice(down.map((region) => nameIn(locale.value, region)).join(marks(locale.value).listComma))}
        </Notice>
      )}
      {failing > 0 && <Notice tone="warn">{words.failingNotice(failing)}</Notice>}
      <Table
        id="regions"
        bare
        caption={words.regions}
        captionHidden
        rows={regions}
        rowKey={(region) => region.code}
        columns={[
          { key: 'name', title: words.region, rowHeader: true, value: (region) => nameIn(locale.value, region) },
          {
            key: 'reachable',
            title: words.reachable,
            value: (region) => Number(region.reachable),
            cell: (region) => (
              <Status tone={region.reachable ? 'good' : 'bad'}>{region.reachable ? words.up : words.down}</Status>
            ),
          },
          { key: 'waiting', title: words.waiting, align: 'end', value: (region) => region.waiting },
          {
            key: 'oldest',
            title: words.oldest,
            align: 'end',
            value: (region) => region.oldestWaitingAt,
            cell: (region) => format.dateTime(region.oldestWaitingAt),
          },
          { key: 'failing', title: words.failing, align: 'end', value: (region) => region.failing },
        ]}
      />
    </>
  )
}

function organisationColumns(
  words: WordsOf<typeof operatorWords>,
  demo: string,
  format: Format,
  regionName: (code: string | null) => string,
): readonly Column<OperatorOrganisation>[] {
  const kind = (item: OperatorOrganisation): string =>
    ({ city: words.kindCity, group: words.kindGroup, assessor: words.kindAssessor, operator: words.kindOperator })[
      item.kind
    ]
  return [
    {
      key: 'name',
      title: words.name,
      rowHeader: true,
      value: (item) => nameIn(locale.value, item),
      cell: (item) => (
        <>
          {nameIn(locale.value, item)} {item.isDemo && <Badge tone="warn">{demo}</Badge>}
        </>
      ),
    },
    { key: 'kind', title: words.kind, value: kind },
    { key: 'slug', title: words.slug, value: (item) => item.slug, cell: (item) => <code>{item.slug}</code> },
    { key: 'region', title: words.region, value: (item) => regionName(item.regionCode) },
    {
      key: 'status',
      title: words.status,
      value: (item) => item.status,
      cell: (item) => (item.status === 'active' ? words.active : words.inactive),
    },
    { key: 'members', title: words.members, align: 'end', value: (item) => item.memberCount },
    { key: 'publications', title: words.publications, align: 'end', value: (item) => item.publicationCount },
    {
      key: 'created',
      title: words.created,
      align: 'end',
      value: (item) => item.createdAt,
      csv: (item) => format.date(item.createdAt),
      cell: (item) => format.date(item.createdAt),
    },
  ]
}
