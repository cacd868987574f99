/** Sign-in. On a demonstration server the accounts are listed and one tap is enough. `next` only leads inside this site. */
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Session } from '../../../worker/contract/session.ts'
import { ApiError } from '../../api/problem.ts'
import { homeOf, session, signIn } from '../../api/session.ts'
import {
  Button,
  ErrorSummary,
  type Fault,
  LinkButton,
  Notice,
  PageHeader,
  problemText,
  TextInput,
} from '../../components/index.ts'
import { DemoAccounts } from '../../features/account/DemoAccounts.tsx'
import { safeNext } from '../../features/account/safeNext.ts'
import { accountWords } from '../../words/account.ts'
import { componentWords } from '../../words/components.ts'
import { useWords } from '../../i18n/useWords.ts'
import './sign-in.css'

export default function SignIn() {
  const words = useWords(accountWords)
  const common = useWords(componentWords)
  const { route, query } = useLocation()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [busy, setBusy] = useState(false)
  const [homeless, setHomeless] = useState(false)
  const next = safeNext(query['next'])
  const known = session.value

  const enter = (entered: Session, start: string | null): void => {
    const first = entered.memberships[0]
    if (next === null && first === undefined) setHomeless(true)
    else route(next ?? start ?? (first === undefined ? '/' : homeOf(first.organisation)))
  }
  const submit = async (withEmail: string, withPassword: string, start: string | null = null): Promise<void> => {
    const found: Fault[] = []
    if (withEmail.trim() === '') found.push({ field: 'email', message: words.emailMissing })
    else if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(withEmail.trim()))
      found.push({ field: 'email', message: words.emailWrong })
    if (withPassword === '') found.push({ field: 'password', message: words.passwordMissing })
    setFaults(found)
    if (found.length > 0) return
    setBusy(true)
    try {
      enter(await signIn(withEmail.trim(), withPassword), start)
    } catch (cause) {
      const wrong = cause instanceof ApiError && (cause.status === 401 || cause.status === 422)
      setFaults([
        wrong
          ? { field: 'password', message: words.wrong }
          : { message: cause instanceof ApiError ? problemText(cause, common) : common.errServer },
      ])
    } finally {
      setBusy(false)
    }
  }
  const faultOf = (field: string): string | undefined => faults.find((fault) => fault.field === field)?.message
  const first = known?.memberships[0]
  const user = known?.user ?? null
  const demo = known?.demo ?? null
  return (
    <>
      <PageHeader title={words.signIn} lead={words.signInLead} />
      {homeless && <Notice tone="warn">{words.noOrganisation}</Notice>}
      {user !== null && first !== undefined && (
        <Notice
          title={words.already(user.name)}
          actions={
            <LinkButton kind="primary" href={next ?? homeOf(first.organisation)}>
              {words.goOn}
            </LinkButton>
          }
        />
      )}
      <div class="sign-in">
        <form
          class="form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void submit(email, password)
          }}
        >
          <ErrorSummary faults={faults} />
          <TextInput
            id="email"
            type="email"
            label={words.email}
            value={email}
            onInput={setEmail}
            autoComplete="username"
            error={faultOf('email')}
          />
          <TextInput
            id="password"
            type="password"
            label={words.password}
            value={password}
            onInput={setPassword}
            autoComplete="current-password"
            error={faultOf('password')}
          />
          <p>
            <Button type="submit" kind="primary" busy={busy}>
              {words.signIn}
            </Button>
          </p>
        </form>
        {demo !== null && (
          <DemoAccounts
            accounts={demo.accounts}
            busy={busy}
            onChoose={(account) => {
              setEmail(account.email)
              setPassword(account.password)
              void submit(account.email, account.password, account.path)
            }}
          />
        )}
      </div>
    </>
  )
}
