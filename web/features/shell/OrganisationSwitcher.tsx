/** Where am I: the organisation that the address names, and a way to the others one belongs to or is assigned to. On a page that belongs to
 * no room the reader's only one stands as a link; in somebody else's room, or in one that does not exist, it never poses as where one is. */
import { homeOf, session } from '../../api/session.ts'
import { useResource } from '../../api/useResource.ts'
import { Menu } from '../../components/Menu.tsx'
import { locale } from '../../i18n/locale.ts'
import { nameIn } from '../../i18n/nameIn.ts'
import { shellWords } from '../../words/shell.ts'
import { useWords } from '../../i18n/useWords.ts'
import { roleName } from './roleName.ts'
import type { Room } from './useRoom.ts'

interface Choice {
  readonly href: string
  readonly name: string
  readonly detail: string
}

export function OrganisationSwitcher({ path, room: at }: { readonly path: string; readonly room: Room }) {
  const words = useWords(shellWords)
  const memberships = session.value?.memberships ?? []
  const assesses = memberships.some((membership) => membership.organisation.kind === 'assessor')
  const assigned = useResource(assesses ? '/api/v1/assignments' : null)
  const rooms: Choice[] = memberships.map(({ organisation, role }) => ({
    href: homeOf(organisation),
    name: nameIn(locale.value, organisation),
    detail: roleName(role),
  }))
  for (const assignment of assigned.data?.items ?? []) {
    const href = homeOf(assignment.city)
    if (assignment.active && !rooms.some((room) => room.href === href))
      rooms.push({ href, name: nameIn(locale.value, assignment.city), detail: roleName('assessor') })
  }
  if (rooms.length === 0) return null
  const here = rooms.find((room) => path === room.href || path.startsWith(`${room.href}/`))
  const only = rooms.length === 1 && (here !== undefined || at.state === 'none') ? rooms[0] : undefined
  const name = here?.name ?? at.name
  if (only !== undefined) {
    return (
      <a class="header-room" href={only.href} aria-current={here === undefined ? undefined : 'true'}>
        {only.name}
      </a>
    )
  }
  return (
    <Menu
      label={name ?? words.switchTo}
      title={name === null ? words.switchTo : `${name} · ${words.switchTo}`}
      align="start"
      plain
    >
      {(close) => (
        <ul class="menu-list">
          {rooms.map((room) => (
            <li key={room.href}>
              <a href={room.href} class="menu-item" aria-current={room === here ? 'true' : undefined} onClick={close}>
                <span>{room.name}</span>
                <span class="muted small">{room.detail}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </Menu>
  )
}
