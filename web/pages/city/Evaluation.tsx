/** One evaluation: loads the record and hands it to the workspace. */
import { useResource } from '../../api/useResource.ts'
import { ResourceView } from '../../components/index.ts'
import { Workspace } from '../../features/evaluation/Workspace.tsx'
import type { CityRecordParams, PageProps } from '../../router/PageProps.ts'

export default function EvaluationPage({ params }: PageProps<CityRecordParams>) {
  const path = `/api/v1/cities/${params.city}/evaluations/${params.id}` as const
  const evaluation = useResource(path)
  return (
    <ResourceView resource={evaluation} skeleton={{ shape: 'chart' }}>
      {(data) => <Workspace slug={params.city} evaluation={data} onChanged={evaluation.reload} />}
    </ResourceView>
  )
}
