/** Profile by domain: the chosen area against the city, or the city against its last period; the domains as a table;
 * and for an area, which indicators hold it back most. */
import { useMemo } from 'preact/hooks'
import { obstacleDegree } from '../../../../worker/engine/diagnose/obstacleDegree.ts'
import { DomainRadar } from '../../../charts/DomainRadar.tsx'
import { RankedBars } from '../../../charts/RankedBars.tsx'
import { Section, Table, Term, type Column } from '../../../components/index.ts'
import { usePaper } from '../../../components/paper.ts'
import { conventionText } from '../../meaning/convention.ts'
import { useFormat } from '../../../format/useFormat.ts'
import { nameIn } from '../../../i18n/nameIn.ts'
import { equalityWords } from '../../../words/equality.ts'
import { locale } from '../../../i18n/locale.ts'
import { useWords } from '../../../i18n/useWords.ts'
import { meaningWords } from '../../../words/meaning.ts'
import { workspaceWords } from '../../../words/workspace.ts'
import { profileNodes, scoresComparable } from '../model.ts'
import type { TabProps } from '../WorkspaceContext.ts'

const SHOWN = 12

interface Row {
  readonly key: string
  readonly label: string
  readonly score: number | null
  readonly other: number | null
  readonly rank: number | null
  readonly degree: number | null
}

export function ProfileTab({ evaluation, result, selection, city, source, active, onActive }: TabProps) {
  const words = useWords(workspaceWords)
  const paper = usePaper()
  const say = useWords(equalityWords)
  const meaning = useWords(meaningWords)
  const format = useFormat()
  const lang = locale.value
  const at = evaluation.areas.findIndex((area) => area.code === selection.area)
  const area = evaluation.areas[at]
  const p = evaluation.periods.indexOf(result.period)
  const earlier = p > 0 && scoresComparable(evaluation.method) ? evaluation.periods[p - 1] : undefined
  const who = area ? nameIn(lang, area) : city.name
  const rows = useMemo<Row[]>(
    () =>
      profileNodes(evaluation.nodes).map((node) => {
        const whole = result.cityScores[node.code] ?? null
        const series = evaluation.series[node.code]
        return {
          key: node.code,
          label: nameIn(lang, node),
          score: area ? (result.scores[node.code]?.[at] ?? null) : whole,
          other: area ? whole : (series?.score[p - 1] ?? null),
          rank: area ? (result.ranks[node.code]?.[at] ?? null) : null,
          degree: series?.degree[p] ?? null,
        }
      }),
    [evaluation, result, at, lang],
  )
  const otherName = area ? words.cityMean : earlier === undefined ? null : `${city.name} ${format.period(earlier)}`
  const outlines = useMemo(
    () => [
      {
        key: 'who',
        label: area ? who : `${who} ${format.period(result.period)}`,
        values: rows.map((row) => row.score),
      },
      ...(otherName === null ? [] : [{ key: 'other', label: otherName, values: rows.map((row) => row.other) }]),
    ],
    [rows, who, otherName],
  )
  const axes = useMemo(() => rows.map((row) => ({ key: row.key, label: row.label })), [rows])
  const one = { digits: 1 }
  const columns: Column<Row>[] = [
    { key: 'domain', title: words.domain, rowHeader: true, value: (row) => row.label },
    {
      key: 'score',
      title: words.score,
      align: 'end',
      value: (row) => row.score,
      cell: (row) => <span class="num">{format.number(row.score, one)}</span>,
    },
    ...(otherName === null
      ? []
      : [
          {
            key: 'other',
            title: otherName,
            align: 'end' as const,
            value: (row: Row) => row.other,
            cell: (row: Row) => <span class="num">{format.number(row.other, one)}</span>,
          },
        ]),
    ...(area ? [{ key: 'rank', title: words.rank, align: 'end' as const, value: (row: Row) => row.rank }] : []),
    {
      key: 'degree',
      title: meaning.degree,
      sub: conventionText(evaluation.equality),
      align: 'end',
      value: (row) => row.degree,
      cell: (row) => <span class="num">{format.number(row.degree, one)}</span>,
    },
  ]
  return (
    <div class="stack-l">
      <div class="eval-pair">
        <DomainRadar
          indicator={words.profileTable}
          unit={words.points}
          period={format.period(result.period)}
          source={source}
          demo={city.isDemo}
          headingLevel={2}
          axes={axes}
          outlines={outlines}
          activeKey={active}
          onActive={onActive}
          onSelect={selection.setNode}
        />
        <Table
          id="profile"
          caption={words.profileOf(who)}
          rows={rows}
          columns={columns}
          rowKey={(row) => row.key}
          csvName={words.profileOf(who)}
          csvNotes={[source]}
          onOpen={(row) => selection.setNode(row.key)}
          hovered={active}
          onHover={onActive}
          bare
        />
      </div>
      {(area || !paper) && (
        <Section title={<Term method="obstacle">{say.obstacles}</Term>}>
          {area ? (
            <Obstacles evaluation={evaluation} result={result} at={at} who={who} source={source} demo={city.isDemo} />
          ) : (
            <p class="muted">{say.obstaclesHint}</p>
          )}
        </Section>
      )}
    </div>
  )
}

type ObstacleProps = Pick<TabProps, 'evaluation' | 'result' | 'source'> & {
  readonly at: number
  readonly who: string
  readonly demo: boolean
}

function Obstacles({ evaluation, result, at, who, source, demo }: ObstacleProps) {
  const say = useWords(equalityWords)
  const format = useFormat()
  const lang = locale.value
  const items = useMemo(() => {
    const leaves = evaluation.nodes.filter((node) => node.kind === 'indicator')
    const scores = leaves.map((leaf) => {
      const score = result.normalised[leaf.code]?.[at] ?? null
      return score === null ? null : score / 100
    })
    const shares = obstacleDegree(
      scores,
      leaves.map((leaf) => leaf.effectiveWeight),
    ).value
    if (shares === null) return []
    return leaves
      .map((leaf, i) => ({ key: leaf.code, label: nameIn(lang, leaf), value: percent(shares[i] ?? null) }))
      .filter((item) => item.value !== null && item.value > 0)
      .sort((a, b) => (b.value ?? 0) - (a.value ?? 0))
      .slice(0, SHOWN)
  }, [evaluation, result, at, lang])
  const top = items[0]
  if (!top) return <p class="muted">{say.obstaclesNone}</p>
  return (
    <RankedBars
      items={items}
      title={say.obstaclesTitle(who, top.label, format.percent((top.value ?? 0) / 100))}
      indicator={say.obstaclesName}
      unit="%"
      period={format.period(result.period)}
      source={source}
      demo={demo}
    />
  )
}

function percent(share: number | null): number | null {
  return share === null ? null : share * 100
}
