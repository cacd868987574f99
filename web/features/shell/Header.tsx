/** One header for all rooms: where am I, what period, who am I, language, theme. */
import { session } from '../../api/session.ts'
import { Button } from '../../components/Button.tsx'
import { useFormat } from '../../format/useFormat.ts'
import { locale, setLocale } from '../../i18n/locale.ts'
import { shellWords } from '../../words/shell.ts'
import { useWords } from '../../i18n/useWords.ts'
import { NavLinks } from './NavLinks.tsx'
import { publicNav } from './navigation.ts'
import { OrganisationSwitcher } from './OrganisationSwitcher.tsx'
import { periodChoice } from './periodSlot.ts'
import { setTheme, theme } from './theme.ts'
import { UserMenu } from './UserMenu.tsx'
import type { Room } from './useRoom.ts'
import { LANGUAGES, nextLocale } from '../../i18n/languages.ts'

function PeriodSlot() {
  const words = useWords(shellWords)
  const format = useFormat()
  const choice = periodChoice.value
  if (choice === null || choice.periods.length === 0) return null
  if (choice.periods.length === 1) return <span class="header-period num">{format.period(choice.value)}</span>
  return (
    <label class="header-period select">
      <span class="visually-hidden">{words.period}</span>
      <select class="input num" value={choice.value} onChange={(event) => choice.onChange(event.currentTarget.value)}>
        {choice.periods.map((period) => (
          <option key={period} value={period}>
            {format.period(period)}
          </option>
        ))}
      </select>
    </label>
  )
}

export function Header({
  path,
  room,
  inRoom,
  onHelp,
}: {
  readonly path: string
  readonly room: Room
  readonly inRoom: boolean
  readonly onHelp: () => void
}) {
  const words = useWords(shellWords)
  const other = nextLocale(locale.value)
  const dark = theme.value === 'dark'
  return (
    <header
      class={
        periodChoice.value === null && (session.value?.memberships ?? []).length === 0 ? 'header' : 'header header-busy'
      }
    >
      <div class="header-inner">
        <a class="brand" href="/" aria-label={words.productLong}>
          <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
            <rect width="32" height="32" rx="6" class="brand-ground" />
            <path d="M6 22.5h20" class="brand-line" />
            <circle cx="9" cy="13" r="3" class="brand-dot" />
            <circle cx="16" cy="13" r="3" class="brand-dot" />
            <circle cx="23" cy="13" r="3" class="brand-dot" />
          </svg>
          <span class="brand-name">{words.product}</span>
        </a>
        <OrganisationSwitcher path={path} room={room} />
        <PeriodSlot />
        {!inRoom && (
          <nav class="header-nav" aria-label={words.mainNav}>
            <NavLinks items={publicNav} />
          </nav>
        )}
        <div class="header-end">
          <button type="button" class="header-lang" lang={other} onClick={() => setLocale(other)}>
            {LANGUAGES[other].short}
            <span class="visually-hidden"> {LANGUAGES[other].switchTo}</span>
          </button>
          <span class="header-theme">
            <Button
              kind="quiet"
              icon={dark ? 'sun' : 'moon'}
              label={dark ? words.toLight : words.toDark}
              onClick={() => setTheme(dark ? 'light' : 'dark')}
            />
          </span>
          <button
            type="button"
            class="header-help"
            aria-label={words.shortcuts}
            title={`${words.shortcuts} (?)`}
            onClick={onHelp}
          >
            <span aria-hidden="true">?</span>
          </button>
          <UserMenu />
        </div>
      </div>
    </header>
  )
}
