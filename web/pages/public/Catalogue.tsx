/** Catalogue */
import { PageHeader, Skeleton } from '../../components/index.ts'
import { pick } from '../../i18n/locale.ts'

export default function Catalogue() {
  return (
    <>
      <PageHeader title={pick('服务目录', 'Catalogue')} />
      <Skeleton lines={6} />
    </>
  )
}
