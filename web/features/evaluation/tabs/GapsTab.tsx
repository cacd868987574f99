/** Gaps to target: every area short of a target with how far, as a share of the target, and how many people it touches. */
import { useMemo } from 'preact/hooks'
import type { TargetGap } from '../../../../worker/routes/evaluations/schema.ts'
import { decimalsFor } from '../../../charts/numbers.ts'
import { RankedBars } from '../../../charts/RankedBars.tsx'
import { Checkbox, EmptyState, Section, Table, Term, type Column } from '../../../components/index.ts'
import { useFormat } from '../../../format/useFormat.ts'
import { locale } from '../../../i18n/locale.ts'
import { useWords } from '../../../i18n/useWords.ts'
import { workspaceWords } from '../../../i18n/workspace.ts'
import { useQueryState } from '../../../router/useQueryState.ts'
import { leavesUnder, nameOf, nodeOf, targetText } from '../model.ts'
import type { TabProps } from '../WorkspaceContext.ts'

interface Row extends TargetGap {
  readonly key: string
  readonly indicatorName: string
  readonly areaName: string
  readonly unit: string
  readonly digits: number
}

export function GapsTab({ evaluation, result, selection, city, source, active, onActive }: TabProps) {
  const words = useWords(workspaceWords)
  const format = useFormat()
  const lang = locale.value
  const [only, setOnly] = useQueryState('only', '')
  const rows = useMemo<Row[]>(() => {
    const inside = only === '' ? null : leavesUnder(evaluation.nodes, selection.node)
    const names = new Map(evaluation.areas.map((area) => [area.code, nameOf(area, lang)]))
    const digits = new Map(evaluation.nodes.map((node) => [node.code, decimalsFor(result.values[node.code] ?? [])]))
    return result.gaps
      .filter((gap) => inside === null || (inside.has(gap.indicator) && (selection.area === '' || gap.area === selection.area)))
      .map((gap) => {
        const node = nodeOf(evaluation.nodes, gap.indicator)
        return { ...gap, key: `${gap.indicator} ${gap.area}`, indicatorName: node ? nameOf(node, lang) : gap.indicator, areaName: names.get(gap.area) ?? gap.area, unit: node?.unit ?? '', digits: digits.get(gap.indicator) ?? 2 }
      })
  }, [evaluation, result, selection.node, selection.area, only, lang])
  const bars = useMemo(() => {
    const people = new Map<string, { label: string; value: number | null }>()
    for (const row of rows) {
      const known = people.get(row.indicator)
      const value = row.people === null ? (known?.value ?? null) : (known?.value ?? 0) + row.people
      people.set(row.indicator, { label: row.indicatorName, value })
    }
    return [...people].map(([key, one]) => ({ key, ...one }))
  }, [rows])
  if (result.gaps.length === 0) return <EmptyState title={words.gapsNone}>{words.gapsNoneText}</EmptyState>
  const meta = { period: format.period(result.period), source: `${source}${lang === 'en' ? '; ' : '；'}${words.gapSource}`, demo: city.isDemo }
  const columns: Column<Row>[] = [
    { key: 'indicator', title: words.indicator, rowHeader: true, value: (row) => row.indicatorName },
    { key: 'area', title: words.area, value: (row) => row.areaName },
    { key: 'value', title: words.value, align: 'end', value: (row) => row.value, cell: (row) => <span class="num">{format.number(row.value, { digits: row.digits })}</span> },
    { key: 'target', title: words.target, align: 'end', value: (row) => (typeof row.target === 'number' ? row.target : row.target[0]), cell: (row) => <span class="num">{targetText(row.target, (value) => format.number(value))}</span> },
    { key: 'gap', title: words.gap, align: 'end', value: (row) => row.gap, cell: (row) => <span class="num">{format.number(row.gap, { digits: row.digits, unit: row.unit })}</span> },
    { key: 'share', title: words.gapShare, align: 'end', value: (row) => row.gapShare, cell: (row) => <span class="num">{format.percent(row.gapShare)}</span> },
    { key: 'people', title: words.people, align: 'end', value: (row) => row.people, cell: (row) => <span class="num">{format.number(row.people, { digits: 0 })}</span> },
  ]
  const open = (row: Row) => {
    selection.setNode(row.indicator)
    selection.setArea(row.area)
  }
  return (
    <div class="stack-l">
      <Checkbox label={words.gapsFilter} checked={only !== ''} onChange={(checked) => setOnly(checked ? 'selection' : null)} />
      <RankedBars
        {...meta}
        items={bars}
        title={words.gapsTitle(rows.length, bars.length)}
        indicator={words.gapsBars}
        unit={words.peopleUnit}
        headingLevel={2}
        rowsAtOnce={12}
        activeKey={active}
        onActive={onActive}
        onSelect={selection.setNode}
      />
      <Section title={<Term method="gap">{words.gapsTable}</Term>}>
        <Table id="gaps" caption={words.gapsTable} captionHidden rows={rows} columns={columns} rowKey={(row) => row.key} sort={{ key: 'people', descending: true }} csvName={`${words.tabGaps}-${result.period}`} csvNotes={[source]} onOpen={open} />
      </Section>
    </div>
  )
}
