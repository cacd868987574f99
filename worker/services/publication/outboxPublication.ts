/** What an outbox row of kind `publication` carries. */
import type { NewPublication } from '../../../db/hub/queries/exchange.ts'

/** The payload of an outbox row of kind `publication`: the hub's row, and the names of its documents with their tags. */
export interface OutboxPublication {
  readonly evaluationId: string
  readonly publication: NewPublication
  /** Absent in rows of earlier releases. */
  readonly release?: { readonly reason: string; readonly createdAt: number }
  /** Absent in rows of earlier releases. */
  readonly etags?: Readonly<Record<string, string>>
}

export const PUBLIC_PART = 'public:'
