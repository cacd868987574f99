/** An import after its check: what it would do, what stands in the way, and the one next act for its state. */
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { ImportProgress, ImportRecord } from '../../../worker/routes/imports/schema.ts'
import { api } from '../../api/client.ts'
import { ApiError } from '../../api/problem.ts'
import { streamLines } from '../../api/stream.ts'
import { forget } from '../../api/useResource.ts'
import { LiveRegion, ProblemNotice, ProgressBar, problemText, toast } from '../../components/index.ts'
import { componentWords } from '../../i18n/components.ts'
import { importWords } from '../../i18n/imports.ts'
import { useWords } from '../../i18n/useWords.ts'
import { ImportCounts, ImportFacts } from './ImportFacts.tsx'
import { ImportNotice } from './ImportNotice.tsx'
import { ImportSteps, type ImportStep } from './ImportSteps.tsx'
import { outcomeOf } from './outcomeOf.ts'
import { ProblemTable } from './ProblemTable.tsx'
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
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const base = `/api/v1/cities/${slug}/imports/${record.id}`
  const changed = (next: ImportRecord): void => {
    forget(`/api/v1/cities/${slug}`)
    onChanged(next)
  }
  const attempt = async (act: () => Promise<void>): Promise<void> => {
    setBusy(true)
    setError(null)
    try {
      await act()
    } catch (cause) {
      setError(cause instanceof ApiError ? cause : new ApiError(0, {}))
      // Somebody else may have been faster: show the state as it is now.
      await api.get<ImportRecord>(base).then(changed, () => undefined)
    } finally {
      setBusy(false)
    }
  }
  const commit = () => attempt(async () => changed(await commitWithProgress(`${base}/commit`)))
  const revert = () => attempt(async () => changed(await api.post<ImportRecord>(`${base}/revert`)))
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
      <ImportSteps slug={slug} current={busy ? 'write' : STEPS[record.state]} />
      <LiveRegion message={busy ? words.committing : ''} />
      <div class="stack data-record">
        {error !== null && <ProblemNotice error={error} />}
        {busy ? (
          <ProgressBar label={words.committing} value={null} />
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
      </div>
      <ProblemTable record={record} isDemo={city.isDemo} />
      <SampleTable record={record} />
      <ImportFacts record={record} />
    </>
  )
}

/** The stream's last line carries the record, or the problem that a plain answer would have been. */
async function commitWithProgress(path: string): Promise<ImportRecord> {
  for await (const line of streamLines<ImportProgress>('POST', path)) {
    const record = outcomeOf(line)
    if (record !== null) return record
  }
  throw new ApiError(0, {})
}
