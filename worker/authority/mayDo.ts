/** May this actor do this here? The one answer, for doors, acts and exports; pure. A stranger learns nothing: where one may not enter, the room
 * does not exist. */
import { cityAccess } from './cityAccess.ts'
import { organisationAccess, type OrganisationAccess } from './organisationAccess.ts'
import type { Permission, Role } from '../contract/names.ts'
import type { Organisation } from '../contract/wire.ts'
import type { Actor } from './actor.types.ts'

/** What is entered: a city's room in its region, an organisation's own room in the hub, or wherever the actor holds the permission. */
export type Resource =
  | { readonly kind: 'city'; readonly name: string }
  | { readonly kind: 'organisation'; readonly name: string; readonly only?: Organisation['kind'] }
  | { readonly kind: 'own' }

export interface Access {
  readonly organisation: Organisation
  readonly role: Role | null
  readonly permissions: readonly Permission[]
}
export type Refusal = 'unauthenticated' | 'not-found' | 'forbidden'

/** `name` is an id or a slug. */
export function mayDo(
  actor: Actor,
  permission: Permission,
  resource: Exclude<Resource, { kind: 'city' }>,
): OrganisationAccess | Refusal
export function mayDo(actor: Actor, permission: Permission, resource: Resource): Access | Refusal
export function mayDo(actor: Actor, permission: Permission, resource: Resource): Access | Refusal {
  if (actor.kind === 'anonymous' || actor.kind === 'system') return 'unauthenticated'
  if (resource.kind === 'own') {
    const ids = actor.kind === 'user' ? actor.memberships.map((m) => m.organisation.id) : [actor.organisation.id]
    return (
      ids.map((id) => organisationAccess(actor, id)).find((a) => a?.permissions.includes(permission)) ?? 'not-found'
    )
  }
  const access = accessTo(actor, resource)
  if (access === undefined) return 'not-found'
  return access.permissions.includes(permission) ? access : 'forbidden'
}

function accessTo(
  actor: Exclude<Actor, { kind: 'anonymous' | 'system' }>,
  resource: Exclude<Resource, { kind: 'own' }>,
): Access | undefined {
  if (resource.kind === 'city') {
    const access = cityAccess(actor, resource.name)
    return access && { organisation: access.city, role: access.role, permissions: access.permissions }
  }
  const access = organisationAccess(actor, resource.name)
  return resource.only === undefined || access?.organisation.kind === resource.only ? access : undefined
}
