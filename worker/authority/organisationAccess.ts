/** May this actor act in this organisation's own room (members, keys, group overview)? Pure. */
import type { Organisation } from '../contract/wire.ts'
import { KEY_ROLE, ROLE_PERMISSIONS } from './roles.ts'
import type { Permission, Role } from '../contract/names.ts'

type SignedIn =
  | {
      readonly kind: 'user'
      readonly memberships: readonly { readonly organisation: Organisation; readonly role: Role }[]
    }
  | { readonly kind: 'key'; readonly organisation: Organisation; readonly scopes: readonly Permission[] }

export interface OrganisationAccess {
  readonly organisation: Organisation
  readonly role: Role
  readonly permissions: readonly Permission[]
}

/** `organisation` is an id or a slug. */
export function organisationAccess(actor: SignedIn, organisation: string): OrganisationAccess | undefined {
  const names = (o: Organisation): boolean => o.id === organisation || o.slug === organisation
  if (actor.kind === 'key')
    return names(actor.organisation)
      ? { organisation: actor.organisation, role: KEY_ROLE[actor.organisation.kind], permissions: actor.scopes }
      : undefined
  const own = actor.memberships.find((m) => names(m.organisation))
  return own === undefined
    ? undefined
    : { organisation: own.organisation, role: own.role, permissions: ROLE_PERMISSIONS[own.role] }
}
