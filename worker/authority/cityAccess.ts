/** May this actor enter this city, and with which permissions? Pure; undefined means "as if it did not exist". */
import type { Organisation } from '../contract/wire.ts'
import { ROLE_PERMISSIONS } from './roles.ts'
import type { Permission, Role } from '../contract/names.ts'

interface Assigned {
  readonly city: Organisation
  readonly permissions: readonly Permission[]
}
type SignedIn =
  | {
      readonly kind: 'user'
      readonly memberships: readonly { readonly organisation: Organisation; readonly role: Role }[]
      readonly assignments: readonly Assigned[]
    }
  | {
      readonly kind: 'key'
      readonly organisation: Organisation
      readonly scopes: readonly Permission[]
      readonly assignments: readonly Assigned[]
    }

export interface CityAccess {
  readonly city: Organisation
  readonly role: Role | null
  readonly permissions: readonly Permission[]
}

/** `city` is an id or a slug. A key acts for its own organisation only, within its scopes; an assessor's reach is the assignment's, not the person's. */
export function cityAccess(actor: SignedIn, city: string): CityAccess | undefined {
  const names = (o: Organisation): boolean => o.kind === 'city' && (o.id === city || o.slug === city)
  if (actor.kind === 'user') {
    const own = actor.memberships.find((m) => names(m.organisation))
    if (own !== undefined) return { city: own.organisation, role: own.role, permissions: ROLE_PERMISSIONS[own.role] }
    return assignedAccess(actor.assignments.filter((a) => names(a.city)))
  }
  if (names(actor.organisation)) return { city: actor.organisation, role: null, permissions: actor.scopes }
  const assigned = assignedAccess(actor.assignments.filter((a) => names(a.city)))
  return assigned === undefined
    ? undefined
    : { ...assigned, permissions: assigned.permissions.filter((p) => actor.scopes.includes(p)) }
}

/** Several assignments to one city grant what any of them grants. */
function assignedAccess(assigned: readonly Assigned[]): CityAccess | undefined {
  const [first] = assigned
  return first === undefined
    ? undefined
    : { city: first.city, role: null, permissions: [...new Set(assigned.flatMap((a) => a.permissions))] }
}
