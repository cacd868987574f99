/** The paper of one evaluation. */
import type { Evaluation } from '../../../worker/contract/evaluations.ts'
import { useResource } from '../../api/useResource.ts'
import { ResourceView } from '../../components/index.ts'
import { EvaluationReport } from '../../features/report/EvaluationReport.tsx'
import type { CityRecordParams, PageProps } from '../../router/PageProps.ts'

export default function EvaluationReportPage({ params }: PageProps<CityRecordParams>) {
  const evaluation = useResource<Evaluation>(`/api/v1/cities/${params.city}/evaluations/${params.id}`)
  return (
    <ResourceView resource={evaluation} skeleton={{ shape: 'chart' }}>
      {(data) => <EvaluationReport slug={params.city} evaluation={data} />}
    </ResourceView>
  )
}
