/** Evaluation */
import { PageHeader, Skeleton } from '../../components/index.ts'
import { pick } from '../../i18n/locale.ts'

export default function Evaluation() {
  return (
    <>
      <PageHeader title={pick('评价', 'Evaluation')} />
      <Skeleton lines={6} />
    </>
  )
}
