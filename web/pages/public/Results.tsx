/** Published results */
import { PageHeader, Skeleton } from '../../components/index.ts'
import { pick } from '../../i18n/locale.ts'

export default function Results() {
  return (
    <>
      <PageHeader title={pick('公开结果', 'Published results')} />
      <Skeleton lines={6} />
    </>
  )
}
