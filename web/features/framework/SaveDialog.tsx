/** The check before a new version: every change in words, a note, and what to do when somebody was faster. */
import { useState } from 'preact/hooks'
import { api, type Answer } from '../../api/client.ts'
import { ApiError, type FieldFault } from '../../api/problem.ts'
import { Button, Dialog, Notice, ProblemNotice, TextInput } from '../../components/index.ts'
import { useFormat } from '../../format/useFormat.ts'
import { locale } from '../../i18n/locale.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import type { WordsOf } from '../../i18n/area.ts'
import { frameworkWords } from '../../words/frameworks.ts'
import { meaningWords } from '../../words/meaning.ts'
import { useWords } from '../../i18n/useWords.ts'
import { applyEdits, changesOf, type Change, type Edits } from './edits.ts'
import { valueText } from './valueText.ts'
import type { Framework } from '../../../worker/contract/frameworks.ts'

const FIELD = {
  weight: 'fWeight',
  target: 'fTarget',
  targetSource: 'fTargetSource',
  floor: 'fFloor',
  floorSource: 'fFloorSource',
  scale: 'fScale',
  caution: 'fCaution',
  breaks: 'fBreaks',
  equalityFamily: 'fEqualityFamily',
  equalityWeighting: 'fEqualityWeighting',
  realizationCoverage: 'fRealizationCoverage',
} as const satisfies Record<Change['field'], keyof WordsOf<typeof frameworkWords>>

export interface SaveDialogProps {
  readonly open: boolean
  readonly slug: string
  readonly framework: Framework
  readonly edits: Edits
  readonly onClose: () => void
  /** What the server refused, to stand beside its field. */
  readonly onFaults: (faults: readonly FieldFault[]) => void
  readonly onSaved: (answer: Answer<Framework>) => void
  /** Somebody else saved first: fetch the newest, keep the layer. */
  readonly onReload: () => void
}

export function SaveDialog({ open, slug, framework, edits, onClose, onFaults, onSaved, onReload }: SaveDialogProps) {
  const words = useWords(frameworkWords)
  const meaning = useWords(meaningWords)
  const format = useFormat()
  const [note, setNote] = useState('')
  const [error, setError] = useState<ApiError | null>(null)
  const [busy, setBusy] = useState(false)
  const changes = changesOf(framework.body, edits)
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
      const problem = cause instanceof ApiError ? cause : new ApiError(0, {})
      setError(problem)
      onFaults(problem.faults)
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
            <li key={`${node?.code ?? ''}.${field}`}>
              {node === null ? words.tabMethod : nameIn(locale.value, node)}{' '}
              <span class="muted">{words[FIELD[field]]}</span>{' '}
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

  function show(value: unknown): string {
    return typeof value === 'number' ? format.number(value) : valueText(value, words, meaning)
  }
}
