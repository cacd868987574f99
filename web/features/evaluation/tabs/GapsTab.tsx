/** Gaps to target: indicator × area with how far each falls short (shaded by its share of the anchor range), and the same as a list in the
 * order of the server: weight × share of the anchor range. A people figure never stands without its basis. */
import { useMemo } from 'preact/hooks'
import type { TargetGap } from '../../../../worker/contract/evaluations.ts'
import type { AnchorSource } from '../../../../worker/contract/frameworks.ts'
import type { HeatCell, HeatLine } from '../../../charts/heat.ts'
import { HeatTable } from '../../../charts/HeatTable.tsx'
import { decimalsFor } from '../../../charts/numbers.ts'
import { Checkbox, EmptyState, Section, Table, Term, type Column } from '../../../components/index.ts'
import { inBrackets, marks } from '../../../format/marks.ts'
import { differenceUnit } from '../../../format/difference.ts'
import { useFormat } from '../../../format/useFormat.ts'
import { nameIn } from '../../../i18n/nameIn.ts'
import { locale } from '../../../i18n/locale.ts'
import { meaningWords } from '../../../words/meaning.ts'
import { useWords } from '../../../i18n/useWords.ts'
import { workspaceWords } from '../../../words/workspace.ts'
import { useQueryState } from '../../../router/useQueryState.ts'
import { AnchorKind, anchorNote } from '../../meaning/AnchorKind.tsx'
import { peopleText } from '../../meaning/peopleText.ts'
import { leavesUnder, nodeOf, targetText } from '../model.ts'
import type { TabProps } from '../WorkspaceContext.ts'

interface Row extends TargetGap {
  readonly key: string
  readonly indicatorName: string
  readonly areaName: string
  /** As the framework writes it. */
  readonly unit: string
  readonly source: AnchorSource | null
  readonly digits: number
}

/** Without a floor there is no anchor range: the share of the target stands in, for the shade alone. */
const shadeOf = (row: TargetGap): number => Math.min(1, row.inRange ?? row.gapShare)

export function GapsTab({ evaluation, result, selection, city, source, active, onActive }: TabProps) {
  const words = useWords(workspaceWords)
  const meaning = useWords(meaningWords)
  const format = useFormat()
  const lang = locale.value
  const [only, setOnly] = useQueryState('only', '')
  const [bound, setBound] = useQueryState('targets', '')
  const rows = useMemo<Row[]>(() => {
    const inside = only === '' ? null : leavesUnder(evaluation.nodes, selection.node)
    const names = new Map(evaluation.areas.map((area) => [area.code, nameIn(lang, area)]))
    const digits = new Map(evaluation.nodes.map((node) => [node.code, decimalsFor(result.values[node.code] ?? [])]))
    return result.gaps
      .filter(
        (gap) =>
          (bound === '' || gap.targetKind !== 'estimated') &&
          (inside === null || (inside.has(gap.indicator) && (selection.area === '' || gap.area === selection.area))),
      )
      .map((gap) => {
        const node = nodeOf(evaluation.nodes, gap.indicator)
        return {
          ...gap,
          key: `${gap.indicator} ${gap.area}`,
          indicatorName: node ? nameIn(lang, node) : gap.indicator,
          areaName: names.get(gap.area) ?? gap.area,
          unit: node?.unit ?? '',
          source: node?.targetSource ?? null,
          digits: digits.get(gap.indicator) ?? 2,
        }
      })
  }, [evaluation, result, selection.node, selection.area, only, bound, lang])
  // The darkest shade is the largest gap on show, whatever its size: small gaps everywhere must still be told apart.
  const worst = useMemo(() => rows.reduce((most, row) => Math.max(most, shadeOf(row)), 0), [rows])
  const byCell = useMemo(() => new Map(rows.map((row) => [row.key, row])), [rows])
  const lines = useMemo<HeatLine[]>(() => {
    const short = new Set(rows.map((row) => row.indicator))
    const weight = new Map<string, number>()
    for (const row of rows) weight.set(row.indicator, (weight.get(row.indicator) ?? 0) + (row.priority ?? 0))
    return evaluation.nodes
      .filter((node) => short.has(node.code))
      .map((node) => ({
        key: node.code,
        label: nameIn(lang, node),
        unit: differenceUnit(node.unit, lang),
        digits: decimalsFor(result.values[node.code] ?? []),
      }))
      .sort((x, y) => (weight.get(y.key) ?? 0) - (weight.get(x.key) ?? 0))
  }, [evaluation, rows, result, lang])
  const columnsOfMap = useMemo<HeatLine[]>(
    () =>
      evaluation.areas
        .filter((area) => only === '' || selection.area === '' || area.code === selection.area)
        .map((area) => ({ key: area.code, label: nameIn(lang, area) })),
    [evaluation, only, selection.area, lang],
  )
  const place = useMemo(() => new Map(evaluation.areas.map((area, i) => [area.code, i])), [evaluation])
  const cell = (line: HeatLine, column: HeatLine): HeatCell => {
    const row = byCell.get(`${line.key} ${column.key}`)
    if (row)
      return {
        value: row.gap,
        shade: worst > 0 ? shadeOf(row) / worst : 0,
        state: 'ok',
        score: shadeOf(row) * 100,
        note: peopleText(row, meaning, (count) => format.compact(count)),
      }
    const value = result.values[line.key]?.[place.get(column.key) ?? -1] ?? null
    return value === null
      ? { value: null, shade: null, state: 'missing' }
      : { value: null, shade: null, state: 'ok', text: words.gapMet }
  }
  if (result.gaps.length === 0) return <EmptyState title={words.gapsNone}>{words.gapsNoneText}</EmptyState>
  const meta = {
    period: format.period(result.period),
    source: `${source}${marks(lang).semicolon}${words.gapSource}`,
    demo: city.isDemo,
  }
  const columns: Column<Row>[] = [
    { key: 'indicator', title: words.indicator, rowHeader: true, value: (row) => row.indicatorName },
    { key: 'area', title: words.area, value: (row) => row.areaName },
    {
      key: 'value',
      title: words.value,
      align: 'end',
      value: (row) => row.value,
      cell: (row) => <span class="num">{format.number(row.value, { digits: row.digits })}</span>,
    },
    {
      key: 'target',
      title: words.target,
      align: 'end',
      value: (row) => (typeof row.target === 'number' ? row.target : row.target[0]),
      cell: (row) => (
        <span class="gap-target num">
          {targetText(row.target, (value) => format.number(value))} <AnchorKind source={row.source} />
        </span>
      ),
    },
    {
      key: 'kind',
      title: words.targetKind,
      exportOnly: true,
      value: (row) => anchorNote(row.source, meaning),
    },
    {
      key: 'gap',
      title: words.gap,
      align: 'end',
      value: (row) => row.gap,
      cell: (row) => <span class="num">{format.difference(row.gap, row.unit, row.digits)}</span>,
    },
    {
      key: 'range',
      title: words.gapInRange,
      align: 'end',
      value: (row) => row.inRange,
      cell: (row) => <span class="num">{format.percent(row.inRange, 0)}</span>,
    },
    {
      key: 'priority',
      title: words.gapPriority,
      align: 'end',
      hidden: true,
      value: (row) => row.priority,
      cell: (row) => <span class="num">{format.percent(row.priority, 2)}</span>,
    },
    {
      key: 'share',
      hidden: true,
      title: words.gapShare,
      align: 'end',
      value: (row) => row.gapShare,
      cell: (row) => <span class="num">{format.percent(row.gapShare)}</span>,
    },
    {
      key: 'people',
      title: words.people,
      value: (row) => row.people,
      cell: (row) => <span class="small num">{peopleText(row, meaning, (count) => format.compact(count))}</span>,
    },
    {
      key: 'basis',
      title: meaning.basisHead,
      exportOnly: true,
      value: (row) =>
        row.peopleBasis === null
          ? ''
          : row.peopleBasis === 'target-population'
            ? meaning.basisTargetHead
            : meaning.basisAreaHead,
    },
  ]
  const open = (row: Row) => {
    selection.setNode(row.indicator)
    selection.setArea(row.area)
  }
  return (
    <div class="stack-l">
      <div class="filters">
        <Checkbox
          label={words.gapsFilter}
          checked={only !== ''}
          onChange={(checked) => setOnly(checked ? 'selection' : null)}
        />
        <Checkbox
          label={meaning.onlyBinding}
          checked={bound !== ''}
          onChange={(checked) => setBound(checked ? 'binding' : null)}
        />
      </div>
      <HeatTable
        {...meta}
        title={words.gapsTitle(rows.length, lines.length)}
        indicator={words.gapsMap}
        headingLevel={2}
        corner={words.indicator}
        shadeLabel={inBrackets(words.gapInRange, '%', lang)}
        rows={lines}
        columns={columnsOfMap}
        cell={cell}
        activeKey={active}
        onActive={onActive}
        onOpen={(line, column) => {
          selection.setNode(line.key)
          selection.setArea(column.key)
        }}
      />
      <Section title={<Term method="shortBoard">{words.gapsTable}</Term>} lead={words.gapsOrder}>
        <Table
          id="gaps"
          caption={words.gapsTable}
          captionHidden
          rows={rows}
          columns={columns}
          rowKey={(row) => row.key}
          csvName={`${words.tabGaps}-${result.period}`}
          csvNotes={[source]}
          onOpen={open}
        />
      </Section>
    </div>
  )
}
