/** Publishing: the city chooses whose raw values become public, sees number by number what anybody will see and what stays, and why a publication
 * would be refused; then one deliberate tick before an act that cannot be taken back. */
import { useState } from 'preact/hooks'
import type { Evaluation } from '../../../worker/contract/evaluations.ts'
import type { PublicationPreview, RawRequest } from '../../../worker/contract/publication.ts'
import { api, newKey } from '../../api/client.ts'
import { ApiError } from '../../api/problem.ts'
import { forget, useResource } from '../../api/useResource.ts'
import { Button, Checkbox, Dialog, Notice, ProblemNotice, SegmentedControl, toast } from '../../components/index.ts'
import { marks } from '../../format/marks.ts'
import { locale } from '../../i18n/locale.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import { componentWords } from '../../words/components.ts'
import { disclosureWords } from '../../words/disclosure.ts'
import { useWords } from '../../i18n/useWords.ts'
import { workspaceWords } from '../../words/workspace.ts'
import { useFormat } from '../../format/useFormat.ts'
import { releaseWords } from '../../words/release.ts'
import { PublicList } from './PublicList.tsx'
import { isComplete, momentOf, WhenAndWhat, type Correcting } from './WhenAndWhat.tsx'

const FEW_AREAS = 5
type Choice = 'none' | 'all' | 'some'

interface Props {
  readonly evaluation: Evaluation
  readonly slug: string
  readonly open: boolean
  readonly onClose: () => void
  readonly onPublished: () => void
}

export function PublishDialog({ evaluation, slug, open, onClose, onPublished }: Props) {
  const words = useWords(workspaceWords)
  const own = useWords(disclosureWords)
  const common = useWords(componentWords)
  const when = useWords(releaseWords)
  const format = useFormat()
  const [choice, setChoice] = useState<Choice>('none')
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [asked, setAsked] = useState<readonly string[]>([])
  const [checked, setChecked] = useState(false)
  const [embargo, setEmbargo] = useState<string | null>(null)
  const [corrects, setCorrects] = useState<Correcting | null>(null)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  // One key per choice: a second click after a lost answer cannot publish twice, another choice is another request.
  const [idempotencyKey, setKey] = useState(newKey)
  const leaves = evaluation.nodes.filter((node) => node.kind === 'indicator')
  const some = leaves.map((leaf) => leaf.code).filter((code) => picked.has(code))
  const raw: RawRequest = choice === 'all' ? 'published' : choice === 'some' ? { published: [...asked] } : 'withheld'
  const until = embargo === null ? null : momentOf(embargo)
  const base = `/api/v1/cities/${slug}/evaluations/${evaluation.id}` as const
  // The check weighs the choice against everything published before, which takes long: ticks are gathered, then asked about once.
  const waiting = choice === 'some' && (asked.length === 0 || asked.join() !== some.join())
  const preview = useResource<PublicationPreview>(open && !waiting ? `${base}/publication-preview` : null, {
    raw: typeof raw === 'string' ? raw : raw.published.join(','),
  })
  const choose = (next: () => void): void => {
    next()
    setChecked(false)
    setError(null)
    setKey(newKey())
  }
  const publish = async (): Promise<void> => {
    const isWhole = isComplete({ embargo, corrects })
    setTried(true)
    if (!isWhole) return
    setBusy(true)
    setError(null)
    try {
      await api.post(
        `${base}/publish`,
        {
          raw,
          ...(until === null ? {} : { embargoUntil: until }),
          ...(corrects === null ? {} : { corrects: { publicationId: corrects.id, reason: corrects.reason.trim() } }),
        },
        { idempotencyKey },
      )
      forget(`/api/v1/cities/${slug}`)
      forget('/api/v1/publications')
      toast({ message: until === null ? words.publishDone : when.embargoed(format.dateTime(until)), tone: 'good' })
      onPublished()
      onClose()
    } catch (cause) {
      setError(cause instanceof ApiError ? cause : new ApiError(0, {}))
    } finally {
      setBusy(false)
    }
  }
  const allowed = !waiting && preview.data?.verdict === 'allowed' && !preview.loading
  return (
    <Dialog
      open={open}
      title={words.publishTitle(evaluation.title)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button kind="primary" busy={busy} disabled={!checked || !allowed} onClick={() => void publish()}>
            {words.publishAct}
          </Button>
        </>
      }
    >
      <div class="stack">
        {error && <ProblemNotice error={error} onRetry={() => void publish()} />}
        <SegmentedControl
          id="publish-raw"
          label={own.question}
          labelHidden={false}
          value={choice}
          choices={[
            { value: 'none', label: own.none },
            { value: 'all', label: own.all },
            { value: 'some', label: own.some },
          ]}
          onChange={(value) => choose(() => setChoice(value as Choice))}
        />
        <p class="muted">{{ none: own.noneHint, all: own.allHint, some: own.someHint }[choice]}</p>
        {choice === 'some' && (
          <fieldset class="publish-picks">
            <legend class="visually-hidden">{own.some}</legend>
            {leaves.map((leaf) => (
              <Checkbox
                key={leaf.code}
                label={nameIn(locale.value, leaf)}
                checked={picked.has(leaf.code)}
                onChange={(on) =>
                  choose(() => {
                    const next = new Set(picked)
                    if (on) next.add(leaf.code)
                    else next.delete(leaf.code)
                    setPicked(next)
                  })
                }
              />
            ))}
          </fieldset>
        )}
        {waiting && (
          <p class="row">
            <Button disabled={some.length === 0} onClick={() => choose(() => setAsked(some))}>
              {own.checkPicked(some.length)}
            </Button>
            {some.length === 0 && <span class="muted">{own.pickFirst}</span>}
          </p>
        )}
        {preview.error !== null && <ProblemNotice error={preview.error} onRetry={preview.reload} />}
        {waiting ? null : preview.data === null || preview.loading ? (
          preview.error === null && <p role="status">{own.counting}</p>
        ) : preview.data.verdict === 'refused' ? (
          <Notice tone="bad" title={own.refused}>
            {preview.data.reasons.map((reason) => (
              <p key={reason.code}>
                {reason.message + marks(locale.value).stop + reason.wouldPass + marks(locale.value).stop.trim()}
              </p>
            ))}
          </Notice>
        ) : (
          <PublicList preview={preview.data} />
        )}
        <WhenAndWhat
          slug={slug}
          open={open}
          tried={tried}
          embargo={embargo}
          corrects={corrects}
          onEmbargo={(value) => choose(() => setEmbargo(value))}
          onCorrects={(value) => choose(() => setCorrects(value))}
        />
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
