/** Published result */
import { PageHeader, Skeleton } from '../../components/index.ts'
import { pick } from '../../i18n/locale.ts'

export default function Result() {
  return (
    <>
      <PageHeader title={pick('公开结果', 'Published result')} />
      <Skeleton lines={6} />
    </>
  )
}
