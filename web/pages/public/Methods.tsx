/** Methods */
import { PageHeader, Skeleton } from '../../components/index.ts'
import { pick } from '../../i18n/locale.ts'

export default function Methods() {
  return (
    <>
      <PageHeader title={pick('方法', 'Methods')} />
      <Skeleton lines={6} />
    </>
  )
}
