/** Overview */
import { PageHeader, Skeleton } from '../../components/index.ts'
import { pick } from '../../i18n/locale.ts'

export default function Dashboard() {
  return (
    <>
      <PageHeader title={pick('总览', 'Overview')} />
      <Skeleton lines={6} />
    </>
  )
}
