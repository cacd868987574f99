/** What makes the inequality. Of a node: raw values of its ratio-scale indicators first, then, named as such, the decomposition of scores
 * (Theil's parts, each group's contribution, every domain, which children make the scores uneven). Of an indicator: its raw values. */
import { useMemo } from 'preact/hooks'
import type { Decomposition, TheilSplit } from '../../../../worker/contract/evaluations.ts'
import { partsFinding } from '../../../charts/findings.ts'
import { StackedParts } from '../../../charts/StackedParts.tsx'
import { EmptyState, Section, SegmentedControl, Table, Term, type Column } from '../../../components/index.ts'
import { useFormat } from '../../../format/useFormat.ts'
import { nameIn } from '../../../i18n/nameIn.ts'
import { locale } from '../../../i18n/locale.ts'
import { reasonText, reasonWords } from '../../../i18n/measures.ts'
import { indexWords } from '../../methods/catalogueWords.ts'
import { meaningWords } from '../../../words/meaning.ts'
import { useWords } from '../../../i18n/useWords.ts'
import { workspaceWords } from '../../../words/workspace.ts'
import { useQueryState } from '../../../router/useQueryState.ts'
import { nodeOf, profileNodes } from '../model.ts'
import { RawParts } from '../RawParts.tsx'
import { SourceShares } from '../SourceShares.tsx'
import type { TabProps } from '../WorkspaceContext.ts'
import { marks } from '../../../format/marks.ts'

type GroupPart = TheilSplit['groups'][number]

export function PartsTab(props: TabProps) {
  return (
    <div class="stack-l">
      <GroupParts {...props} />
      <SourceShares {...props} />
    </div>
  )
}

function GroupParts({ evaluation, result, selection, city, source, active, onActive }: TabProps) {
  const words = useWords(workspaceWords)
  const meaning = useWords(meaningWords)
  const names = useWords(indexWords)
  const reasons = useWords(reasonWords)
  const format = useFormat()
  const lang = locale.value
  const attributes = useMemo(() => [...new Set(result.decompositions.map((one) => one.by))], [result])
  const [asked, setBy] = useQueryState('by', attributes[0] ?? 'setting')
  const by = asked === 'grouping' && attributes.includes('grouping') ? 'grouping' : (attributes[0] ?? 'setting')
  const byName = by === 'setting' ? words.bySetting : words.byGrouping
  const find = (code: string): Decomposition | undefined =>
    result.decompositions.find((one) => one.code === code && one.by === by)
  const node = nodeOf(evaluation.nodes, selection.node)
  const name = node ? nameIn(lang, node) : ''
  const single = node?.kind === 'indicator'
  const split = find(selection.node)
  const parts = [words.between, words.within]
  const meta = {
    period: format.period(result.period),
    source: `${source}${marks(lang).semicolon}${split?.weighted === false ? meaning.everyAreaAlike : meaning['weighting.population']}`,
    demo: city.isDemo,
  }
  const rows = useMemo(
    () =>
      (['theilT', 'theilL'] as const).flatMap((key) =>
        split?.[key] ? [{ key, label: names[key], parts: [split[key].between, split[key].within] }] : [],
      ),
    [split, lang],
  )
  const domains = useMemo(
    () =>
      profileNodes(evaluation.nodes).flatMap((one) => {
        const theil = find(one.code)?.theilT
        return theil ? [{ key: one.code, label: nameIn(lang, one), parts: [theil.between, theil.within] }] : []
      }),
    [evaluation, result, by, lang],
  )
  const chooser = attributes.length > 1 && (
    <SegmentedControl
      id="eval-by"
      label={words.by}
      labelHidden={false}
      value={by}
      choices={[
        { value: 'setting', label: words.setting },
        { value: 'grouping', label: words.grouping },
      ]}
      onChange={setBy}
    />
  )
  if (attributes.length === 0) return <EmptyState title={words.noSplit}>{words.noSplitText}</EmptyState>
  const theil = split?.theilT ?? null
  const most = domains.filter((row) => (row.parts[0] ?? 0) > (row.parts[1] ?? 0)).length
  const groupName = (key: string) => (by === 'setting' ? ({ urban: words.urban, rural: words.rural }[key] ?? key) : key)
  return (
    <div class="stack-l">
      {chooser}
      {!single && (
        <RawParts
          evaluation={evaluation}
          result={result}
          selection={selection}
          city={city}
          source={source}
          active={active}
          onActive={onActive}
          by={by}
          byName={byName}
        />
      )}
      <Section
        id={single ? 'raw-parts' : 'score-parts'}
        title={single ? meaning.rawParts : meaning.scoreParts}
        lead={
          single ? (node?.scale?.kind === 'bounded' ? meaning.boundedPartsNote : undefined) : meaning.scorePartsNote
        }
      >
        {rows.length === 0 ? (
          <EmptyState title={words.noSplit}>
            {reasonText(split?.reason ?? 'not-applicable', reasons)}
            {marks(lang).stop}
            {words.noSplitText}
          </EmptyState>
        ) : (
          <StackedParts
            {...meta}
            indicator={words.splitOf(single ? name : `${name} · ${meaning.scoreParts}`)}
            headingLevel={3}
            title={partsFinding(lang, names.theilT, byName, theil?.between ?? null, theil?.total ?? null)}
            parts={parts}
            rows={rows}
            rowLabel={words.index}
          />
        )}
      </Section>
      {theil && (
        <Section title={<Term method="theilDecomposition">{words.groups}</Term>}>
          <GroupTable split={theil} caption={words.groupsCaption(names.theilT)} nameOfGroup={groupName} />
        </Section>
      )}
      {!single && domains.length > 1 && (
        <Section title={words.splitDomains}>
          <StackedParts
            {...meta}
            indicator={`${names.theilT} · ${meaning.scoreParts}`}
            title={words.domainsBetween(most, domains.length, byName)}
            parts={parts}
            rows={domains}
            rowLabel={words.domain}
            activeKey={active}
            onActive={onActive}
            onSelect={selection.setNode}
          />
        </Section>
      )}
    </div>
  )
}

interface GroupTableProps {
  readonly split: TheilSplit
  readonly caption: string
  readonly nameOfGroup: (key: string) => string
}

function GroupTable({ split, caption, nameOfGroup }: GroupTableProps) {
  const words = useWords(workspaceWords)
  const format = useFormat()
  const shareOf = (row: GroupPart): number | null =>
    row.contribution === null || split.total <= 0 ? null : row.contribution / split.total
  const columns: Column<GroupPart>[] = [
    { key: 'group', title: words.group, rowHeader: true, value: (row) => nameOfGroup(row.key) },
    { key: 'n', title: words.areas, align: 'end', value: (row) => row.n },
    {
      key: 'share',
      title: words.share,
      align: 'end',
      value: (row) => row.share,
      cell: (row) => <span class="num">{format.percent(row.share)}</span>,
    },
    {
      key: 'mean',
      title: words.mean,
      align: 'end',
      value: (row) => row.mean,
      cell: (row) => <span class="num">{format.number(row.mean, { digits: 2 })}</span>,
    },
    {
      key: 'inside',
      title: words.inside,
      align: 'end',
      value: (row) => row.value,
      cell: (row) => <span class="num">{format.number(row.value, { digits: 5 })}</span>,
    },
    {
      key: 'contribution',
      title: words.contribution,
      align: 'end',
      value: (row) => row.contribution,
      cell: (row) => <span class="num">{format.number(row.contribution, { digits: 5 })}</span>,
    },
    {
      key: 'of',
      title: words.ofTotal,
      align: 'end',
      value: shareOf,
      cell: (row) => <span class="num">{format.percent(shareOf(row))}</span>,
    },
  ]
  return (
    <Table
      id="groups"
      caption={caption}
      rows={split.groups}
      columns={columns}
      rowKey={(row) => row.key}
      csvName={caption}
      bare
    />
  )
}
