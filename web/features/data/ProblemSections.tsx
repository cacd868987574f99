/** What the check found, by what it asks of the reader: to be corrected, to be explained, to be looked at. One fault is one entry, however
 * many cells share it; the first of them are listed below it. */
import type { ComponentChildren } from 'preact'
import type { ImportProblem, ImportRecord } from '../../../worker/contract/imports.ts'
import { Button, Icon, Section, TextInput, type IconName } from '../../components/index.ts'
import { csvText } from '../../format/csv.ts'
import { download } from '../../format/download.ts'
import { useFormat } from '../../format/useFormat.ts'
import { locale } from '../../i18n/locale.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import type { WordsOf } from '../../i18n/area.ts'
import { dataWords } from '../../words/data.ts'
import { importWords } from '../../words/imports.ts'
import { aside, labelled } from '../../i18n/punctuation.ts'
import { useWords } from '../../i18n/useWords.ts'

export type Suggestion = ImportProblem['suggestions'][number]
export type Reasons = Readonly<Record<string, string>>

interface Props {
  readonly record: ImportRecord
  readonly isDemo: boolean
  /** Suggestions may be taken and reasons given. */
  readonly canWrite: boolean
  readonly onAccept: (suggestions: readonly Suggestion[]) => void
  readonly reasons: Reasons
  readonly onReasons: (reasons: Reasons) => void
  /** Ids of problems whose reason was asked for and is missing. */
  readonly missing: ReadonlySet<string>
  readonly onCommit: () => void
}

/** The field for a reason that holds for all. */
export const COMMON = 'all'
export const reasonField = (id: string): string => `reason-${id}`

const ICONS: Readonly<Record<ImportProblem['severity'], IconName>> = { error: 'error', reason: 'warn', warning: 'info' }
const SEVERITIES = ['error', 'reason', 'warning'] as const

export function ProblemSections(props: Props) {
  const { record, isDemo, canWrite, onAccept, onCommit } = props
  const words = useWords(importWords)
  const data = useWords(dataWords)
  const format = useFormat()
  if (record.problems.length === 0) return null
  const isOpen = record.state === 'ready'
  const safe = record.problems.flatMap((p) => p.suggestions.filter((s) => s.isSafe))
  const isWritten = record.state === 'committed' || record.state === 'reverted'
  const titles = {
    error: words.toCorrect,
    reason: isWritten ? words.explained : words.toExplain,
    warning: words.toLookAt,
  }
  const leads = {
    error: words.toCorrectLead,
    reason: isWritten ? words.explainedLead : isOpen ? words.toExplainLead : words.toExplainLater,
    warning: words.toLookAtLead,
  }
  const exported = (): void =>
    download(
      `${record.fileName}-${words.problems}.csv`,
      csvText(
        [words.severity, words.place, words.content, words.cells, words.what, words.todo, words.reason],
        [
          ...(isDemo ? [[data.demo]] : []),
          ...record.problems.map((p) => [
            words[`${p.severity}Kind`],
            p.place === '' ? words.wholeFile : p.place,
            p.count > 1 ? p.places.map((at) => placeText(at, words.row)).join('; ') : p.value,
            p.count,
            p.what,
            p.todo,
            p.reason?.text ?? '',
          ]),
        ],
      ),
    )
  let isFirst = true
  return (
    <>
      {SEVERITIES.map((severity) => {
        const problems = record.problems.filter((p) => p.severity === severity)
        if (problems.length === 0) return null
        const actions: ComponentChildren = (
          <span class="row">
            {severity === 'error' && canWrite && safe.length > 1 && (
              <Button size="s" onClick={() => onAccept(safe)}>
                {words.acceptAll(format.number(safe.length))}
              </Button>
            )}
            {isFirst && (
              <Button size="s" kind="quiet" icon="download" onClick={exported}>
                {words.exportProblems}
              </Button>
            )}
          </span>
        )
        isFirst = false
        return (
          <Section
            key={severity}
            id={`problems-${severity}`}
            title={words.counted(titles[severity], format.number(problems.length))}
            action={actions}
            lead={leads[severity]}
          >
            {severity === 'reason' && isOpen && canWrite && problems.length > 1 && <CommonReason {...props} />}
            <ol class="data-problems">
              {problems.map((problem) => (
                <Entry key={problem.id} problem={problem} {...props} />
              ))}
            </ol>
            {severity === 'reason' && isOpen && canWrite && (
              <p class="data-after">
                <Button onClick={onCommit}>
                  {record.changedCount === 0 ? words.commitSame : words.commit(format.number(record.changedCount))}
                </Button>
              </p>
            )}
          </Section>
        )
      })}
    </>
  )
}

function CommonReason({ reasons, onReasons }: Props) {
  const words = useWords(importWords)
  return (
    <div class="data-common-reason">
      <TextInput
        id={reasonField(COMMON)}
        label={words.commonReason}
        hint={words.commonReasonHint}
        optional
        value={reasons[COMMON] ?? ''}
        maxLength={500}
        onInput={(text) => onReasons({ ...reasons, [COMMON]: text })}
      />
    </div>
  )
}

function Entry({
  problem,
  record,
  canWrite,
  onAccept,
  reasons,
  onReasons,
  missing,
}: Props & { readonly problem: ImportProblem }) {
  const words = useWords(importWords)
  const format = useFormat()
  const isMany = problem.count > 1
  const [suggestion] = problem.suggestions
  return (
    <li class={`data-problem data-problem-${problem.severity}`} id={`problem-${problem.id}`}>
      <Icon name={ICONS[problem.severity]} size={20} />
      <div class="data-problem-text">
        <p class="data-problem-what">
          <span class="visually-hidden">{labelled(words[`${problem.severity}Kind`], '')}</span>
          <strong>{problem.place === '' ? words.wholeFile : problem.place}</strong>
          <span>{problem.what}</span>
        </p>
        {isMany && (
          <ul class="data-places">
            {problem.places.map((at) => (
              <li key={`${at.row ?? ''} ${at.column ?? ''}`}>{placeOf(problem, at, words)}</li>
            ))}
            {problem.count > problem.places.length && (
              <li class="muted">{words.andMore(format.number(problem.count - problem.places.length))}</li>
            )}
          </ul>
        )}
        {/* Of a value to be explained the section says it once for all, and the field says the rest. */}
        {problem.severity !== 'reason' && <p class="data-problem-todo">{problem.todo}</p>}
        {canWrite && record.state === 'rejected' && problem.suggestions.length === 1 && suggestion?.isSafe === true && (
          <p>
            <Button size="s" onClick={() => onAccept([suggestion])}>
              {words.accept(nameIn(locale.value, suggestion))}
            </Button>
          </p>
        )}
        {problem.severity === 'reason' &&
          (problem.reason !== null ? (
            <p class="data-reason">
              {labelled(words.reason, problem.reason.text)}
              <span class="muted">
                {' '}
                · {problem.reason.byName} · {format.dateTime(problem.reason.at)}
              </span>
            </p>
          ) : record.state === 'ready' && canWrite ? (
            <TextInput
              id={reasonField(problem.id)}
              label={
                <>
                  {words.reason}
                  <span class="visually-hidden">{aside(problem.place)}</span>
                </>
              }
              value={reasons[problem.id] ?? ''}
              maxLength={500}
              placeholder={words.reasonExample}
              error={missing.has(problem.id) ? words.reasonMissing : null}
              onInput={(text) => onReasons({ ...reasons, [problem.id]: text })}
            />
          ) : null)}
      </div>
    </li>
  )
}

type Place = ImportProblem['places'][number]

/** One of many places: the row, the column where they differ, what stands there and what should. */
function placeOf(problem: ImportProblem, at: Place, words: WordsOf<typeof importWords>) {
  if (problem.code === 'duplicate-row') return words.rowLikeRow(String(at.row ?? ''), at.hint ?? '')
  return (
    <>
      {problem.rowCount > 1 && at.row !== null && <span>{words.rowNumber(String(at.row))} </span>}
      {problem.column === null && at.column !== null && <span>“{at.column}” </span>}
      {at.value !== null && <code class="data-value">{at.value}</code>}
      {at.hint !== null && <span> → {at.hint}</span>}
    </>
  )
}

const placeText = (at: Place, row: string): string =>
  [at.row === null ? '' : `${row} ${at.row}`, at.column ?? '', at.value ?? '', at.hint === null ? '' : `→ ${at.hint}`]
    .filter((part) => part !== '')
    .join(' ')
