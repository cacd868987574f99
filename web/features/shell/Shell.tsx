/** The frame around every page: skip link, demo ribbon, header, rail or bottom bar, page, footer, toasts. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { isDemoServer, isFrameKnown, session, sessionError, loadSession } from '../../api/session.ts'
import { Button } from '../../components/Button.tsx'
import { Menu } from '../../components/Menu.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Toasts } from '../../components/Toast.tsx'
import { shellWords } from '../../words/shell.ts'
import { useWords } from '../../i18n/useWords.ts'
import { Header } from './Header.tsx'
import { NavLinks } from './NavLinks.tsx'
import { cityNav, cityOf, publicNav, type NavItem } from './navigation.ts'
import { NoRoom } from './NoRoom.tsx'
import { Shortcuts } from './Shortcuts.tsx'
import { setTheme, theme } from './theme.ts'
import { useRoom } from './useRoom.ts'

export function Shell({ children }: { readonly children: ComponentChildren }) {
  const words = useWords(shellWords)
  const { path } = useLocation()
  const [help, setHelp] = useState(false)
  const city = cityOf(path)
  const here = useRoom(path)
  const missing = here.state === 'missing'
  const room = city === null || missing ? null : cityNav(city)
  // A real city may live on a demonstration server; its own rooms must not call its figures invented.
  const inRealCity =
    session.value?.memberships.some((m) => m.organisation.slug === city && !m.organisation.isDemo) === true
  return (
    <div class={room === null ? 'shell' : 'shell shell-room'}>
      <a class="skip" href="#main">
        {words.skip}
      </a>
      {isDemoServer.value && !inRealCity && (
        <aside class="ribbon" aria-label={words.demo}>
          <p class="ribbon-inner">
            <strong>{words.demo}</strong>
            <span class="ribbon-long">{words.demoLong}</span>
          </p>
        </aside>
      )}
      <Header path={path} room={here} inRoom={room !== null} onHelp={() => setHelp(true)} />
      <div class={isFrameKnown.value ? 'shell-body' : 'shell-body shell-unknown'}>
        {room !== null && (
          <nav class="rail" aria-label={words.roomNav}>
            <div class="rail-inner">
              <NavLinks items={room} icons />
              <p class="rail-title">{words.openPages}</p>
              <NavLinks items={publicNav} />
            </div>
          </nav>
        )}
        <main id="main" class="main" tabIndex={-1}>
          {sessionError.value !== null && session.value === null && (
            <Notice
              tone="warn"
              title={words.sessionFailed}
              actions={<Button onClick={() => void loadSession()}>{words.tryAgain}</Button>}
            />
          )}
          {!isFrameKnown.value ? <div class="waiting" /> : missing ? <NoRoom path={path} /> : children}
        </main>
      </div>
      <footer class="footer">
        <p>
          {words.footerText} <a href="/verify">{words.verify}</a>
        </p>
      </footer>
      <BottomBar items={room ?? publicNav} more={room === null ? [] : publicNav} />
      <Toasts />
      <Shortcuts open={help} onOpen={setHelp} />
    </div>
  )
}

/** Four entries fit a phone; the rest stands under 更多. */
function BottomBar({ items, more }: { readonly items: readonly NavItem[]; readonly more: readonly NavItem[] }) {
  const words = useWords(shellWords)
  const dark = theme.value === 'dark'
  const rest = [...items.slice(4), ...more]
  return (
    <nav class="bottom-bar" aria-label={words.mainNav}>
      <NavLinks items={items.slice(0, 4)} all={items} icons />
      <Menu label={words.more} icon="menu" plain>
        <NavLinks items={rest} all={[...items, ...more]} icons />
        <Button size="s" icon={dark ? 'sun' : 'moon'} onClick={() => setTheme(dark ? 'light' : 'dark')}>
          {dark ? words.toLight : words.toDark}
        </Button>
      </Menu>
    </nav>
  )
}
