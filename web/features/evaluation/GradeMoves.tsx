/** The Markov matrix of grades as a table: from each grade, the share that moved to each, and how many moves that rests on. */
import { GRADES } from '../../../worker/engine/aggregate/gradeOf.ts'
import type { Markov } from '../../../worker/engine/computeTrends.ts'
import { EmptyState, Table, type Column } from '../../components/index.ts'
import { useFormat } from '../../format/useFormat.ts'
import { locale } from '../../i18n/locale.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import { movementWords } from '../../words/movement.ts'
import { useWords } from '../../i18n/useWords.ts'

interface Row {
  readonly key: string
  readonly name: string
  readonly count: number
  readonly shares: readonly number[] | null
}

export function GradeMoves({ markov, name }: { readonly markov: Markov; readonly name: string }) {
  const words = useWords(movementWords)
  const format = useFormat()
  const { transition, counts, moves } = markov.transitions
  if (moves === null) return <EmptyState title={words.markovNone} />
  // The engine counts grades from the lowest; the list of names starts with the best.
  const names = GRADES.toReversed().map((grade) => nameIn(locale.value, { name: grade.zh, nameEn: grade.en }))
  const rows = transition
    .map((shares, i): Row => ({
      key: String(i),
      name: names[i] ?? String(i + 1),
      count: counts[i]?.reduce((a, b) => a + b, 0) ?? 0,
      shares,
    }))
    .toReversed()
  const columns: Column<Row>[] = [
    { key: 'from', title: words.markovFrom, rowHeader: true, cell: (row) => row.name, value: (row) => row.name },
    ...names
      .map((title, to): Column<Row> => ({
        key: `to${to}`,
        title,
        align: 'end',
        value: (row) => row.shares?.[to] ?? null,
        cell: (row) =>
          row.shares === null ? (
            <span class="muted">—</span>
          ) : (
            <span class="num">{format.percent(row.shares[to])}</span>
          ),
      }))
      .toReversed(),
    {
      key: 'count',
      title: words.markovCount,
      align: 'end',
      value: (row) => row.count,
      cell: (row) => (row.count === 0 ? <span class="muted">{words.markovNever}</span> : row.count),
    },
  ]
  const all = rows.reduce((sum, row) => sum + row.count, 0)
  return (
    <>
      <p>
        {words.markovMoves(all, format.percent(moves.stayed), format.percent(moves.up), format.percent(moves.down))}
      </p>
      <Table
        id="moves"
        caption={`${name} · ${words.markov}`}
        rows={rows}
        columns={columns}
        rowKey={(row) => row.key}
        csvName={`${name} · ${words.markov}`}
        bare
      />
    </>
  )
}
