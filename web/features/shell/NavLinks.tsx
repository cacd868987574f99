/** A list of navigation links with the current one marked. */
import { useLocation } from 'preact-iso'
import { Icon } from '../../components/Icon.tsx'
import { shellWords } from '../../words/shell.ts'
import { useWords } from '../../i18n/useWords.ts'
import { currentHref, type NavItem } from './navigation.ts'

export interface NavLinksProps {
  readonly items: readonly NavItem[]
  /** Decides which is current when only some of the room's entries are shown. */
  readonly all?: readonly NavItem[]
  readonly icons?: boolean
}

export function NavLinks({ items, all = items, icons }: NavLinksProps) {
  const words = useWords(shellWords)
  const { path } = useLocation()
  const current = currentHref(all, path)
  return (
    <ul class="nav-list">
      {items.map((item) => (
        <li key={item.href}>
          <a class="nav-link" href={item.href} aria-current={item.href === current ? 'page' : undefined}>
            {icons === true && <Icon name={item.icon} size={20} />}
            <span>{words[item.word]}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
