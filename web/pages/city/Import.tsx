/** Import */
import { PageHeader, Skeleton } from '../../components/index.ts'
import { pick } from '../../i18n/locale.ts'

export default function Import() {
  return (
    <>
      <PageHeader title={pick('导入', 'Import')} />
      <Skeleton lines={6} />
    </>
  )
}
