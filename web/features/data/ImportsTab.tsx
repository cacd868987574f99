/** Every import of the city, newest first. */
import { useLocation } from 'preact-iso'
import type { ImportSummary } from '../../../worker/contract/imports.ts'
import { Button, EmptyState, LinkButton, ProblemNotice, Skeleton, Table, type Column } from '../../components/index.ts'
import { useFormat } from '../../format/useFormat.ts'
import { dataWords } from '../../words/data.ts'
import { importWords } from '../../words/imports.ts'
import { useWords } from '../../i18n/useWords.ts'
import { usePaged } from '../evaluation/usePaged.ts'
import { ImportState } from './ImportState.tsx'
import type { DataTabProps } from './DataTabProps.ts'

export function ImportsTab({ slug, city }: DataTabProps) {
  const words = useWords(importWords)
  const data = useWords(dataWords)
  const format = useFormat()
  const { route } = useLocation()
  const list = usePaged(`/api/v1/cities/${slug}/imports`)
  const href = (row: ImportSummary): string => `/c/${slug}/data/imports/${row.id}`
  const number = (key: string, title: string, value: (row: ImportSummary) => number): Column<ImportSummary> => ({
    key,
    title,
    align: 'end',
    value,
    cell: (row) => <span class="num">{format.number(value(row))}</span>,
  })
  const columns: Column<ImportSummary>[] = [
    {
      key: 'file',
      title: words.fileName,
      rowHeader: true,
      minChars: 12,
      value: (row) => row.fileName,
      cell: (row) => <a href={href(row)}>{row.fileName}</a>,
    },
    {
      key: 'kind',
      title: words.kind,
      value: (row) => (row.kind === 'areas' ? words.areasKind : words.valuesKind),
    },
    {
      key: 'state',
      title: words.state,
      value: (row) => words[row.state],
      cell: (row) => <ImportState state={row.state} />,
    },
    {
      key: 'periods',
      title: words.periods,
      value: (row) => row.periods.join(' '),
      cell: (row) => row.periods.map((p) => format.period(p)).join(' ') || '—',
    },
    number('values', words.valuesCount, (row) => row.valueCount),
    number('changed', words.changedCells, (row) => row.changedCount),
    number('problems', words.problems, (row) => row.problemCount),
    { ...number('rows', words.rows, (row) => row.rowCount), hidden: true },
    { key: 'by', title: words.by, value: (row) => row.createdByName },
    {
      key: 'uploaded',
      title: words.uploadedAt,
      value: (row) => row.createdAt,
      csv: (row) => format.dateTime(row.createdAt),
      cell: (row) => format.dateTime(row.createdAt),
    },
  ]
  if (list.error !== null) return <ProblemNotice error={list.error} onRetry={list.reload} />
  if (list.items === null) return <Skeleton shape="table" />
  if (list.items.length === 0) {
    const start = (
      <LinkButton kind="primary" href={`/c/${slug}/data/import`}>
        {data.import}
      </LinkButton>
    )
    return (
      <EmptyState title={words.emptyTitle} action={city.can('data:write') ? start : undefined}>
        {words.emptyText}
      </EmptyState>
    )
  }
  return (
    <>
      <Table
        id="imports"
        caption={words.listCaption}
        captionHidden
        rows={list.items}
        columns={columns}
        rowKey={(row) => row.id}
        sort={{ key: 'uploaded', descending: true }}
        csvName={`${slug}-imports`}
        onOpen={(row) => route(href(row))}
        {...(city.isDemo ? { csvNotes: [data.demo] } : {})}
      />
      {list.hasMore && (
        <Button busy={list.loading} onClick={list.more}>
          {words.more}
        </Button>
      )}
    </>
  )
}
