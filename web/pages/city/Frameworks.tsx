/** Frameworks */
import { PageHeader, Skeleton } from '../../components/index.ts'
import { pick } from '../../i18n/locale.ts'

export default function Frameworks() {
  return (
    <>
      <PageHeader title={pick('指标体系', 'Frameworks')} />
      <Skeleton lines={6} />
    </>
  )
}
