/** Comparison */
import { PageHeader, Skeleton } from '../../components/index.ts'
import { pick } from '../../i18n/locale.ts'

export default function CityCompare() {
  return (
    <>
      <PageHeader title={pick('对比', 'Comparison')} />
      <Skeleton lines={6} />
    </>
  )
}
