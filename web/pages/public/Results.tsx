/** Published results: filtered by region and text, selected rows go to the comparison. */
import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { PublicationSummary } from '../../../worker/contract/public.ts'
import { api } from '../../api/client.ts'
import { useResource } from '../../api/useResource.ts'
import {
  Badge,
  Button,
  type Column,
  EmptyState,
  LinkButton,
  PageHeader,
  ResourceView,
  Select,
  Table,
  TextInput,
} from '../../components/index.ts'
import { conventionText } from '../../features/meaning/convention.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import type { WordsOf } from '../../i18n/area.ts'
import { meaningWords } from '../../words/meaning.ts'
import type { PublicationPage, RegionList } from '../../features/shell/wireTypes.ts'
import { useRegionName } from '../../features/shell/useRegionName.ts'
import { type Format, useFormat } from '../../format/useFormat.ts'
import { locale } from '../../i18n/locale.ts'
import { resultWords } from '../../words/results.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useQueryList } from '../../router/useQueryList.ts'
import { setQuery, useQueryState } from '../../router/useQueryState.ts'

export default function Results() {
  const words = useWords(resultWords)
  const format = useFormat()
  const { route } = useLocation()
  const [region, setRegion] = useQueryState('region', '')
  const [search, setSearch] = useQueryState('q', '')
  const [versions, setVersions] = useQueryState('versions', 'latest')
  const [selected, setSelected] = useQueryList('select')
  const regions = useResource<RegionList>('/api/v1/regions')
  const query = { region, latest: versions === 'latest', limit: 100 }
  const first = useResource<PublicationPage>('/api/v1/publications', query)
  const [more, setMore] = useState<PublicationPage | null>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => setMore(null), [region, versions])
  const regionName = useRegionName()
  const loadMore = async (cursor: string): Promise<void> => {
    setBusy(true)
    try {
      const next = await api.get<PublicationPage>('/api/v1/publications', { query: { ...query, cursor } })
      setMore({ items: [...(more?.items ?? []), ...next.items], nextCursor: next.nextCursor })
    } finally {
      setBusy(false)
    }
  }
  const chosen = new Set(selected)
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      <div class="filters filters-stack">
        <TextInput
          id="q"
          label={words.search}
          type="search"
          width="m"
          value={search}
          onInput={(value) => setSearch(value)}
        />
        <Select
          id="region"
          label={words.region}
          value={region}
          onChange={(value) => setRegion(value)}
          options={[
            { value: '', label: words.allRegions },
            ...(regions.data?.items ?? []).map((item) => ({ value: item.code, label: nameIn(locale.value, item) })),
          ]}
        />
        <Select
          id="versions"
          label={words.versions}
          value={versions}
          onChange={(value) => setVersions(value)}
          options={[
            { value: 'latest', label: words.latestOnly },
            { value: 'all', label: words.allVersions },
          ]}
        />
      </div>
      <ResourceView resource={first} skeleton={{ shape: 'table', lines: 6 }}>
        {(page) => {
          const all = [...page.items, ...(more?.items ?? [])]
          const cursor = (more ?? page).nextCursor
          const needle = search.trim().toLowerCase()
          const rows = all.filter((item) =>
            `${item.city.name} ${item.city.nameEn} ${item.title}`.toLowerCase().includes(needle),
          )
          return (
            <>
              <Table
                id="results"
                caption={words.caption}
                captionHidden
                rows={rows}
                columns={columnsFor(words, format, regionName)}
                rowKey={(item) => item.id}
                csvName="junheng-results"
                csvNotes={rows.some((item) => item.city.isDemo) ? [words.demo] : []}
                onOpen={(item) => route(`/results/${item.id}`)}
                selection={{
                  selected: chosen,
                  onChange: (keys) => setSelected([...keys]),
                  nameOf: (item) => nameIn(locale.value, item.city),
                  actions:
                    chosen.size > 1 ? (
                      <LinkButton size="s" kind="primary" href={`/compare?publications=${selected.join(',')}`}>
                        {words.compareSelected(chosen.size)}
                      </LinkButton>
                    ) : (
                      <span class="muted small">{words.pickTwo}</span>
                    ),
                }}
                empty={
                  all.length === 0 && region === '' ? (
                    <EmptyState
                      title={words.noneTitle}
                      action={<LinkButton href="/methods">{words.seeMethods}</LinkButton>}
                    >
                      {words.noneText}
                    </EmptyState>
                  ) : (
                    <EmptyState
                      title={words.emptyTitle}
                      action={<Button onClick={() => setQuery(route, { region: null, q: null })}>{words.clear}</Button>}
                    >
                      {words.emptyText}
                    </EmptyState>
                  )
                }
              />
              {cursor !== null && (
                <Button busy={busy} onClick={() => void loadMore(cursor)}>
                  {words.loadMore}
                </Button>
              )}
            </>
          )
        }}
      </ResourceView>
    </>
  )
}

function columnsFor(
  words: WordsOf<typeof resultWords>,
  format: Format,
  regionName: (code: string | null) => string,
): readonly Column<PublicationSummary>[] {
  return [
    {
      key: 'city',
      title: words.city,
      rowHeader: true,
      minChars: 5,
      value: (item) => nameIn(locale.value, item.city),
      cell: (item) => (
        <>
          <a href={`/results/${item.id}`}>{nameIn(locale.value, item.city)}</a>{' '}
          {item.city.isDemo && <Badge tone="warn">{words.demo}</Badge>}{' '}
          {!item.isLatest && <Badge>{words.superseded}</Badge>}
        </>
      ),
    },
    {
      key: 'score',
      title: words.score,
      sub: words.outOf,
      align: 'end',
      value: (item) => item.headlineScore,
      cell: (item) => format.number(item.headlineScore, { digits: 1 }),
    },
    {
      key: 'realization',
      title: meaningWords[locale.value].realization,
      sub: '%',
      align: 'end',
      value: (item) => item.realization,
      cell: (item) => format.number(item.realization, { digits: 1 }),
    },
    {
      key: 'degree',
      title: words.degree,
      sub: words.outOf,
      align: 'end',
      value: (item) => item.degree,
      cell: (item) => format.number(item.degree, { digits: 1 }),
    },
    { key: 'title', title: words.evaluation, value: (item) => item.title, minChars: 12 },
    {
      key: 'period',
      title: words.period,
      value: (item) => item.lastPeriod,
      cell: (item) =>
        item.firstPeriod === item.lastPeriod
          ? format.period(item.lastPeriod)
          : `${format.period(item.firstPeriod)} – ${format.period(item.lastPeriod)}`,
      minChars: 6,
    },
    { key: 'convention', title: words.index, value: (item) => conventionText(item.equality), minChars: 14 },
    { key: 'region', title: words.region, minChars: 6, value: (item) => regionName(item.city.regionCode) },
    {
      key: 'published',
      title: words.published,
      align: 'end',
      value: (item) => item.publishedAt,
      csv: (item) => format.date(item.publishedAt),
      cell: (item) => format.date(item.publishedAt),
      minChars: 7,
    },
  ]
}
