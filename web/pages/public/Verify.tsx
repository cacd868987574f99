/** Anybody verifies a published result: a bundle from disk, or a publication of this site by address, identifier or digest. Once the page is
 * loaded a file needs no network. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Outcome } from '../../../worker/record/verifyText.ts'
import { api } from '../../api/client.ts'
import { ApiError } from '../../api/problem.ts'
import {
  Button,
  CopyText,
  EmptyState,
  FileDrop,
  LinkButton,
  Notice,
  PageHeader,
  ProblemNotice,
  ProgressBar,
  Section,
  TextInput,
} from '../../components/index.ts'
import { Findings } from '../../features/verify/Findings.tsx'
import { sourceOf } from '../../features/verify/sourceOf.ts'
import { useVerifier } from '../../features/verify/useVerifier.ts'
import { useWords } from '../../i18n/useWords.ts'
import { verifyWords } from '../../words/verify.ts'
import { underWay } from '../../router/ready.ts'
import { useQueryState } from '../../router/useQueryState.ts'
import './verify.css'

const MOST_BYTES = 64 * 2 ** 20

type State =
  | { readonly at: 'empty' }
  | { readonly at: 'working' }
  | { readonly at: 'done'; readonly outcome: Outcome; readonly published: boolean }
  | { readonly at: 'problem'; readonly error: ApiError }
  | { readonly at: 'failed'; readonly message: string }

export default function Verify() {
  const words = useWords(verifyWords)
  const { broken, verify } = useVerifier()
  const [of, setOf] = useQueryState('of', '')
  const [typed, setTyped] = useState(of)
  const [fault, setFault] = useState<string | null>(null)
  const [file, setFile] = useState<File | null>(null)
  const [state, setState] = useState<State>({ at: 'empty' })
  const round = useRef(0)

  /** `text` gives null where a fault beside the field says all there is to say. */
  const show = async (text: () => Promise<string | null>, published: boolean): Promise<void> => {
    const mine = (round.current += 1)
    const put = (next: State): void => {
      if (mine === round.current) setState(next)
    }
    put({ at: 'working' })
    try {
      const found = await underWay(text())
      put(found === null ? { at: 'empty' } : { at: 'done', outcome: await verify(found), published })
    } catch (cause) {
      put(
        cause instanceof ApiError
          ? { at: 'problem', error: cause }
          : { at: 'failed', message: cause instanceof Error ? cause.message : '' },
      )
    }
  }
  const fetchFrom = async (given: string): Promise<void> => {
    const source = sourceOf(given, location.origin)
    if (source.kind === 'elsewhere' || source.kind === 'unknown') {
      setFault(
        given.trim() === '' ? words.ofMissing : source.kind === 'elsewhere' ? words.ofElsewhere : words.ofUnknown,
      )
      document.getElementById('of')?.focus()
      return
    }
    setFault(null)
    setFile(null)
    await show(async () => {
      const id = source.kind === 'id' ? source.id : await namedBy(source.digest)
      if (id === null) {
        setFault(words.noDigest)
        return null
      }
      return (await api.blob(`/api/v1/publications/${encodeURIComponent(id)}/bundle`)).text()
    }, true)
  }
  useEffect(() => {
    if (of !== '') void fetchFrom(of)
  }, [of])

  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      {broken && (
        <Notice
          tone="bad"
          live
          title={words.broken}
          actions={<Button onClick={() => location.reload()}>{words.reload}</Button>}
        />
      )}
      <div class="verify-sources">
        <FileDrop
          id="bundle"
          label={words.file}
          hint={words.fileHint}
          accept={['.json']}
          maxBytes={MOST_BYTES}
          file={file}
          disabled={broken}
          onFile={(chosen) => {
            setFile(chosen)
            setFault(null)
            void show(() => chosen.text(), false)
          }}
        />
        <form
          class="verify-of"
          onSubmit={(event) => {
            event.preventDefault()
            if (typed.trim() === of) void fetchFrom(typed)
            else if (['id', 'digest'].includes(sourceOf(typed, location.origin).kind)) setOf(typed.trim())
            else void fetchFrom(typed)
          }}
        >
          <TextInput id="of" label={words.of} hint={words.ofHint} value={typed} onInput={setTyped} error={fault} mono />
          <Button type="submit" kind="primary" disabled={broken} busy={state.at === 'working'}>
            {words.fetchIt}
          </Button>
        </form>
      </div>
      <Found state={state} />
      <Section title={words.aloneTitle} lead={words.aloneLead}>
        <CopyText
          block
          label={words.aloneCommand}
          text={`curl -O ${location.origin}/verify.mjs\nnode verify.mjs ${location.origin}/results/${idOf(state)}\nnode verify.mjs bundle.json`}
        />
        <p class="verify-next">
          <LinkButton icon="download" href="/verify.mjs" download="verify.mjs">
            {words.aloneGet}
          </LinkButton>
        </p>
      </Section>
    </>
  )
}

/** For the command that does the same: of what is on screen, else a placeholder. */
const idOf = (state: State): string =>
  state.at === 'done' && state.published && state.outcome.kind === 'report'
    ? state.outcome.report.publication.id
    : 'pub_…'

function Found({ state }: { readonly state: State }) {
  const words = useWords(verifyWords)
  if (state.at === 'working') return <ProgressBar label={words.working} value={null} />
  if (state.at === 'problem') return <ProblemNotice error={state.error} />
  if (state.at === 'failed')
    return (
      <Notice tone="bad" live title={words.failed}>
        {state.message}
      </Notice>
    )
  if (state.at === 'done') return <Findings outcome={state.outcome} published={state.published} />
  return (
    <EmptyState title={words.emptyTitle}>
      <p>{words.emptyText}</p>
      <ul class="verify-empty">
        <li>{words['check.inputs']}</li>
        <li>{words['check.numbers']}</li>
        <li>{words['check.agreement']}</li>
        <li>{words['check.root']}</li>
      </ul>
    </EmptyState>
  )
}

/** The newest publication that a digest names; several may share inputs. */
async function namedBy(digest: string): Promise<string | null> {
  const { items } = await api.get('/api/v1/publications', { query: { digest, limit: 1 } })
  return items[0]?.id ?? null
}
