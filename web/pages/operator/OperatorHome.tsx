/** Operation */
import { PageHeader, Skeleton } from '../../components/index.ts'
import { pick } from '../../i18n/locale.ts'

export default function OperatorHome() {
  return (
    <>
      <PageHeader title={pick('运行', 'Operation')} />
      <Skeleton lines={6} />
    </>
  )
}
