/** The check before a new version: every change in words, a note, and what to do when somebody was faster. */
import { useState } from 'preact/hooks'
import { api, type Answer } from '../../api/client.ts'
import { ApiError } from '../../api/problem.ts'
import { Button, Dialog, Notice, ProblemNotice, TextInput } from '../../components/index.ts'
import { useFormat } from '../../format/useFormat.ts'
import { frameworkWords } from '../../i18n/frameworks.ts'
import { pick } from '../../i18n/locale.ts'
import { useWords } from '../../i18n/useWords.ts'
import { applyEdits, changesOf, type Edits } from './edits.ts'
import { targetText } from './targetText.ts'
import type { Framework } from '../../../worker/routes/frameworks/schema.ts'

export interface SaveDialogProps {
  readonly open: boolean
  readonly slug: string
  readonly framework: Framework
  readonly edits: Edits
  readonly onClose: () => void
  readonly onSaved: (answer: Answer<Framework>) => void
  /** Somebody else saved first: fetch the newest, keep the layer. */
  readonly onReload: () => void
}

export function SaveDialog({ open, slug, framework, edits, onClose, onSaved, onReload }: SaveDialogProps) {
  const words = useWords(frameworkWords)
  const format = useFormat()
  const [note, setNote] = useState('')
  const [error, setError] = useState<ApiError | null>(null)
  const [busy, setBusy] = useState(false)
  const changes = changesOf(framework.body.root, edits)
  const next = framework.version + 1
  const save = async (): Promise<void> => {
    setBusy(true)
    setError(null)
    try {
      const answer = await api.put<Framework>(
        `/api/v1/cities/${slug}/frameworks/${framework.id}`,
        { body: applyEdits(framework.body, edits), note: note.trim() },
        { ifMatch: `"${framework.digest}"` },
      )
      setNote('')
      onSaved(answer)
    } catch (cause) {
      setError(cause instanceof ApiError ? cause : new ApiError(0, {}))
    } finally {
      setBusy(false)
    }
  }
  const conflict = error?.status === 412 || error?.status === 409
  return (
    <Dialog
      open={open}
      title={words.saveTitle(next)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="primary" busy={busy} onClick={() => void save()}>
            {words.save(next)}
          </Button>
        </>
      }
    >
      <div class="stack">
        {error !== null &&
          (conflict ? (
            <Notice
              tone="warn"
              live
              actions={
                <Button
                  onClick={() => {
                    setError(null)
                    onReload()
                  }}
                >
                  {words.loadLatest}
                </Button>
              }
            >
              {words.conflict}
            </Notice>
          ) : (
            <ProblemNotice error={error} />
          ))}
        <p>{words.saveText(changes.length)}</p>
        <ul class="framework-changes">
          {changes.map(({ node, field, from, to }) => (
            <li key={`${node.code}.${field}`}>
              {pick(node.name, node.nameEn)}{' '}
              <span class="muted">{field === 'weight' ? words.fWeight : words.fTarget}</span>{' '}
              <span class="num">
                {show(from)} → {show(to)}
              </span>
            </li>
          ))}
        </ul>
        <TextInput
          id="framework-note"
          label={words.note}
          optional
          rows={3}
          maxLength={500}
          value={note}
          onInput={setNote}
        />
      </div>
    </Dialog>
  )

  function show(value: (typeof changes)[number]['from']): string {
    return typeof value === 'number' ? format.number(value) : targetText(value) || words.noTarget
  }
}
