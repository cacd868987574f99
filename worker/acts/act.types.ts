/** What an act is: the one kind of thing that changes what somebody else may see. perform.ts does them, and nothing else writes. */
import type { Statement } from '../../db/client.ts'
import type { SystemName } from '../authority/actor.types.ts'
import type { Action, Permission } from '../contract/names.ts'
import type { ActContext } from '../context.ts'

/** What a city or organisation has room for. The batch itself decides, so that two at once do not both find the last place. */
export interface Quota {
  /** Aborts the batch where there is no room, counting what the act would add. */
  readonly guard: Statement
  /** Throws the refusal if that is what the batch failed of; returns where there is room. */
  readonly refuse: () => Promise<unknown>
}

/** What a plan decided. Nothing is written yet: perform commits all of it in one batch, or none. */
export interface Plan<Result> {
  /** Id of what the act is about. */
  readonly target: string
  readonly statements: readonly Statement[]
  readonly quota?: Quota
  /** Identifiers and counts for the audit row, never a value that a city has not published. */
  readonly detail?: Record<string, unknown>
  /** Where the act turned out to be another than its name says: a save that only renames. */
  readonly action?: Action
  /** Whom the audit row names where it is not the actor: who signs in becomes somebody by it. */
  readonly doneBy?: string
  /** In the hub: the organisation it concerns; left out, the platform. */
  readonly organisationId?: string
  /** What the batch's failure means here: the refusal to throw, or undefined where the failure speaks for itself. */
  readonly onConflict?: (error: unknown) => unknown
  /** The answer, made once the batch is in. */
  readonly result: () => Result | Promise<Result>
  /** Work that the answer does not wait for. */
  readonly afterwards?: () => Promise<unknown>
}
/** What was asked for is so already: nothing is written, and no audit row says otherwise. */
export interface Unchanged<Result> {
  readonly unchanged: Result
}

/** Who may: whoever holds the permission in the room of the context, the system actors named, or anybody (a sign-in, guarded by its plan). */
export type By = { readonly permission: Permission } | { readonly system: readonly SystemName[] } | 'anybody'

export interface Act<Ctx extends ActContext, Input, Result> {
  readonly name: Action
  readonly by: By
  /** The database that its batch goes to. */
  readonly where: 'region' | 'hub'
  /** Refuses what the city's own rules do not let this actor do: four eyes, an embargo. */
  readonly policy?: (ctx: Ctx, input: Input) => Promise<void> | void
  /** Reads, checks and decides; writes nothing. */
  readonly plan: (ctx: Ctx, input: Input) => Promise<Plan<Result> | Unchanged<Result>>
}

/** Any of them, as lists and tests hold them. */
export type AnyAct = Act<never, never, unknown>
