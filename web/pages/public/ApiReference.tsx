/** API reference */
import { PageHeader, Skeleton } from '../../components/index.ts'
import { pick } from '../../i18n/locale.ts'

export default function ApiReference() {
  return (
    <>
      <PageHeader title={pick('接口文档', 'API reference')} />
      <Skeleton lines={6} />
    </>
  )
}
