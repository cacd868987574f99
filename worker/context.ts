/** What a request carries once the middlewares have run. Resolved once, never looked up again. */
import type { HubDb, RegionDb, TenantId } from '../db/client.ts'
import type { ActKey } from '../db/act.types.ts'
import type { Config, Env } from './env.ts'
import type { Permission, Role } from './contract/names.ts'
import type { Organisation } from './contract/wire.ts'
import type { Locale } from './lib/say.ts'

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

/** The city a request acts in, with the one permission check already passed. */
export interface CityContext {
  readonly city: Organisation
  readonly tenantId: TenantId
  readonly region: RegionDb
  readonly role: Role | null
  readonly permissions: readonly Permission[]
}

/** What every service verb receives first. */
export interface ServiceContext {
  readonly requestId: string
  readonly locale: Locale
  /** Milliseconds; the only clock services read. */
  readonly now: () => number
  readonly hub: HubDb
  readonly config: Config
  readonly env: Env
  readonly actor: Actor
  /** Runs after the response (relay, last-use marks). */
  readonly defer: (work: Promise<unknown>) => void
  /** Set by http/once.ts for an act that must not be done twice: its audit row carries it into the batch. */
  readonly once?: ActKey
}
export type TenantContext = ServiceContext & CityContext

/** Who did it, for audit rows. */
export function actorLabel(actor: Actor): string {
  if (actor.kind === 'user') return `user:${actor.userId}`
  if (actor.kind === 'key') return `key:${actor.keyId}`
  return 'anonymous'
}
