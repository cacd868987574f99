/** Evaluations */
import { PageHeader, Skeleton } from '../../components/index.ts'
import { pick } from '../../i18n/locale.ts'

export default function Evaluations() {
  return (
    <>
      <PageHeader title={pick('评价', 'Evaluations')} />
      <Skeleton lines={6} />
    </>
  )
}
