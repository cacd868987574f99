/** Coordination group */
import { PageHeader, Skeleton } from '../../components/index.ts'
import { pick } from '../../i18n/locale.ts'

export default function GroupHome() {
  return (
    <>
      <PageHeader title={pick('协调组', 'Coordination group')} />
      <Skeleton lines={6} />
    </>
  )
}
