/** Home */
import { PageHeader, Skeleton } from '../../components/index.ts'
import { pick } from '../../i18n/locale.ts'

export default function Home() {
  return (
    <>
      <PageHeader title={pick('首页', 'Home')} />
      <Skeleton lines={6} />
    </>
  )
}
