/** New evaluation */
import { PageHeader, Skeleton } from '../../components/index.ts'
import { pick } from '../../i18n/locale.ts'

export default function EvaluationNew() {
  return (
    <>
      <PageHeader title={pick('新建评价', 'New evaluation')} />
      <Skeleton lines={6} />
    </>
  )
}
