/** Who is how high: ranked bars, the table in step with them, and on demand how sure the ranks are. */
import { useMemo, useState } from 'preact/hooks'
import type { PeriodResult } from '../../../../worker/contract/evaluations.ts'
import { useResource } from '../../../api/useResource.ts'
import { RankedBars } from '../../../charts/RankedBars.tsx'
import { rankItems } from '../../../charts/ranking.ts'
import { Section, Table, type Column } from '../../../components/index.ts'
import { differenceHead } from '../../../format/difference.ts'
import { useFormat } from '../../../format/useFormat.ts'
import { nameIn } from '../../../i18n/nameIn.ts'
import { locale } from '../../../i18n/locale.ts'
import { meaningWords } from '../../../words/meaning.ts'
import { useWords } from '../../../i18n/useWords.ts'
import { workspaceWords } from '../../../words/workspace.ts'
import { breaksOf, measureOf, meanOf, nodeOf, scoresComparable } from '../model.ts'
import { AnchorFacts } from '../../meaning/AnchorFacts.tsx'
import { RankDoubt } from '../RankDoubt.tsx'
import type { TabProps } from '../WorkspaceContext.ts'

interface Row {
  readonly key: string
  readonly label: string
  readonly value: number | null
  readonly rank: number | null
  readonly before: number | null
  readonly score: number | null
  readonly population: number | null
  readonly setting: string
  readonly grouping: string
}

export function RankingTab({ evaluation, result, selection, city, slug, source, active, onActive }: TabProps) {
  const words = useWords(workspaceWords)
  const meaning = useWords(meaningWords)
  const format = useFormat()
  const lang = locale.value
  const [tested, setTested] = useState(false)
  const at = evaluation.periods.indexOf(result.period)
  const node = nodeOf(evaluation.nodes, selection.node)
  const isLeaf = node?.kind === 'indicator'
  const comparable =
    isLeaf || scoresComparable(evaluation.method)
      ? // A change of definition between the two periods leaves nothing to compare.
        !breaksOf(evaluation.nodes, selection.node).some((one) => one.period === result.period)
      : false
  const earlier = at > 0 && comparable ? (evaluation.periods[at - 1] ?? null) : null
  const previous = useResource<PeriodResult>(
    earlier === null ? null : `/api/v1/cities/${slug}/evaluations/${evaluation.id}/periods/${earlier}`,
  )
  const measure = measureOf(evaluation.nodes, result, selection.node, lang, words.points)
  const before = previous.data ? measureOf(evaluation.nodes, previous.data, selection.node, lang, words.points) : null
  const rows = useMemo<Row[]>(() => {
    if (!measure) return []
    const settings = { urban: words.urban, rural: words.rural }
    const items = evaluation.areas.map((area, i) => ({
      key: area.code,
      label: nameIn(lang, area),
      value: measure.values[i] ?? null,
      before: before?.values[i] ?? null,
      score: result.normalised[selection.node]?.[i] ?? null,
      population: result.populations[i] ?? null,
      setting: area.setting === null ? '' : settings[area.setting],
      grouping: area.grouping,
    }))
    return rankItems(items, measure.better)
  }, [evaluation, result, previous.data, selection.node, lang])
  if (!measure) return null
  const style = { digits: measure.digits }
  const columns: Column<Row>[] = [
    { key: 'area', title: words.area, rowHeader: true, value: (row) => row.label },
    { key: 'rank', title: words.rank, align: 'end', value: (row) => row.rank },
    {
      key: 'value',
      title: measure.isIndicator ? words.value : words.score,
      sub: measure.unit,
      align: 'end',
      value: (row) => row.value,
      cell: (row) => <span class="num">{format.number(row.value, style)}</span>,
    },
    ...(measure.isIndicator
      ? [
          {
            key: 'score',
            title: words.normalised,
            align: 'end' as const,
            value: (row: Row) => row.score,
            cell: (row: Row) => <span class="num">{format.number(row.score, { digits: 1 })}</span>,
          },
        ]
      : []),
    ...(earlier === null
      ? []
      : [
          {
            key: 'before',
            title: format.period(earlier),
            align: 'end' as const,
            value: (row: Row) => row.before,
            cell: (row: Row) => <span class="num">{format.number(row.before, style)}</span>,
          },
          {
            key: 'change',
            title: words.change,
            ...(isLeaf ? { sub: differenceHead(node?.unit, lang) } : {}),
            align: 'end' as const,
            value: changeOf,
            cell: (row: Row) => <span class="num">{format.signed(changeOf(row), style)}</span>,
          },
        ]),
    {
      key: 'population',
      title: words.population,
      align: 'end',
      hidden: true,
      value: (row) => row.population,
      cell: (row) => <span class="num">{format.number(row.population)}</span>,
    },
    { key: 'setting', title: words.setting, hidden: true, value: (row) => row.setting },
    { key: 'grouping', title: words.grouping, hidden: true, value: (row) => row.grouping },
  ]
  const mean = measure.isIndicator
    ? meanOf(measure.values, selection.weighted ? result.populations : null)
    : (result.cityScores[selection.node] ?? null)
  return (
    <div class="stack-l">
      {isLeaf && node && <AnchorFacts node={node} />}
      {!isLeaf && at > 0 && !comparable && <p class="small muted">{meaning.sampleBounds}</p>}
      <RankedBars
        items={rows}
        indicator={measure.name}
        unit={measure.unit}
        period={format.period(result.period)}
        source={source}
        demo={city.isDemo}
        better={measure.better}
        target={measure.target}
        mean={mean}
        max={measure.max}
        headingLevel={2}
        selectedKey={selection.area}
        activeKey={active}
        onActive={onActive}
        onSelect={selection.setArea}
      />
      <Table
        id="rank"
        caption={words.rankTable(measure.name, format.period(result.period))}
        captionHidden
        rows={rows}
        columns={columns}
        rowKey={(row) => row.key}
        csvName={`${measure.name}-${result.period}`}
        csvNotes={[source]}
        onOpen={(row) => selection.setArea(row.key)}
        hovered={active}
        onHover={onActive}
        marked={selection.area}
      />
      {!measure.isIndicator && (
        <div class={tested ? undefined : 'no-print'}>
          <Section title={words.doubt} lead={words.doubtLead}>
            <RankDoubt
              evaluation={evaluation}
              result={result}
              node={selection.node}
              city={city}
              source={source}
              area={selection.area}
              active={active}
              onActive={onActive}
              onSelect={selection.setArea}
              onDone={() => setTested(true)}
            />
          </Section>
        </div>
      )}
    </div>
  )
}

function changeOf(row: Row): number | null {
  return row.value === null || row.before === null ? null : row.value - row.before
}
