/** Page not found */
import { PageHeader, Skeleton } from '../../components/index.ts'
import { pick } from '../../i18n/locale.ts'

export default function NotFound() {
  return (
    <>
      <PageHeader title={pick('没有这个页面', 'Page not found')} />
      <Skeleton lines={6} />
    </>
  )
}
