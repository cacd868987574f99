/** The state of an import in a sentence, with the one act that follows from it. */
import type { ComponentChildren } from 'preact'
import type { ImportRecord } from '../../../worker/routes/imports/schema.ts'
import { Button, ConfirmButton, LinkButton, Notice, type Tone } from '../../components/index.ts'
import { useFormat } from '../../format/useFormat.ts'
import { importWords } from '../../i18n/imports.ts'
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
  const upload = `/c/${slug}/data/import`
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
      return show(
        'bad',
        others > 0 && record.problemRowCount > 0
          ? words.rejectedTitle(n, format.number(others))
          : words.rejectedWhole(n),
        [words.rejectedText],
        link(upload, words.again),
      )
    }
    case 'ready':
      return show(
        record.warningCount > 0 ? 'warn' : 'good',
        record.changedCount === 0 ? words.readyNothing : words.readyTitle(format.number(record.changedCount)),
        record.warningCount > 0
          ? [words.readyWarnings(format.number(record.warningCount)), words.readyText]
          : [words.readyText],
        <>
          <Button kind="primary" onClick={onCommit}>
            {record.changedCount === 0 ? words.commitSame : words.commit(format.number(record.changedCount))}
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
    case 'committed':
      return (
        <Notice
          tone="good"
          live
          title={record.changedCount === 0 ? words.doneNothing : words.doneTitle(format.number(record.changedCount))}
          actions={
            <>
              {link(
                `/c/${slug}/data?period=${encodeURIComponent(record.periods[record.periods.length - 1] ?? '')}`,
                words.viewValues,
              )}
              {canWrite && link(upload, words.another, false)}
              {canWrite && record.changedCount > 0 && (
                <ConfirmButton
                  title={words.revertTitle(record.fileName)}
                  consequence={words.revertText(format.number(record.changedCount))}
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
      return show('info', words.revertedTitle, [], link(upload, words.another))
    case 'discarded':
      return show('info', words.discardedTitle, [], link(upload, words.another))
  }
}
