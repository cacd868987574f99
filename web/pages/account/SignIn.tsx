/** Sign in */
import { PageHeader, Skeleton } from '../../components/index.ts'
import { pick } from '../../i18n/locale.ts'

export default function SignIn() {
  return (
    <>
      <PageHeader title={pick('登录', 'Sign in')} />
      <Skeleton lines={6} />
    </>
  )
}
