/** Publishing: what becomes public, what stays, that it cannot be taken back, and one deliberate tick before the act. */
import { useState } from 'preact/hooks'
import type { Evaluation } from '../../../worker/routes/evaluations/schema.ts'
import { api, newKey } from '../../api/client.ts'
import { ApiError } from '../../api/problem.ts'
import { forget } from '../../api/useResource.ts'
import { Button, Checkbox, Dialog, Notice, ProblemNotice, toast } from '../../components/index.ts'
import { componentWords } from '../../i18n/components.ts'
import { useWords } from '../../i18n/useWords.ts'
import { workspaceWords } from '../../i18n/workspace.ts'

const FEW_AREAS = 5

interface Props {
  readonly evaluation: Evaluation
  readonly slug: string
  readonly open: boolean
  readonly onClose: () => void
  readonly onPublished: () => void
}

export function PublishDialog({ evaluation, slug, open, onClose, onPublished }: Props) {
  const words = useWords(workspaceWords)
  const common = useWords(componentWords)
  const [checked, setChecked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  // One key for the dialog's life: a second click after a lost answer cannot publish twice.
  const [idempotencyKey] = useState(newKey)
  const publish = async (): Promise<void> => {
    setBusy(true)
    setError(null)
    try {
      await api.post(`/api/v1/cities/${slug}/evaluations/${evaluation.id}/publish`, {}, { idempotencyKey })
      forget(`/api/v1/cities/${slug}`)
      forget('/api/v1/publications')
      toast({ message: words.publishDone, tone: 'good' })
      onPublished()
      onClose()
    } catch (cause) {
      setError(cause instanceof ApiError ? cause : new ApiError(0, {}))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      open={open}
      title={words.publishTitle(evaluation.title)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button kind="primary" busy={busy} disabled={!checked} onClick={() => void publish()}>
            {words.publishAct}
          </Button>
        </>
      }
    >
      <div class="stack">
        {error && <ProblemNotice error={error} onRetry={() => void publish()} />}
        <dl class="facts">
          <dt>{words.publishOpen}</dt>
          <dd>{words.publishOpenList}</dd>
          <dt>{words.publishKept}</dt>
          <dd>{words.publishKeptList}</dd>
        </dl>
        <Notice tone="warn">
          <p>{words.publishFinal}</p>
          <p>{words.publishCheck(evaluation.missingCount, evaluation.warningCount)}</p>
          {evaluation.areaCount < FEW_AREAS && <p>{words.publishSmall(evaluation.areaCount)}</p>}
        </Notice>
        <Checkbox label={words.publishConfirm} checked={checked} onChange={setChecked} />
      </div>
    </Dialog>
  )
}
