/** An import after its check: what it would do, what stands in the way, and the one next act for its state. */
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { CommitImport, ImportProgress, ImportRecord } from '../../../worker/contract/imports.ts'
import { api } from '../../api/client.ts'
import { ApiError } from '../../api/problem.ts'
import type { PostPath } from '../../api/routes.gen.ts'
import { streamLines } from '../../api/stream.ts'
import { forget } from '../../api/useResource.ts'
import { LiveRegion, ProblemNotice, ProgressBar, problemText, toast } from '../../components/index.ts'
import { componentWords } from '../../words/components.ts'
import { importWords } from '../../words/imports.ts'
import { useWords } from '../../i18n/useWords.ts'
import { AreaChangesTable } from './AreaChangesTable.tsx'
import { ImportCounts, ImportFacts } from './ImportFacts.tsx'
import { ImportNotice } from './ImportNotice.tsx'
import { ImportSteps, type ImportStep } from './ImportSteps.tsx'
import { outcomeOf } from './outcomeOf.ts'
import { keptFileOf, mappingWith } from './keptFile.ts'
import { MappingList } from './MappingList.tsx'
import { COMMON, ProblemSections, reasonField, type Reasons, type Suggestion } from './ProblemSections.tsx'
import { sendFile } from './sendFile.ts'
import { SampleTable } from './SampleTable.tsx'
import type { DataTabProps } from './DataTabProps.ts'

interface Props extends DataTabProps {
  readonly record: ImportRecord
  readonly onChanged: (record: ImportRecord) => void
}

const STEPS: Readonly<Record<ImportRecord['state'], ImportStep>> = {
  rejected: 'check',
  ready: 'check',
  committed: 'done',
  discarded: 'check',
  reverted: 'done',
}

export function ImportRecordView({ slug, city, record, onChanged }: Props) {
  const words = useWords(importWords)
  const common = useWords(componentWords)
  const { route } = useLocation()
  /** What is under way, in words. */
  const [busy, setBusy] = useState<string | null>(null)
  const [reasons, setReasons] = useState<Reasons>({})
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set())
  const [error, setError] = useState<ApiError | null>(null)
  const base = `/api/v1/cities/${slug}/imports/${record.id}` as const
  const changed = (next: ImportRecord): void => {
    forget(`/api/v1/cities/${slug}`)
    onChanged(next)
  }
  const attempt = async (act: () => Promise<void>): Promise<void> => {
    setBusy(words.committing)
    setError(null)
    try {
      await act()
    } catch (cause) {
      setError(cause instanceof ApiError ? cause : new ApiError(0, {}))
      // Somebody else may have been faster: show the state as it is now.
      await api.get(base).then(changed, () => undefined)
    } finally {
      setBusy(null)
    }
  }
  const commit = async (): Promise<void> => {
    const given = givenReasons(record, reasons)
    setMissing(new Set(given.missing))
    const [first] = given.missing
    if (first !== undefined) document.getElementById(reasonField(first))?.focus()
    else await attempt(async () => changed(await commitWithProgress(`${base}/commit`, given.body)))
  }
  /** The file is sent again with what its names mean; when it is no longer at hand it is asked for. */
  const accept = async (suggestions: readonly Suggestion[]): Promise<void> => {
    const mapping = mappingWith(record, suggestions)
    const kept = keptFileOf(record.id)
    if (kept === null) {
      route(`/c/${slug}/data/import?${new URLSearchParams({ mapping: JSON.stringify(mapping) }).toString()}`)
      return
    }
    setBusy(words.accepting)
    setError(null)
    try {
      route(`/c/${slug}/data/imports/${(await sendFile(slug, kept.file, kept.period, mapping)).id}`)
    } catch (cause) {
      setError(cause instanceof ApiError ? cause : new ApiError(0, {}))
    } finally {
      setBusy(null)
    }
  }
  const revert = () => attempt(async () => changed(await api.post(`${base}/revert`)))
  const discard = async (): Promise<void> => {
    try {
      await api.delete(base)
      forget(`/api/v1/cities/${slug}`)
      toast({ message: words.discardedToast, tone: 'info' })
      route(`/c/${slug}/data/import`)
    } catch (cause) {
      toast({ message: problemText(cause instanceof ApiError ? cause : new ApiError(0, {}), common), tone: 'bad' })
    }
  }
  return (
    <>
      <ImportSteps
        slug={slug}
        current={busy === words.committing ? 'write' : STEPS[record.state]}
        {...(record.kind === 'areas' ? { from: `/c/${slug}/data?tab=areas` } : {})}
      />
      <LiveRegion message={busy ?? ''} />
      <div class="stack data-record">
        {error !== null && <ProblemNotice error={error} />}
        {busy !== null ? (
          <ProgressBar label={busy} value={null} />
        ) : (
          <ImportNotice
            slug={slug}
            record={record}
            canWrite={city.can('data:write')}
            onCommit={() => void commit()}
            onRevert={revert}
            onDiscard={discard}
          />
        )}
        <ImportCounts record={record} />
        {record.mapping.length > 0 && <MappingList id="record-mapping" entries={record.mapping} />}
      </div>
      <ProblemSections
        record={record}
        isDemo={city.isDemo}
        canWrite={city.can('data:write') && busy === null}
        onAccept={(suggestions) => void accept(suggestions)}
        reasons={reasons}
        onReasons={setReasons}
        missing={missing}
        onCommit={() => void commit()}
      />
      <AreaChangesTable record={record} isDemo={city.isDemo} />
      <SampleTable record={record} />
      <ImportFacts record={record} />
    </>
  )
}

/** The stream's last line carries the record, or the problem that a plain answer would have been. */
async function commitWithProgress(path: PostPath, body: CommitImport | undefined): Promise<ImportRecord> {
  for await (const line of streamLines<ImportProgress>(path, body)) {
    const record = outcomeOf(line)
    if (record !== null) return record
  }
  throw new ApiError(0, {})
}

/** The reasons as the commit takes them, and the problems that still lack one. */
function givenReasons(
  record: ImportRecord,
  reasons: Reasons,
): { readonly body: CommitImport | undefined; readonly missing: readonly string[] } {
  const textOf = (id: string): string => (reasons[id] ?? '').trim()
  const needed = record.problems.filter((p) => p.severity === 'reason').map((p) => p.id)
  if (needed.length === 0) return { body: undefined, missing: [] }
  const common = needed.length > 1 ? textOf(COMMON) : ''
  return {
    body: {
      ...(common === '' ? {} : { reason: common }),
      reasons: Object.fromEntries(needed.flatMap((id) => (textOf(id) === '' ? [] : [[id, textOf(id)]]))),
    },
    missing: needed.filter((id) => common.length < 2 && textOf(id).length < 2),
  }
}
