/** Problems by row and column, errors first, with a filter by kind and a download of what is listed. */
import type { ImportProblem, ImportRecord } from '../../../worker/routes/imports/schema.ts'
import { Section, Select, Status, Table, type Column } from '../../components/index.ts'
import { useFormat } from '../../format/useFormat.ts'
import { dataWords } from '../../i18n/data.ts'
import { importWords } from '../../i18n/imports.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useQueryState } from '../../router/useQueryState.ts'
import { problemKind } from './problemKind.ts'

interface Line extends ImportProblem {
  readonly key: string
}

export function ProblemTable({ record, isDemo }: { readonly record: ImportRecord; readonly isDemo: boolean }) {
  const words = useWords(importWords)
  const data = useWords(dataWords)
  const format = useFormat()
  const [kind, setKind] = useQueryState('kind', '')
  if (record.problems.length === 0) return null
  const counts = new Map<string, number>()
  for (const group of record.problemGroups)
    counts.set(problemKind(group.code), (counts.get(problemKind(group.code)) ?? 0) + group.count)
  const rows: Line[] = record.problems
    .map((p, i) => ({ ...p, key: String(i) }))
    .filter((p) => kind === '' || problemKind(p.code) === kind)
  // The message names row, column and content itself: on a phone it stands alone.
  const narrow = innerWidth < 600
  const all = record.problemCount + record.warningCount
  const columns: Column<Line>[] = [
    {
      key: 'row',
      title: words.row,
      align: 'end',
      rowHeader: true,
      value: (p) => p.row ?? 0,
      csv: (p) => p.row,
      cell: (p) => <span class="num">{p.row ?? words.wholeFile}</span>,
    },
    {
      key: 'column',
      title: words.column,
      hidden: narrow,
      minChars: 6,
      value: (p) => p.column ?? '',
      cell: (p) => p.column ?? '—',
    },
    {
      key: 'value',
      title: words.value,
      hidden: narrow,
      value: (p) => p.value,
      cell: (p) => (p.value === null ? '—' : <code class="data-value">{p.value}</code>),
    },
    {
      key: 'severity',
      title: words.severity,
      value: (p) => (p.severity === 'error' ? words.errorKind : words.warningKind),
      cell: (p) => (
        <Status tone={p.severity === 'error' ? 'bad' : 'warn'}>
          {p.severity === 'error' ? words.errorKind : words.warningKind}
        </Status>
      ),
    },
    { key: 'message', title: words.message, minChars: narrow ? 12 : 24, value: (p) => p.message },
  ]
  const summary = [
    record.problemCount > 0 ? words.problemsErrors(format.number(record.problemCount)) : '',
    record.warningCount > 0 ? words.problemsWarnings(format.number(record.warningCount)) : '',
    all > record.problems.length ? words.listed(format.number(record.problems.length)) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ')
  return (
    <Section title={words.problems} lead={summary}>
      {counts.size > 1 && (
        <div class="filters">
          <Select
            id="problem-kind"
            label={words.kindOf}
            value={kind}
            options={[
              { value: '', label: words.counted(words.allKinds, format.number(all)) },
              ...[...counts].map(([key, n]) => ({
                value: key,
                label: words.counted(words[problemKindOf(key)], format.number(n)),
              })),
            ]}
            onChange={setKind}
          />
        </div>
      )}
      <Table
        id="problems"
        caption={words.problems}
        captionHidden
        rows={rows}
        columns={columns}
        rowKey={(p) => p.key}
        pageSize={50}
        csvName={`${record.fileName}-${words.problems}`}
        {...(isDemo ? { csvNotes: [data.demo] } : {})}
      />
    </Section>
  )
}

/** The keys of `counts` came from problemKind. */
function problemKindOf(key: string): ReturnType<typeof problemKind> {
  return key as ReturnType<typeof problemKind>
}
