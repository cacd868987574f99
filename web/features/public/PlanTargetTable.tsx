/** The plan's main indicators with their 2025 values, and which of them mean something for one city. */
import type { PlanTargets } from '../../../worker/contract/public.ts'
import { Table } from '../../components/index.ts'
import { formatUnit } from '../../format/unit.ts'
import { useFormat } from '../../format/useFormat.ts'
import { locale } from '../../i18n/locale.ts'
import { halfIn } from '../../i18n/nameIn.ts'
import { termIn } from '../../i18n/termIn.ts'
import { referenceWords } from '../../words/reference.ts'
import { useWords } from '../../i18n/useWords.ts'
import { labelled } from '../../i18n/punctuation.ts'

export function PlanTargetTable({ targets }: { readonly targets: PlanTargets }) {
  const words = useWords(referenceWords)
  const format = useFormat()
  return (
    <>
      <Table
        id="targets"
        caption={words.tabTargets}
        captionHidden
        rows={targets.indicators}
        rowKey={(row) => row.name}
        csvName="junheng-plan-targets-2025"
        csvNotes={[targets.source]}
        columns={[
          { key: 'domain', title: words.domain, value: (row) => termIn(locale.value, row.domain), minChars: 6 },
          {
            key: 'name',
            title: words.indicator,
            rowHeader: true,
            value: (row) => row.name,
            cell: (row) => <span lang="zh-CN">{row.name}</span>,
            minChars: 14,
          },
          {
            key: 'target',
            title: words.target2025,
            align: 'end',
            value: (row) => row.target2025,
            cell: (row) => `${row.relation} ${format.number(row.target2025)}`,
          },
          { key: 'unit', title: words.unit, value: (row) => formatUnit(row.unit, locale.value), minChars: 5 },
          {
            key: 'direction',
            title: words.direction,
            value: (row) => (row.direction === 'benefit' ? words.benefit : words.cost),
            minChars: 9,
          },
          {
            key: 'comparable',
            title: words.comparable,
            value: (row) => (row.comparableBetweenAreas ? words.yes : words.nationalVolume),
            cell: (row) => (row.comparableBetweenAreas ? words.yes : <span class="muted">{words.nationalVolume}</span>),
          },
        ]}
      />
      <p class="small muted prose catalogue-source">
        {labelled(words.source, halfIn(locale.value, targets.source))}
        <br />
        {halfIn(locale.value, targets.note)}
      </p>
    </>
  )
}
