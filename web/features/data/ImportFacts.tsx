/** What was read: counts of new, changed and unchanged values, and the facts of the file. */
import type { ImportRecord } from '../../../worker/contract/imports.ts'
import { Section, StatBlock } from '../../components/index.ts'
import { useFormat } from '../../format/useFormat.ts'
import { importWords } from '../../words/imports.ts'
import { useWords } from '../../i18n/useWords.ts'
import { AreaCounts } from './AreaChangesTable.tsx'

export function ImportCounts({ record }: { readonly record: ImportRecord }) {
  const words = useWords(importWords)
  const format = useFormat()
  if (record.state === 'rejected') return null
  if (record.areaChanges !== null) return <AreaCounts changes={record.areaChanges} />
  return (
    <StatBlock
      stats={[
        { key: 'values', label: words.valuesCount, value: format.number(record.valueCount) },
        { key: 'new', label: words.newCells, value: format.number(record.newCount) },
        { key: 'changed', label: words.changedCells, value: format.number(record.changedCount - record.newCount) },
        { key: 'same', label: words.sameCells, value: format.number(record.valueCount - record.changedCount) },
        { key: 'missing', label: words.missing, value: format.number(record.missingCount) },
      ]}
    />
  )
}

export function ImportFacts({ record }: { readonly record: ImportRecord }) {
  const words = useWords(importWords)
  const format = useFormat()
  const facts: readonly (readonly [string, string])[] = [
    [words.fileName, record.fileName],
    [words.size, format.bytes(record.sizeBytes)],
    [words.encoding, record.encoding === 'unknown' ? words.unknown : record.encoding.toUpperCase()],
    ...(record.kind === 'areas'
      ? []
      : ([[words.layout, record.layout === 'unknown' ? words.unknown : words[record.layout]]] as const)),
    [words.rows, format.number(record.rowCount)],
    // A rejected file has none that count.
    ...(record.state === 'rejected'
      ? []
      : ([
          [words.periods, record.periods.map((p) => format.period(p)).join(' ')],
          [words.areas, format.number(record.areaCount)],
          ...(record.kind === 'areas' ? [] : ([[words.indicators, format.number(record.indicators.length)]] as const)),
        ] as const)),
    [words.by, record.createdByName],
    [words.uploadedAt, format.dateTime(record.createdAt)],
    ...(record.committedAt === null ? [] : ([[words.committedAt, format.dateTime(record.committedAt)]] as const)),
    [words.digest, record.fileDigest],
    ...(record.changeSetId === null ? [] : ([[words.changeSet, record.changeSetId]] as const)),
  ]
  return (
    <Section title={words.facts}>
      <dl class="facts">
        {facts.map(([name, value]) => (
          <>
            <dt key={`${name}-name`}>{name}</dt>
            <dd key={name}>{value}</dd>
          </>
        ))}
      </dl>
    </Section>
  )
}
