/** Both editions in one table. A name not yet checked against the official text carries a mark in words, not colour alone. */
import { useMemo } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Catalogue } from '../../../worker/contract/public.ts'
import { Button, Checkbox, EmptyState, Notice, Select, Table, TextInput } from '../../components/index.ts'
import { locale } from '../../i18n/locale.ts'
import { halfIn, nameIn, textIn } from '../../i18n/nameIn.ts'
import { referenceWords } from '../../words/reference.ts'
import { useWords } from '../../i18n/useWords.ts'
import { setQuery, useQueryState } from '../../router/useQueryState.ts'
import { catalogueRows, type CatalogueRow } from './catalogueRows.ts'
import { ChangeBadge, changeText } from './ChangeBadge.tsx'
import { labelled } from '../../i18n/punctuation.ts'

export function CatalogueItems({ older, newer }: { readonly older: Catalogue; readonly newer: Catalogue }) {
  const words = useWords(referenceWords)
  const { route } = useLocation()
  const [domain, setDomain] = useQueryState('domain', '')
  const [search, setSearch] = useQueryState('q', '')
  const [only, setOnly] = useQueryState('changed', '')
  const all = useMemo(() => catalogueRows(older, newer), [older, newer])
  const needle = search.trim().toLowerCase()
  const rows = all.filter(
    (row) =>
      (domain === '' || row.domain.code === domain) &&
      (only === '' || row.change !== null) &&
      `${row.code} ${row.older?.name ?? ''} ${row.newer?.name ?? ''} ${row.category.name} ${row.category.nameEn}`
        .toLowerCase()
        .includes(needle),
  )
  const unchecked = all.filter((row) => row.newer?.verified === false || row.older?.verified === false).length
  return (
    <>
      <div class="filters">
        <TextInput id="q" type="search" width="m" label={words.itemSearch} value={search} onInput={setSearch} />
        <Select
          id="domain"
          label={words.domain}
          value={domain}
          onChange={setDomain}
          options={[
            { value: '', label: words.allDomains },
            ...older.domains.map((item) => ({ value: item.code, label: nameIn(locale.value, item) })),
          ]}
        />
        <Checkbox label={words.onlyChanges} checked={only !== ''} onChange={(on) => setOnly(on ? '1' : null)} />
      </div>
      <p class="facts-line small muted">
        <span>
          {labelled(words.edition2021, words.counts(older.counts.domains, older.counts.categories, older.counts.items))}
        </span>
        <span>
          {labelled(words.edition2023, words.counts(newer.counts.domains, newer.counts.categories, newer.counts.items))}
        </span>
      </p>
      {unchecked > 0 && <Notice tone="warn">{words.uncheckedCount(unchecked)}</Notice>}
      <Table
        id="items"
        caption={words.tabItems}
        captionHidden
        rows={rows}
        rowKey={(row) => row.code}
        csvName="junheng-catalogue"
        pageSize={200}
        columns={[
          {
            key: 'code',
            title: words.code,
            value: (row) => row.code,
            cell: (row) => <span class="num nowrap">{row.code}</span>,
          },
          {
            key: 'older',
            title: words.edition2021,
            rowHeader: true,
            value: (row) => row.older?.name ?? null,
            cell: (row) => <ItemName item={row.older} />,
            minChars: 11,
          },
          {
            key: 'newer',
            title: words.edition2023,
            value: (row) => row.newer?.name ?? null,
            cell: (row) => <ItemName item={row.newer} />,
            minChars: 11,
          },
          {
            key: 'change',
            title: words.change,
            value: (row) => (row.change === null ? null : changeText(row.change, words)),
            cell: (row) => (row.change === null ? '' : <ChangeBadge kind={row.change} />),
          },
          {
            key: 'category',
            title: words.category,
            value: (row) => nameIn(locale.value, row.category),
            minChars: 8,
          },
          { key: 'domain', title: words.domain, value: (row) => nameIn(locale.value, row.domain), minChars: 6 },
          {
            key: 'checked',
            title: words.uncheckedShort,
            hidden: true,
            value: (row) => (row.newer?.verified === false || row.older?.verified === false ? words.unchecked : null),
          },
        ]}
        empty={
          <EmptyState
            title={words.noItems}
            action={
              <Button onClick={() => setQuery(route, { q: null, domain: null, changed: null })}>{words.clear}</Button>
            }
          >
            {words.noItemsText}
          </EmptyState>
        }
      />
      <p class="small muted prose catalogue-source">
        {labelled(words.source, halfIn(locale.value, older.source))}
        <br />
        {halfIn(locale.value, newer.source)}
        <br />
        {textIn(locale.value, newer, 'note')}
      </p>
    </>
  )
}

function ItemName({ item }: { readonly item: CatalogueRow['older'] }) {
  const words = useWords(referenceWords)
  if (item === null) return <span class="muted">{words.notIn}</span>
  return (
    <>
      <span lang="zh-CN">{item.name}</span>
      {!item.verified && (
        <span class="unchecked" title={words.unchecked}>
          {words.uncheckedShort}
        </span>
      )}
    </>
  )
}
