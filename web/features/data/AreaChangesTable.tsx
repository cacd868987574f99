/** What an import of areas does: each new area, each field from what to what, and the areas that the file does not name and that stay. */
import type { AreaChanges, ImportRecord } from '../../../worker/contract/imports.ts'
import { Section, StatBlock, Status, Table, type Column } from '../../components/index.ts'
import { useFormat } from '../../format/useFormat.ts'
import { locale } from '../../i18n/locale.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import { dataWords } from '../../words/data.ts'
import { importWords } from '../../words/imports.ts'
import { labelled } from '../../i18n/punctuation.ts'
import { useWords } from '../../i18n/useWords.ts'

type Item = AreaChanges['items'][number]
type Change = Item['fields'][number]

export function AreaCounts({ changes }: { readonly changes: AreaChanges }) {
  const words = useWords(importWords)
  const format = useFormat()
  return (
    <StatBlock
      stats={[
        { key: 'new', label: words.newAreas, value: format.number(changes.newCount) },
        { key: 'changed', label: words.changedAreas, value: format.number(changes.changedCount) },
        { key: 'same', label: words.sameAreas, value: format.number(changes.sameCount) },
        { key: 'absent', label: words.absentAreas, value: format.number(changes.absentCount), note: words.absentNote },
      ]}
    />
  )
}

export function AreaChangesTable({ record, isDemo }: { readonly record: ImportRecord; readonly isDemo: boolean }) {
  const words = useWords(importWords)
  const data = useWords(dataWords)
  const format = useFormat()
  const changes = record.areaChanges
  if (changes === null) return null
  const names: Readonly<Record<Change['field'], string>> = {
    name: data.areaName,
    nameEn: data.areaNameEn,
    parentCode: data.parent,
    setting: data.setting,
    grouping: data.grouping,
    population: data.population,
  }
  const shown = (change: Change, value: string | null): string => {
    if (value === null) return words.nothing
    if (change.field === 'setting') return value === 'urban' ? data.urban : data.rural
    return change.field === 'population' ? format.number(Number(value)) : value
  }
  const fieldName = (c: Change): string => `${names[c.field]}${c.period === null ? '' : ` ${format.period(c.period)}`}`
  const sentence = (c: Change): string => `${fieldName(c)} ${shown(c, c.old)} → ${shown(c, c.new)}`
  const columns: Column<Item>[] = [
    {
      key: 'name',
      title: data.areaName,
      rowHeader: true,
      minChars: 6,
      value: (i) => nameIn(locale.value, i),
      cell: (i) => (
        <>
          {nameIn(locale.value, i)} <code class="muted">{i.code}</code>
        </>
      ),
    },
    {
      key: 'kind',
      title: words.severity,
      value: (i) => (i.isNew ? words.newKind : words.changedKind),
      cell: (i) => <Status tone={i.isNew ? 'good' : 'info'}>{i.isNew ? words.newKind : words.changedKind}</Status>,
    },
    {
      key: 'fields',
      title: words.changes,
      minChars: 14,
      value: (i) => i.fields.map(sentence).join('; '),
      cell: (i) =>
        i.fields.length === 0 ? (
          '—'
        ) : (
          <ul class="data-changes">
            {i.fields.map((c) => (
              <li key={`${c.field} ${c.period ?? ''}`}>
                {labelled(fieldName(c), '')}
                {c.old !== null || !i.isNew ? (
                  <>
                    <span class="data-old">{shown(c, c.old)}</span> → <strong>{shown(c, c.new)}</strong>
                  </>
                ) : (
                  <strong>{shown(c, c.new)}</strong>
                )}
              </li>
            ))}
            {i.fieldCount > i.fields.length && (
              <li class="muted">{words.andMore(format.number(i.fieldCount - i.fields.length))}</li>
            )}
          </ul>
        ),
    },
    { key: 'row', title: words.row, align: 'end', value: (i) => i.row, cell: (i) => <span class="num">{i.row}</span> },
  ]
  const all = changes.newCount + changes.changedCount
  return (
    <>
      {changes.items.length > 0 && (
        <Section
          title={record.state === 'ready' ? words.willChange : words.hasChanged}
          {...(all > changes.items.length ? { lead: words.listed(format.number(changes.items.length)) } : {})}
        >
          <Table
            id="area-changes"
            caption={words.willChange}
            captionHidden
            rows={changes.items}
            columns={columns}
            rowKey={(i) => i.code}
            pageSize={50}
            csvName={`${record.fileName}-${words.changes}`}
            {...(isDemo ? { csvNotes: [data.demo] } : {})}
          />
        </Section>
      )}
      {changes.absentCount > 0 && (
        <Section title={words.counted(words.absentAreas, format.number(changes.absentCount))} lead={words.absentLead}>
          <p>
            {changes.absent.map((a) => nameIn(locale.value, a)).join(words.listComma)}
            {changes.absentCount > changes.absent.length &&
              ` ${words.andMore(format.number(changes.absentCount - changes.absent.length))}`}
          </p>
        </Section>
      )}
    </>
  )
}
