/** Whether the reader may enter the city or group that the address names, and what it is called. A member's own session says so; anybody
 * else (an assessor, a wrong address) is told by the server, which answers the same for what does not exist and what is not theirs. */
import { membershipOf, session } from '../../api/session.ts'
import { useResource } from '../../api/useResource.ts'
import type { Membership } from '../../api/session.ts'
import { locale } from '../../i18n/locale.ts'
import { nameIn } from '../../i18n/nameIn.ts'

interface Answer {
  readonly city?: Membership['organisation']
  readonly group?: Membership['organisation']
}

export type Room =
  | { readonly state: 'none' | 'asking' | 'missing'; readonly name: null }
  | { readonly state: 'open'; readonly name: string | null }

export function useRoom(path: string): Room {
  const [, kind, name = ''] = /^\/([cg])\/([^/]+)/.exec(path) ?? []
  const membership = kind === undefined ? undefined : membershipOf(kind === 'c' ? 'city' : 'group', name)
  const signedIn = session.value !== null && session.value.user !== null
  const ask = kind !== undefined && membership === undefined && signedIn
  const answer = useResource<Answer>(
    ask ? (kind === 'c' ? `/api/v1/cities/${name}/overview` : `/api/v1/groups/${name}`) : null,
  )
  if (kind === undefined) return { state: 'none', name: null }
  if (session.value === null) return { state: 'asking', name: null }
  if (membership !== undefined) return { state: 'open', name: nameIn(locale.value, membership.organisation) }
  if (!ask) return { state: 'open', name: null }
  const found = answer.data?.city ?? answer.data?.group
  if (answer.data !== null) return { state: 'open', name: found ? nameIn(locale.value, found) : null }
  if (answer.error !== null && [400, 403, 404].includes(answer.error.status)) return { state: 'missing', name: null }
  return answer.error === null ? { state: 'asking', name: null } : { state: 'open', name: null }
}
