/** One published result. */
import type { Publication } from '../../../worker/contract/public.ts'
import { useResource } from '../../api/useResource.ts'
import { PageHeader, ResourceView } from '../../components/index.ts'
import { ResultView } from '../../features/public/ResultView.tsx'
import { WithdrawnResult } from '../../features/public/WithdrawnResult.tsx'
import { isRecord } from '../../api/problem.ts'
import type { WithdrawnStub } from '../../../worker/contract/wire.ts'
import { resultWords } from '../../words/results.ts'
import { useWords } from '../../i18n/useWords.ts'
import type { PageProps } from '../../router/PageProps.ts'

export default function Result({ params }: PageProps<{ id: string }>) {
  const words = useWords(resultWords)
  const resource = useResource<Publication>(`/api/v1/publications/${encodeURIComponent(params.id)}`)
  const gone = resource.error?.code === 'withdrawn' ? resource.error.body['withdrawn'] : undefined
  // Guarantee: the contract of the problem `withdrawn`.
  if (isRecord(gone)) return <WithdrawnResult stub={gone as WithdrawnStub} />
  return resource.data === null && resource.error !== null ? (
    <>
      <PageHeader title={words.title} />
      <ResourceView resource={resource}>{() => null}</ResourceView>
    </>
  ) : (
    <ResourceView resource={resource} skeleton={{ shape: 'chart' }}>
      {(publication) => <ResultView publication={publication} />}
    </ResourceView>
  )
}
