/** The state of an import in a sentence, with the one act that follows from it. */
import type { ComponentChildren } from 'preact'
import type { ImportRecord } from '../../../worker/contract/imports.ts'
import { Button, ConfirmButton, LinkButton, Notice, type Tone } from '../../components/index.ts'
import { useFormat } from '../../format/useFormat.ts'
import type { WordsOf } from '../../i18n/area.ts'
import { importWords } from '../../words/imports.ts'
import { useWords } from '../../i18n/useWords.ts'

interface Props {
  readonly slug: string
  readonly record: ImportRecord
  readonly canWrite: boolean
  readonly onCommit: () => void
  readonly onRevert: () => Promise<void>
  readonly onDiscard: () => Promise<void>
}

const link = (href: string, label: string, primary = true) => (
  <LinkButton kind={primary ? 'primary' : 'secondary'} href={href}>
    {label}
  </LinkButton>
)

export function ImportNotice({ slug, record, canWrite, onCommit, onRevert, onDiscard }: Props) {
  const words = useWords(importWords)
  const format = useFormat()
  const isAreas = record.kind === 'areas'
  const upload = isAreas ? `/c/${slug}/data?tab=areas` : `/c/${slug}/data/import`
  const checked = checkedSentence(record, words, format.number)
  const show = (tone: Tone, title: string, sentences: readonly string[], actions: ComponentChildren) => (
    <Notice tone={tone} live title={title} actions={canWrite ? actions : undefined}>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {!canWrite && record.state === 'ready' && <p>{words.noRight}</p>}
    </Notice>
  )
  switch (record.state) {
    case 'rejected': {
      const others = record.rowCount - record.problemRowCount
      const n = format.number(record.problemCount)
      const isWhole = record.checkedColumnCount === record.columnCount
      const canAccept = record.problems.some((p) => p.suggestions.some((s) => s.isSafe))
      return show(
        'bad',
        others > 0 && record.problemRowCount > 0 && isWhole
          ? words.rejectedTitle(n, format.number(others))
          : words.rejectedWhole(n),
        [...checked, words.rejectedText, ...(canAccept && canWrite ? [words.rejectedAccept] : [])],
        link(upload, words.again),
      )
    }
    case 'ready': {
      const n = format.number(record.changedCount)
      const nothing = isAreas ? words.readyAreasNothing : words.readyNothing
      const title =
        record.reasonCount > 0
          ? words.readyReasonsTitle(n, format.number(record.reasonCount))
          : isAreas
            ? words.readyAreasTitle(n)
            : words.readyTitle(n)
      return show(
        record.warningCount + record.reasonCount > 0 ? 'warn' : 'good',
        record.changedCount === 0 ? nothing : title,
        [
          ...checked,
          ...(record.reasonCount > 0 ? [words.readyReasons] : []),
          ...(record.warningCount > 0 ? [words.readyWarnings(format.number(record.warningCount))] : []),
          words.readyText,
        ],
        <>
          <Button kind="primary" onClick={onCommit}>
            {record.changedCount === 0 ? words.commitSame : isAreas ? words.commitAreas(n) : words.commit(n)}
          </Button>
          <ConfirmButton
            title={words.discardTitle(record.fileName)}
            consequence={words.discardText}
            confirm={words.discardConfirm}
            onConfirm={onDiscard}
          >
            {words.discard}
          </ConfirmButton>
        </>,
      )
    }
    case 'committed':
      return (
        <Notice
          tone="good"
          live
          title={doneTitle(record, words, format.number)}
          actions={
            <>
              {isAreas
                ? link(upload, words.viewAreas)
                : link(
                    `/c/${slug}/data?period=${encodeURIComponent(record.periods[record.periods.length - 1] ?? '')}`,
                    words.viewValues,
                  )}
              {canWrite && !isAreas && link(upload, words.another, false)}
              {canWrite && record.changedCount > 0 && (
                <ConfirmButton
                  title={words.revertTitle(record.fileName)}
                  consequence={(isAreas ? words.revertAreasText : words.revertText)(format.number(record.changedCount))}
                  confirm={words.revertConfirm}
                  onConfirm={onRevert}
                >
                  {words.revert}
                </ConfirmButton>
              )}
            </>
          }
        />
      )
    case 'reverted':
      return show('info', isAreas ? words.revertedAreasTitle : words.revertedTitle, [], link(upload, words.another))
    case 'discarded':
      return show('info', words.discardedTitle, [], link(upload, words.another))
  }
}

type Words = WordsOf<typeof importWords>
type Show = (value: number) => string

/** How much of the file the check really saw. */
function checkedSentence(record: ImportRecord, words: Words, show: Show): string[] {
  if (record.rowCount === 0) return []
  const parts = [words.checkedRows(show(record.checkedRowCount), show(record.rowCount))]
  if (record.checkedColumnCount < record.columnCount)
    parts.push(words.checkedColumns(show(record.checkedColumnCount), show(record.columnCount)))
  return [`${parts.join(words.clauseComma)}${words.sentenceEnd}`]
}

function doneTitle(record: ImportRecord, words: Words, show: Show): string {
  const n = show(record.changedCount)
  if (record.kind === 'areas') return record.changedCount === 0 ? words.doneAreasNothing : words.doneAreasTitle(n)
  return record.changedCount === 0 ? words.doneNothing : words.doneTitle(n)
}
