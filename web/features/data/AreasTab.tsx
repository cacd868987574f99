/** Areas with their populations: add, edit, delete, or bring them all in one CSV. */
import { useState } from 'preact/hooks'
import type { Area, Populations } from '../../../worker/contract/areas.ts'
import { api } from '../../api/client.ts'
import { ApiError } from '../../api/problem.ts'
import { forget, useResource } from '../../api/useResource.ts'
import {
  Button,
  ConfirmButton,
  EmptyState,
  problemText,
  ResourceView,
  Table,
  toast,
  type Column,
} from '../../components/index.ts'
import { useFormat } from '../../format/useFormat.ts'
import { locale } from '../../i18n/locale.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import { componentWords } from '../../words/components.ts'
import { dataWords } from '../../words/data.ts'
import { useWords } from '../../i18n/useWords.ts'
import { AreaDialog } from './AreaDialog.tsx'
import { AreasCsvDialog } from './AreasCsvDialog.tsx'
import type { DataTabProps } from './DataTabProps.ts'

const nameOf = (area: Area): string => nameIn(locale.value, area)

type Open = { readonly kind: 'edit'; readonly area: Area | null } | { readonly kind: 'csv' } | null

export function AreasTab({ slug, city }: DataTabProps) {
  const areas = useResource(`/api/v1/cities/${slug}/areas`)
  const populations = useResource(`/api/v1/cities/${slug}/populations`)
  const [open, setOpen] = useState<Open>(null)
  const changed = (): void => {
    forget(`/api/v1/cities/${slug}`)
    areas.reload()
    populations.reload()
  }
  return (
    <ResourceView resource={areas} skeleton={{ shape: 'table' }}>
      {({ items }) => (
        <ResourceView resource={populations} skeleton={{ shape: 'table' }}>
          {(people) => (
            <>
              <AreaTable slug={slug} city={city} items={items} people={people} onOpen={setOpen} onChanged={changed} />
              {open?.kind === 'edit' && (
                <AreaDialog
                  slug={slug}
                  area={open.area}
                  areas={items}
                  people={people}
                  tags={{ areas: areas.etag ?? '', populations: populations.etag ?? '' }}
                  onClose={() => setOpen(null)}
                  onSaved={changed}
                />
              )}
              {open?.kind === 'csv' && (
                <AreasCsvDialog slug={slug} areas={items} people={people} onClose={() => setOpen(null)} />
              )}
            </>
          )}
        </ResourceView>
      )}
    </ResourceView>
  )
}

interface TableProps extends DataTabProps {
  readonly items: readonly Area[]
  readonly people: Populations
  readonly onOpen: (open: Open) => void
  readonly onChanged: () => void
}

function AreaTable({ slug, city, items, people, onOpen, onChanged }: TableProps) {
  const words = useWords(dataWords)
  const common = useWords(componentWords)
  const format = useFormat()
  const canWrite = city.can('data:write')
  const byCode = new Map(items.map((a) => [a.code, a]))
  const parents = new Set(items.map((a) => a.parentCode))
  const counts = new Map(people.items.map((p) => [`${p.areaCode} ${p.period}`, p.value]))
  const remove = async (area: Area): Promise<void> => {
    try {
      await api.delete(`/api/v1/cities/${slug}/areas/${encodeURIComponent(area.code)}`)
      toast({ message: words.deleted(nameOf(area)), tone: 'good' })
      onChanged()
    } catch (cause) {
      toast({ message: problemText(cause instanceof ApiError ? cause : new ApiError(0, {}), common), tone: 'bad' })
    }
  }
  const actions = canWrite ? (
    <>
      <Button
        kind={items.length === 0 ? 'primary' : 'secondary'}
        icon="plus"
        onClick={() => onOpen({ kind: 'edit', area: null })}
      >
        {words.addArea}
      </Button>
      <Button icon="upload" onClick={() => onOpen({ kind: 'csv' })}>
        {words.uploadAreas}
      </Button>
    </>
  ) : undefined
  if (items.length === 0) {
    return (
      <EmptyState
        title={words.noAreasTitle}
        action={actions === undefined ? undefined : <span class="row">{actions}</span>}
      >
        {words.noAreasText}
      </EmptyState>
    )
  }
  const settingOf = (area: Area): string => (area.setting === null ? '' : words[area.setting])
  const columns: Column<Area>[] = [
    { key: 'name', title: words.areaName, rowHeader: true, minChars: 6, value: nameOf },
    { key: 'code', title: words.areaCode, value: (a) => a.code, cell: (a) => <code>{a.code}</code> },
    {
      key: 'parent',
      title: words.parent,
      hidden: items.every((a) => a.parentCode === null),
      value: (a) => (a.parentCode === null ? '' : nameOf(byCode.get(a.parentCode) ?? a)),
      cell: (a) => (a.parentCode === null ? '—' : nameOf(byCode.get(a.parentCode) ?? a)),
    },
    { key: 'setting', title: words.setting, value: settingOf, cell: (a) => settingOf(a) || '—' },
    { key: 'grouping', title: words.grouping, value: (a) => a.grouping, cell: (a) => a.grouping || '—' },
    {
      key: 'compared',
      title: words.compared,
      hidden: true,
      value: (a) => (parents.has(a.code) ? words.comparedNo : words.comparedYes),
    },
    ...people.periods.map((period, i): Column<Area> => ({
      key: `population-${period}`,
      title: `${words.population} ${period}`,
      sub: words.people,
      align: 'end',
      // The two latest periods say what matters; the rest are one click away.
      hidden: i < people.periods.length - 2,
      value: (a) => counts.get(`${a.code} ${period}`) ?? null,
      cell: (a) => <span class="num">{format.number(counts.get(`${a.code} ${period}`) ?? null)}</span>,
    })),
  ]
  if (canWrite) {
    columns.push({
      key: 'actions',
      title: words.actions,
      cell: (a) => (
        <span class="row data-row-actions">
          <Button size="s" onClick={() => onOpen({ kind: 'edit', area: a })}>
            {words.editArea}
            <span class="visually-hidden"> {nameOf(a)}</span>
          </Button>
          <ConfirmButton
            size="s"
            title={words.deleteTitle(nameOf(a))}
            consequence={words.deleteText}
            confirm={words.deleteConfirm(nameOf(a))}
            onConfirm={() => remove(a)}
          >
            {words.deleteArea}
            <span class="visually-hidden"> {nameOf(a)}</span>
          </ConfirmButton>
        </span>
      ),
    })
  }
  return (
    <>
      {actions !== undefined && <div class="row data-actions">{actions}</div>}
      <Table
        id="areas"
        caption={words.areas}
        captionHidden
        rows={items}
        columns={columns}
        rowKey={(a) => a.code}
        csvName={`${slug}-areas`}
        {...(city.isDemo ? { csvNotes: [words.demo] } : {})}
      />
    </>
  )
}
