/** Framework */
import { PageHeader, Skeleton } from '../../components/index.ts'
import { pick } from '../../i18n/locale.ts'

export default function Framework() {
  return (
    <>
      <PageHeader title={pick('指标体系', 'Framework')} />
      <Skeleton lines={6} />
    </>
  )
}
