/** 均等化程度 of the selected node, taken apart: its indicators from the least equal up, each with weight, I, n and the largest I under
 * that n; what is left out or clipped by name; both standard deviations on demand. Everything is read from raw values. */
import { useMemo, useState } from 'preact/hooks'
import { Button, Section, Table, Term, type Column } from '../../components/index.ts'
import { formatUnit } from '../../format/unit.ts'
import { useFormat } from '../../format/useFormat.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import type { WordsOf } from '../../i18n/area.ts'
import { reasonText, reasonWords } from '../../i18n/measures.ts'
import { locale } from '../../i18n/locale.ts'
import { meaningWords } from '../../words/meaning.ts'
import { useWords } from '../../i18n/useWords.ts'
import { workspaceWords } from '../../words/workspace.ts'
import { conventionText } from '../meaning/convention.ts'
import { degreeRows, twoConventions, type DegreeRow } from './degrees.ts'
import { nodeOf } from './model.ts'
import type { TabProps } from './WorkspaceContext.ts'
import { marks } from '../../format/marks.ts'

type Props = Pick<TabProps, 'evaluation' | 'result' | 'selection' | 'source'>

export function DegreePart({ evaluation, result, selection, source }: Props) {
  const words = useWords(meaningWords)
  const work = useWords(workspaceWords)
  const reasons = useWords(reasonWords)
  const format = useFormat()
  const lang = locale.value
  const [both, setBoth] = useState(false)
  const { equality } = evaluation
  const node = nodeOf(evaluation.nodes, selection.node)
  const line = result.equality[selection.node]
  const rows = useMemo(
    () => degreeRows(evaluation.nodes, result, equality, selection.node, lang),
    [evaluation, result, selection.node, lang],
  )
  if (!node) return null
  // The whole has a degree of its own: it is not one of the overall score.
  const name = node.parent === null ? '' : nameIn(lang, node)
  const single = node.kind === 'indicator'
  const only = rows[0]
  const at = evaluation.periods.indexOf(result.period)
  const series = evaluation.series[selection.node]?.degree ?? []
  const [now, before] = [line?.degree ?? null, series[at - 1] ?? null]
  const title =
    now === null
      ? words.degreeNone(name, why(line?.reason, only))
      : words.degreeTitle(
          name,
          format.number(now, { digits: 1 }),
          conventionText(equality, single ? only?.n : undefined),
        )
  const { listComma: comma } = marks(lang)
  const listed = (some: readonly DegreeRow[]) =>
    some.length > 12
      ? `${some
          .slice(0, 12)
          .map((row) => row.name)
          .join(comma)}…`
      : some.map((row) => row.name).join(comma)
  const out = rows.filter((row) => row.degree === null)
  const clipped = rows.filter((row) => row.clipped)
  const lowest = rows.find((row) => row.degree !== null)
  const cell = (value: number | null, digits: number) => <span class="num">{format.number(value, { digits })}</span>
  const columns: Column<DegreeRow>[] = [
    {
      key: 'indicator',
      title: work.indicator,
      rowHeader: true,
      value: (row) => row.name,
      minChars: 12,
    },
    {
      key: 'degree',
      title: words.degree,
      align: 'end',
      value: (row) => row.degree,
      cell: (row) =>
        row.degree === null ? (
          <span class="small muted">{why(row.reason, row)}</span>
        ) : (
          <span class="degree-cell num">
            <span class="degree-bar" aria-hidden="true">
              <span style={{ width: `${row.degree}%` }} />
            </span>
            {format.number(row.degree, { digits: 1 })}
          </span>
        ),
    },
    {
      key: 'weight',
      title: words.weightInNode,
      align: 'end',
      value: (row) => row.weight,
      cell: (row) => <span class="num">{format.percent(row.weight)}</span>,
    },
    {
      key: 'index',
      title: words.index,
      sub: words[`family.${equality.family}`],
      align: 'end',
      value: (row) => row.index,
      cell: (row) => (
        <>
          {cell(row.index, 3)}
          {row.clipped && <span class="small muted degree-note">{words.clipped}</span>}
        </>
      ),
    },
    { key: 'n', title: words.n, sub: work.areas, align: 'end', value: (row) => row.n, cell: (row) => cell(row.n, 0) },
    {
      key: 'maximum',
      title: words.maximum,
      sub: words['weighting.none'],
      align: 'end',
      value: (row) => row.maximum,
      cell: (row) => cell(row.maximum, 3),
    },
    {
      key: 'scale',
      title: words.scale,
      hidden: true,
      value: (row) => scaleText(row, words, format.number),
    },
    {
      key: 'mean',
      title: words.mean,
      align: 'end',
      hidden: true,
      value: (row) => row.mean,
      cell: (row) => (
        <span class="num">{format.number(row.mean, { digits: row.digits, unit: formatUnit(row.unit, lang) })}</span>
      ),
    },
  ]
  return (
    <Section id="degree" title={<Term method="degree">{words.degree}</Term>}>
      <p class="degree-title">
        <strong>{title}</strong>
        {now !== null && before !== null && (
          <span class="num">
            {words.degreeSince(format.signed(now - before, { digits: 1 }), format.period(evaluation.periods[at - 1]))}
          </span>
        )}
        {!single && lowest && now !== null && (
          <>
            {marks(lang).stop}
            {words.degreeLowest(lowest.name, format.number(lowest.degree, { digits: 1 }))}
          </>
        )}
      </p>
      <p class="small muted eval-hint">{words.degreeHow}</p>
      {!single && (
        <Table
          id="degrees"
          caption={words.degreeByIndicator}
          rows={rows}
          columns={columns}
          rowKey={(row) => row.code}
          csvName={`${nameIn(lang, node)}-${words.degree}-${result.period}`}
          csvNotes={[source, conventionText(equality)]}
          onOpen={(row) => selection.setNode(row.code)}
        />
      )}
      <ul class="eval-notes">
        {single && only && (
          <li class="num">
            {only.n < equality.fewest
              ? words.tooFew(only.n, equality.fewest)
              : `${words[`family.${equality.family}`]} I = ${format.number(only.index, { digits: 3 })}${marks(lang).semicolon}${words.maximumNote(only.n, only.maximum === null ? words.noMaximum : format.number(only.maximum, { digits: 3 }))}${marks(lang).semicolon}${scaleText(only, words, format.number)}`}
          </li>
        )}
        {!single && (
          <li>
            {out.length === 0
              ? words.coverageAll
              : words.leftOutList(listed(out), format.percent(line?.coverage ?? 0, 0))}
          </li>
        )}
        {clipped.length > 0 && <li>{words.clippedList(listed(clipped))}</li>}
      </ul>
      {equality.family === 'cv' && (
        <div class="degree-both">
          <Button size="s" expanded={both} onClick={() => setBoth(!both)}>
            {words.showSd}
          </Button>
          {both && <BothDeviations evaluation={evaluation} result={result} rows={rows} />}
        </div>
      )}
    </Section>
  )

  function why(reason: string | undefined, row: DegreeRow | undefined): string {
    if (reason === 'too-few-areas') return words.tooFew(row?.n ?? 0, equality.fewest)
    return reason === undefined ? reasons['not-applicable'] : reasonText(reason, reasons)
  }
}

function scaleText(row: DegreeRow, words: WordsOf<typeof meaningWords>, write: (value: number) => string): string {
  return row.scale.kind === 'ratio'
    ? words['scale.ratio']
    : words['scale.bounded'](write(row.scale.low), write(row.scale.high))
}

interface BothProps extends Pick<TabProps, 'evaluation' | 'result'> {
  readonly rows: readonly DegreeRow[]
}

function BothDeviations({ evaluation, result, rows }: BothProps) {
  const words = useWords(meaningWords)
  const work = useWords(workspaceWords)
  const format = useFormat()
  const shown = rows.map((row) => ({
    ...row,
    two: twoConventions(result.values[row.code] ?? [], row.scale, evaluation.equality.fewest),
  }))
  type Two = (typeof shown)[number]
  const of = (row: Two, which: 'population' | 'sample') => row.two[which]
  const group = (which: 'population' | 'sample'): Column<Two>[] => {
    const sub = which === 'population' ? words.sdPopulation : words.sdSample
    return [
      {
        key: `${which}-sd`,
        title: words.sd,
        sub,
        align: 'end',
        value: (row) => of(row, which)?.sd ?? null,
        cell: (row) => (
          <span class="num">
            {format.difference(of(row, which)?.sd, row.unit, Math.max(2, Math.min(4, row.digits)))}
          </span>
        ),
      },
      {
        key: `${which}-degree`,
        title: words.degree,
        sub,
        align: 'end',
        value: (row) => of(row, which)?.degree ?? null,
        cell: (row) => <span class="num">{format.number(of(row, which)?.degree, { digits: 1 })}</span>,
      },
    ]
  }
  return (
    <>
      <Table
        id="deviations"
        caption={`${words.showSd} · ${words['weighting.none']}`}
        rows={shown}
        columns={[
          { key: 'indicator', title: work.indicator, rowHeader: true, value: (row) => row.name },
          ...group('population'),
          ...group('sample'),
        ]}
        rowKey={(row) => row.code}
        bare
      />
      {evaluation.equality.weighting === 'population' && <p class="small muted eval-hint">{words.sdWeightedNote}</p>}
    </>
  )
}
