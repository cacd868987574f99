/** The city's evaluations as a table; drafts can be deleted by name, published ones never. */
import { useMemo, useState } from 'preact/hooks'
import type { EvaluationSummary } from '../../../worker/contract/evaluations.ts'
import { api } from '../../api/client.ts'
import { ApiError } from '../../api/problem.ts'
import { forget } from '../../api/useResource.ts'
import {
  ConfirmButton,
  Select,
  Status,
  Table,
  TextInput,
  problemText,
  toast,
  type Column,
} from '../../components/index.ts'
import { conventionText } from '../meaning/convention.ts'
import { useFormat } from '../../format/useFormat.ts'
import { componentWords } from '../../words/components.ts'
import { evaluationsWords } from '../../words/evaluations.ts'
import { meaningWords } from '../../words/meaning.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useQueryState } from '../../router/useQueryState.ts'
import { EVALUATION_STATES } from '../../../worker/release/states.ts'
import { releaseWords } from '../../words/release.ts'
import { shortDigest, stateTone } from './model.ts'

interface Props {
  readonly slug: string
  readonly items: readonly EvaluationSummary[]
  readonly canWrite: boolean
  readonly onOpen: (id: string) => void
  readonly onRemoved: (id: string) => void
}

export function EvaluationList({ slug, items, canWrite, onOpen, onRemoved }: Props) {
  const words = useWords(evaluationsWords)
  const common = useWords(componentWords)
  const own = useWords(releaseWords)
  const meaning = useWords(meaningWords)
  const format = useFormat()
  const [state, setState] = useQueryState('state', 'all')
  const [query, setQuery] = useState('')
  const rows = useMemo(() => {
    const needle = query.trim().toLowerCase()
    return items.filter(
      (item) =>
        (state === 'all' || item.state === state) && (needle === '' || item.title.toLowerCase().includes(needle)),
    )
  }, [items, state, query])
  const remove = async (item: EvaluationSummary): Promise<void> => {
    try {
      await api.delete(`/api/v1/cities/${slug}/evaluations/${item.id}`)
      forget(`/api/v1/cities/${slug}`)
      onRemoved(item.id)
      toast({ message: words.removed(item.title), tone: 'good' })
    } catch (cause) {
      toast({ message: problemText(cause instanceof ApiError ? cause : new ApiError(0, {}), common), tone: 'bad' })
      throw cause
    }
  }
  const span = (item: EvaluationSummary) => {
    const [first, last] = [item.periods[0], item.periods[item.periods.length - 1]]
    return first === last ? format.period(first) : `${first ?? ''}–${last ?? ''}`
  }
  const one = { digits: 1 }
  // One convention for all rows is said once, in the head.
  const conventions = new Set(rows.map((row) => conventionText(row.headline.equality)))
  const shared = conventions.size === 1 ? ([...conventions][0] ?? null) : null
  const columns: Column<EvaluationSummary>[] = [
    {
      key: 'title',
      title: words.colTitle,
      rowHeader: true,
      value: (row) => row.title,
      cell: (row) => <a href={`/c/${slug}/evaluations/${row.id}`}>{row.title}</a>,
      minChars: 14,
    },
    {
      key: 'state',
      title: words.colState,
      value: (row) => own.states[row.state],
      cell: (row) => <Status tone={stateTone(row.state)}>{own.states[row.state]}</Status>,
    },
    { key: 'periods', title: words.colPeriods, value: (row) => row.periods.join(' '), cell: span },
    {
      key: 'framework',
      title: words.colFramework,
      minChars: 14,
      value: (row) => `${row.frameworkName} ${words.version(row.frameworkVersion)}`,
    },
    {
      key: 'score',
      title: words.colScore,
      align: 'end',
      value: (row) => row.headline.score,
      cell: (row) => <span class="num">{format.number(row.headline.score, one)}</span>,
    },
    {
      key: 'realization',
      title: meaning.realization,
      sub: '%',
      minChars: 7,
      align: 'end',
      value: (row) => row.headline.realization,
      cell: (row) => (
        <>
          <span class="num">{format.number(row.headline.realization, one)}</span>
          <span class="small muted eval-sub">{words.covers(format.percent(row.headline.realizationCoverage, 0))}</span>
        </>
      ),
    },
    {
      key: 'coverage',
      title: meaning.coverageHead,
      exportOnly: true,
      value: (row) => row.headline.realizationCoverage,
    },
    {
      key: 'degree',
      title: words.colDegree,
      ...(shared === null ? { minChars: 13 } : { sub: shared }),
      align: 'end',
      value: (row) => row.headline.degree,
      cell: (row) => (
        <>
          <span class="num">{format.number(row.headline.degree, one)}</span>
          <span class="small muted eval-sub">
            {shared === null
              ? conventionText(row.headline.equality, row.headline.areaCount)
              : meaning.areas(row.headline.areaCount)}
          </span>
        </>
      ),
    },
    {
      key: 'convention',
      title: meaning.convention,
      exportOnly: true,
      value: (row) => conventionText(row.headline.equality, row.headline.areaCount),
    },
    { key: 'areas', title: words.colAreas, align: 'end', hidden: true, value: (row) => row.areaCount },
    { key: 'indicators', title: words.colIndicators, align: 'end', hidden: true, value: (row) => row.indicatorCount },
    {
      key: 'missing',
      hidden: true,
      title: words.colMissing,
      align: 'end',
      value: (row) => row.missingCount,
      cell: (row) => <span class="num">{format.number(row.missingCount)}</span>,
    },
    {
      key: 'digest',
      hidden: true,
      title: words.colDigest,
      value: (row) => row.resultDigest,
      cell: (row) => <code title={row.resultDigest}>{shortDigest(row.resultDigest)}</code>,
    },
    {
      key: 'created',
      title: words.colCreated,
      value: (row) => row.createdAt,
      cell: (row) => format.date(row.createdAt),
    },
    ...(canWrite
      ? [
          {
            key: 'actions',
            title: words.colActions,
            cell: (row: EvaluationSummary) =>
              row.state === 'draft' ? (
                <ConfirmButton
                  size="s"
                  title={words.removeTitle(row.title)}
                  consequence={words.removeText}
                  confirm={words.removeAct}
                  onConfirm={() => remove(row)}
                >
                  {words.remove}
                </ConfirmButton>
              ) : null,
          },
        ]
      : []),
  ]
  return (
    <>
      <div class="filters">
        <TextInput
          id="evaluations-search"
          label={words.search}
          type="search"
          width="m"
          value={query}
          onInput={setQuery}
        />
        <Select
          id="evaluations-state"
          label={words.colState}
          value={state}
          options={[
            { value: 'all', label: words.stateAll },
            ...EVALUATION_STATES.map((value) => ({ value, label: own.states[value] })),
          ]}
          onChange={setState}
        />
      </div>
      <Table
        id="evaluations"
        caption={words.caption}
        captionHidden
        rows={rows}
        columns={columns}
        rowKey={(row) => row.id}
        sort={{ key: 'created', descending: true }}
        csvName={words.caption}
        onOpen={(row) => onOpen(row.id)}
      />
    </>
  )
}
