/** Which children make a node's scores uneven: Shapley shares of the CV and Lerman–Yitzhaki shares of the Gini, computed in
 * the browser by the engine from the period's scores. */
import { useMemo } from 'preact/hooks'
import { computeSources } from '../../../worker/engine/computeSources.ts'
import { EmptyState, Section, Table, Term, type Column } from '../../components/index.ts'
import { useFormat } from '../../format/useFormat.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import { locale } from '../../i18n/locale.ts'
import { movementWords } from '../../words/movement.ts'
import { useWords } from '../../i18n/useWords.ts'
import { childrenOf, nodeOf } from './model.ts'
import type { TabProps } from './WorkspaceContext.ts'
import { demoMark } from '../../charts/words.ts'

interface Row {
  readonly key: string
  readonly name: string
  readonly weight: number
  readonly shapley: number | null
  readonly gini: number | null
  readonly own: number | null
  readonly correlation: number | null
}

export function SourceShares({ evaluation, result, selection, city }: TabProps) {
  const words = useWords(movementWords)
  const format = useFormat()
  const lang = locale.value
  const node = nodeOf(evaluation.nodes, selection.node)
  const children = childrenOf(evaluation.nodes, selection.node)
  const people = result.populations.flatMap((one) => (one === null ? [] : [one]))
  const weighted = selection.weighted && people.length === evaluation.areas.length
  const split = useMemo(() => {
    if (children.length === 0) return null
    const scoresOf = (code: string) =>
      result.scores[code] ?? result.normalised[code] ?? evaluation.areas.map(() => null)
    return computeSources({
      parts: Object.fromEntries(children.map((child) => [child.code, scoresOf(child.code)])),
      weights: Object.fromEntries(children.map((child) => [child.code, child.localWeight])),
      total: scoresOf(selection.node),
      ...(weighted ? { population: people } : {}),
    })
  }, [evaluation, result, selection.node, weighted])
  if (!node) return null
  const name = nameIn(lang, node)
  const title = <Term method="shapley">{words.sources}</Term>
  if (split === null) return <Section title={title}>{<EmptyState title={words.sourcesOne} />}</Section>
  const { shapley, gini } = split
  const rows = children.map((child, k): Row => {
    const part = gini.total === null ? undefined : gini.sources[k]
    return {
      key: child.code,
      name: nameIn(lang, child),
      weight: child.localWeight,
      shapley: shapley.total === null ? null : (shapley.sources[k]?.share ?? null),
      gini: part?.share ?? null,
      own: part?.gini ?? null,
      correlation: part?.correlation ?? null,
    }
  })
  const share = (row: Row) => row.shapley ?? row.gini
  const known = rows.filter((row) => share(row) !== null).sort((a, b) => (share(b) ?? 0) - (share(a) ?? 0))
  const first = known[0]
  if (!first) {
    const reason = (shapley.total === null ? shapley.reason : undefined) ?? 'constant'
    return (
      <Section title={title}>
        <EmptyState title={words.sourcesNone(reason)} />
      </Section>
    )
  }
  const percent = (value: number | null) => <span class="num">{format.percent(value)}</span>
  const digits = (value: number | null) => <span class="num">{format.number(value, { digits: 3 })}</span>
  const columns: Column<Row>[] = [
    { key: 'part', title: words.part, rowHeader: true, value: (row) => row.name },
    {
      key: 'weight',
      title: words.weight,
      align: 'end',
      value: (row) => row.weight,
      cell: (row) => percent(row.weight),
    },
    {
      key: 'shapley',
      title: words.shapley,
      sub: words.shapleySub,
      align: 'end',
      value: (row) => row.shapley,
      cell: (row) => percent(row.shapley),
    },
    {
      key: 'gini',
      title: words.giniShare,
      sub: words.giniSub,
      align: 'end',
      value: (row) => row.gini,
      cell: (row) => percent(row.gini),
    },
    { key: 'own', title: words.partGini, align: 'end', value: (row) => row.own, cell: (row) => digits(row.own) },
    {
      key: 'correlation',
      title: words.correlation,
      align: 'end',
      value: (row) => row.correlation,
      cell: (row) => digits(row.correlation),
    },
  ]
  const caption = words.sourcesCaption(name, format.period(result.period))
  return (
    <Section id="sources" title={title} lead={words.sourcesLead(name)}>
      <p>
        <strong>{words.sourcesTitle(first.name, format.percent(share(first)))}</strong>
      </p>
      <Table
        id="sources"
        caption={caption}
        rows={rows}
        columns={columns}
        rowKey={(row) => row.key}
        sort={{ key: 'shapley', descending: true }}
        csvName={caption}
        csvNotes={city.isDemo ? [demoMark()] : []}
        bare
      />
      <ul class="eval-notes">
        <li>
          {words.sourcesMissing(split.n, split.missing, weighted)}{' '}
          {shapley.total === null && words.sourcesNone(shapley.reason)}
        </li>
        <li>
          <Term method="lermanYitzhaki">{words.giniSub}</Term>
        </li>
      </ul>
    </Section>
  )
}
