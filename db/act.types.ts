/** What an act leaves in the database besides its own rows. */
import type { Action } from '../worker/contract/names.ts'

/** One audit row; `detail` holds identifiers and counts, never a value that a city has not published. */
export interface AuditRow {
  readonly id: string
  readonly actor: string
  readonly action: Action
  readonly target: string
  readonly detail: Record<string, unknown>
  readonly requestId: string
  readonly createdAt: number
  /** The Idempotency-Key under which the act was asked for: it is written in the same batch, and a second act under it aborts. */
  readonly once?: ActKey
}

export interface ActKey {
  readonly key: string
  readonly requestHash: string
}

/** What the batch of an earlier request with the same key did. */
export interface DoneAct {
  readonly requestHash: string
  readonly target: string
  readonly detail: AuditRow['detail']
}
