/** Who asks, with everything that a decision looks at. */
import type { Permission, Role } from '../contract/names.ts'
import type { Organisation } from '../contract/wire.ts'

export interface ActorMembership {
  readonly organisation: Organisation
  readonly role: Role
}

/** A city an assessor may enter now, and what for. */
export interface ActorAssignment {
  readonly city: Organisation
  readonly permissions: readonly Permission[]
}

export type Actor =
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'user'
      readonly userId: string
      readonly name: string
      readonly email: string
      readonly memberships: readonly ActorMembership[]
      readonly assignments: readonly ActorAssignment[]
    }
  | {
      readonly kind: 'key'
      readonly keyId: string
      readonly organisation: Organisation
      readonly scopes: readonly Permission[]
      readonly assignments: readonly ActorAssignment[]
    }
  /** Work without a person behind it: a job, or what a start puts in. It may do the acts that name it and no other. */
  | { readonly kind: 'system'; readonly name: SystemName }

export type SystemName = 'sweep' | 'seed'
