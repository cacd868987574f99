/** Data */
import { PageHeader, Skeleton } from '../../components/index.ts'
import { pick } from '../../i18n/locale.ts'

export default function Data() {
  return (
    <>
      <PageHeader title={pick('数据', 'Data')} />
      <Skeleton lines={6} />
    </>
  )
}
