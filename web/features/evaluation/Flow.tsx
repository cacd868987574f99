/** Where an evaluation stands on its way to the public: who did what, when and why, and what the reader may do next. */
import { useState } from 'preact/hooks'
import type { Evaluation } from '../../../worker/contract/evaluations.ts'
import type { EvaluationSteps } from '../../../worker/contract/releases.ts'
import { api, newKey } from '../../api/client.ts'
import { ApiError } from '../../api/problem.ts'
import { forget } from '../../api/useResource.ts'
import { Button, Dialog, LinkButton, Notice, ProblemNotice, TextInput, toast } from '../../components/index.ts'
import { useFormat } from '../../format/useFormat.ts'
import { useWords } from '../../i18n/useWords.ts'
import { componentWords } from '../../words/components.ts'
import { releaseWords } from '../../words/release.ts'

type Act = 'review' | 'approve' | 'return' | 'withdraw'
const ACTS: readonly Act[] = ['review', 'approve', 'return', 'withdraw']

interface Props {
  readonly slug: string
  readonly evaluation: Evaluation
  readonly steps: EvaluationSteps
  readonly onMoved: () => void
}

export function Flow({ slug, evaluation, steps, onMoved }: Props) {
  const words = useWords(releaseWords)
  const format = useFormat()
  const [asking, setAsking] = useState<Act | null>(null)
  const { state, moves, policy, release } = steps
  const waits = state === 'draft' || state === 'reviewed' || state === 'approved' ? words.waitsFor[state] : null
  const own = ACTS.filter((act) => moves.includes(act))
  if (steps.steps.length === 0 && own.length === 0 && release === null && policy === 'one-step') return null
  return (
    <section class="flow" aria-label={words.flow}>
      <Standing steps={steps} />
      {policy === 'four-eyes' && waits !== null && (
        <p class="small">
          <strong>{waits}</strong> <span class="muted">{words.fourEyes}</span>
        </p>
      )}
      {own.length > 0 && (
        <div class="row flow-acts">
          {own.map((act) => (
            <Button
              key={act}
              size="s"
              kind={act === 'withdraw' ? 'danger' : 'secondary'}
              onClick={() => setAsking(act)}
            >
              {words.acts[act]}
            </Button>
          ))}
        </div>
      )}
      {steps.steps.length > 0 && (
        <details class="small">
          <summary>{words.steps}</summary>
          <ol class="flow-steps">
            {steps.steps.map((step, i) => (
              <li key={i}>
                {words.stepBy(words.done[step.act], nameOf(step.by, step.byName, words), format.dateTime(step.at))}
                {step.reason !== '' && <q>{step.reason}</q>}
              </li>
            ))}
          </ol>
        </details>
      )}
      {asking !== null && (
        <MoveDialog
          key={asking}
          act={asking}
          base={`/api/v1/cities/${slug}/evaluations/${evaluation.id}`}
          title={evaluation.title}
          hidden={release !== null && release.leftAt === null}
          onClose={() => setAsking(null)}
          onDone={() => {
            forget(`/api/v1/cities/${slug}`)
            forget('/api/v1/publications')
            onMoved()
            setAsking(null)
            toast({ message: words.done[asking], tone: 'good' })
          }}
        />
      )}
    </section>
  )
}

function nameOf(by: string, name: string, words: { byKey: string; bySystem: string; unknown: string }): string {
  if (name !== '') return name
  return by.startsWith('key:') ? words.byKey : by.startsWith('system:') ? words.bySystem : words.unknown
}

/** What became of its publication, where that needs saying. */
function Standing({ steps: { state, release } }: { readonly steps: EvaluationSteps }) {
  const words = useWords(releaseWords)
  const format = useFormat()
  if (release === null) return null
  if (release.withdrawn !== null)
    return (
      <Notice tone="warn">{words.withdrawnNow(format.dateTime(release.withdrawn.at), release.withdrawn.reason)}</Notice>
    )
  if (state === 'superseded')
    return (
      <Notice
        tone="warn"
        title={words.supersededBy}
        actions={
          release.supersededBy === null ? undefined : (
            <LinkButton href={`/results/${release.supersededBy}`}>{words.goToCorrection}</LinkButton>
          )
        }
      />
    )
  return release.leftAt === null && release.from > release.createdAt ? (
    <Notice>{words.embargoed(format.dateTime(release.from))}</Notice>
  ) : null
}

interface DialogProps {
  readonly act: Act
  readonly base: `/api/v1/cities/${string}/evaluations/${string}`
  readonly title: string
  /** Its publication has not left the city. */
  readonly hidden: boolean
  readonly onClose: () => void
  readonly onDone: () => void
}

function MoveDialog({ act, base, title, hidden, onClose, onDone }: DialogProps) {
  const words = useWords(releaseWords)
  const common = useWords(componentWords)
  const [text, setText] = useState('')
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const [idempotencyKey] = useState(newKey)
  const needsReason = act === 'return' || act === 'withdraw'
  const hint = act === 'return' ? words.returnHint : act === 'withdraw' ? words.withdrawHint : words.noteHint
  const run = async (): Promise<void> => {
    if (needsReason && text.trim() === '') return setMissing(true)
    setBusy(true)
    setError(null)
    try {
      const key = { idempotencyKey }
      await (act === 'return'
        ? api.post(`${base}/return`, { reason: text }, key)
        : act === 'withdraw'
          ? api.post(`${base}/withdraw`, { reason: text }, key)
          : api.post(`${base}/${act}`, { note: text }, key))
      onDone()
    } catch (cause) {
      setError(cause instanceof ApiError ? cause : new ApiError(0, {}))
      setBusy(false)
    }
  }
  const heading = {
    review: words.reviewTitle,
    approve: words.approveTitle,
    return: words.returnTitle,
    withdraw: words.withdrawTitle,
  }[act](title)
  return (
    <Dialog
      open
      title={heading}
      size="s"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button kind={act === 'withdraw' ? 'danger' : 'primary'} busy={busy} onClick={() => void run()}>
            {words.acts[act]}
          </Button>
        </>
      }
    >
      <div class="stack">
        {error && <ProblemNotice error={error} onRetry={() => void run()} />}
        {act === 'withdraw' && <p>{hidden ? words.withdrawHidden : words.withdrawWhat}</p>}
        <TextInput
          id="flow-text"
          label={needsReason ? words.reason : words.note}
          hint={hidden && act === 'withdraw' ? undefined : hint}
          rows={3}
          maxLength={500}
          optional={!needsReason}
          required={needsReason}
          error={missing && text.trim() === '' ? words.needReason : null}
          value={text}
          onInput={setText}
        />
      </div>
    </Dialog>
  )
}
