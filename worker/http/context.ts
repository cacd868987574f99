/** What a request carries once the middlewares have run. Resolved once, never looked up again. */
import type { Locale } from '../lib/locale.ts'
import type { HubDb, RegionDb, TenantId } from '../../db/client.ts'
import type { ActKey } from '../../db/commit.ts'
import type { Config, Env } from '../env.ts'
import type { Permission, Role } from '../authz/permissions.ts'
import type { Organisation } from '../routes/wire.ts'
import type { RateState } from './rateLimit.ts'

export type { Locale }

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

export interface AppEnv {
  Bindings: Env
  Variables: {
    requestId: string
    locale: Locale
    service: ServiceContext
    /** What the last limit that looked at this request has left. */
    rate: RateState
    /** Set by http/middleware/city.ts on routes below /cities/:city. */
    tenant: TenantContext
    /** Set by http/middleware/organisation.ts on routes below /groups/:group and /organisations/:org. */
    membership: ActorMembership
  }
}

/** Who did it, for audit rows. */
export function actorLabel(actor: Actor): string {
  if (actor.kind === 'user') return `user:${actor.userId}`
  if (actor.kind === 'key') return `key:${actor.keyId}`
  return 'anonymous'
}
