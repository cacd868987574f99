/** Assignments */
import { PageHeader, Skeleton } from '../../components/index.ts'
import { pick } from '../../i18n/locale.ts'

export default function AssessorHome() {
  return (
    <>
      <PageHeader title={pick('评估任务', 'Assignments')} />
      <Skeleton lines={6} />
    </>
  )
}
