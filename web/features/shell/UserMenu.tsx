/** Who am I: name, e-mail, sign-out; a sign-in link for visitors. */
import { useLocation } from 'preact-iso'
import { session, signOut } from '../../api/session.ts'
import { Button, LinkButton } from '../../components/Button.tsx'
import { Menu } from '../../components/Menu.tsx'
import { toast } from '../../components/Toast.tsx'
import { shellWords } from '../../words/shell.ts'
import { useWords } from '../../i18n/useWords.ts'
import { labelled } from '../../i18n/punctuation.ts'

export function UserMenu() {
  const words = useWords(shellWords)
  const { url, route, path } = useLocation()
  const user = session.value?.user
  if (user === null || user === undefined) {
    return path === '/sign-in' ? null : (
      <LinkButton
        kind="secondary"
        size="s"
        href={path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(url)}`}
      >
        {words.signIn}
      </LinkButton>
    )
  }
  const leave = async (): Promise<void> => {
    try {
      await signOut()
      route('/')
      toast({ message: words.signedOut })
    } catch {
      toast({ tone: 'bad', message: words.sessionFailed })
    }
  }
  return (
    <Menu
      label={<span class="user-name">{user.name}</span>}
      title={labelled(words.account, user.name)}
      icon="user"
      plain
    >
      <div class="menu-text">
        <p>{user.name}</p>
        <p class="muted small">{user.email}</p>
      </div>
      <Button size="s" onClick={() => void leave()}>
        {words.signOut}
      </Button>
    </Menu>
  )
}
