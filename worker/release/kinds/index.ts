/** Every kind of outbox row, with what carries it. A row of no kind known here stays where it is and is counted as failing. */
import { carryPublication } from './publication.ts'
import { carryWithdrawal } from './withdrawal.ts'
import type { Carry } from '../kind.types.ts'

export const KINDS = {
  publication: carryPublication,
  withdrawal: carryWithdrawal,
} as const satisfies Readonly<Record<string, Carry>>

export type OutboxKind = keyof typeof KINDS
