/** One evaluation: loads the record and where it stands, and hands both to the workspace. */
import type { EvaluationSteps } from '../../../worker/contract/releases.ts'
import { useResource } from '../../api/useResource.ts'
import { ResourceView } from '../../components/index.ts'
import { Workspace } from '../../features/evaluation/Workspace.tsx'
import type { CityRecordParams, PageProps } from '../../router/PageProps.ts'

export default function EvaluationPage({ params }: PageProps<CityRecordParams>) {
  const path = `/api/v1/cities/${params.city}/evaluations/${params.id}` as const
  const evaluation = useResource(path)
  const steps = useResource<EvaluationSteps>(`${path}/steps`)
  // Both at once: what comes later would push the page down.
  const both = steps.data === null && steps.error === null ? { ...evaluation, data: null, loading: true } : evaluation
  return (
    <ResourceView resource={both} skeleton={{ shape: 'chart' }}>
      {(data) => (
        <Workspace
          slug={params.city}
          evaluation={data}
          steps={steps.data}
          onChanged={() => {
            evaluation.reload()
            steps.reload()
          }}
        />
      )}
    </ResourceView>
  )
}
