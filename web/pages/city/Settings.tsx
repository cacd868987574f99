/** Settings */
import { PageHeader, Skeleton } from '../../components/index.ts'
import { pick } from '../../i18n/locale.ts'

export default function Settings() {
  return (
    <>
      <PageHeader title={pick('设置', 'Settings')} />
      <Skeleton lines={6} />
    </>
  )
}
