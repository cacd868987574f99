/** What a request carries once the middlewares have run. Resolved once, never looked up again. */
import type { HubDb, RegionDb, TenantId } from '../db/client.ts'
import type { ActKey } from '../db/act.types.ts'
import type { Config, Env } from './env.ts'
import type { Actor } from './authority/actor.types.ts'
import type { Locale, Permission, Role } from './contract/names.ts'
import type { Organisation } from './contract/wire.ts'

/** The city a request acts in, with the permission of its route already checked. */
export interface CityContext {
  readonly city: Organisation
  readonly tenantId: TenantId
  readonly region: RegionDb
  readonly role: Role | null
  readonly permissions: readonly Permission[]
}

/** What an act needs of its surroundings, whoever performs it: a request, a job or the seed. */
export interface ActContext {
  readonly requestId: string
  /** For what is answered in words: views, files. Refusals are sentences, and http/problem.ts puts them into words. */
  readonly locale: Locale
  /** Milliseconds; the only clock acts and services read. */
  readonly now: () => number
  readonly hub: HubDb
  readonly actor: Actor
  /** Runs after the response (relay, last-use marks). */
  readonly defer: (work: Promise<unknown>) => void
  /** Set by http/once.ts for an act that must not be done twice: its audit row carries it into the batch. */
  readonly once?: ActKey
}

/** What every service receives first. */
export interface ServiceContext extends ActContext {
  readonly config: Config
  readonly env: Env
}
export type TenantContext = ServiceContext & CityContext

/** An organisation's own room in the hub (members, keys, group overview), with the permission of its route already checked. */
export interface OrganisationContext extends ServiceContext {
  readonly organisation: Organisation
  readonly role: Role
}

/** Their name at the time, for what people read; empty for who has none. */
export const actorName = (actor: Actor): string => (actor.kind === 'user' ? actor.name : '')

/** Who did it, for audit rows. */
export function actorLabel(actor: Actor): string {
  if (actor.kind === 'user') return `user:${actor.userId}`
  if (actor.kind === 'key') return `key:${actor.keyId}`
  return actor.kind === 'system' ? `system:${actor.name}` : 'anonymous'
}
