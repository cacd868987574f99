/** Demo accounts by organisation, each a button that signs in. */
import type { DemoAccount } from '../../../worker/contract/session.ts'
import { Button, Section } from '../../components/index.ts'
import { accountWords } from '../../words/account.ts'
import { locale } from '../../i18n/locale.ts'
import { textIn } from '../../i18n/nameIn.ts'
import { useWords } from '../../i18n/useWords.ts'
import { roleName } from '../shell/roleName.ts'
import { colon } from '../../i18n/punctuation.ts'

export interface DemoAccountsProps {
  readonly accounts: readonly DemoAccount[]
  readonly busy: boolean
  readonly onChoose: (account: DemoAccount) => void
}

export function DemoAccounts({ accounts, busy, onChoose }: DemoAccountsProps) {
  const words = useWords(accountWords)
  const organisations = [...new Set(accounts.map((account) => account.organisation))]
  return (
    <div class="demo-accounts">
      <Section title={words.demoTitle} lead={words.demoLead}>
        <div class="demo-grid">
          {organisations.map((organisation) => {
            const members = accounts.filter((account) => account.organisation === organisation)
            return (
              <div class={members.length > 1 ? 'demo-organisation demo-many' : 'demo-organisation'} key={organisation}>
                <h3>{members[0] && textIn(locale.value, members[0], 'organisation')}</h3>
                <ul>
                  {members.map((account) => (
                    <li key={account.email}>
                      <span>
                        {roleName(account.role)} <span class="muted">{account.name}</span>
                        <br />
                        <code class="muted">{account.email}</code>
                      </span>
                      <Button size="s" disabled={busy} onClick={() => onChoose(account)}>
                        {words.goOn}
                        <span class="visually-hidden">{colon() + words.demoFill(account.name)}</span>
                      </Button>
                    </li>
                  ))}
                </ul>
              </div>
            )
          })}
        </div>
      </Section>
    </div>
  )
}
