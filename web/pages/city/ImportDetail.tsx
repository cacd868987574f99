/** Import */
import { PageHeader, Skeleton } from '../../components/index.ts'
import { pick } from '../../i18n/locale.ts'

export default function ImportDetail() {
  return (
    <>
      <PageHeader title={pick('导入记录', 'Import')} />
      <Skeleton lines={6} />
    </>
  )
}
