/** Pilot library */
import { PageHeader, Skeleton } from '../../components/index.ts'
import { pick } from '../../i18n/locale.ts'

export default function Pilots() {
  return (
    <>
      <PageHeader title={pick('试点库', 'Pilot library')} />
      <Skeleton lines={6} />
    </>
  )
}
