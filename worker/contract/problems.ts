/** Error code → status, in one table; its words are words/<language>/titles.ts. Services throw AppError; only http/problem.ts turns it into a
 * response. */
import type { Problem } from './wire.ts'
import type { Said, Sentence } from '../words/sentence.ts'

export const ERRORS = {
  'bad-request': { status: 400 },
  'bad-json': { status: 400 },
  unauthenticated: { status: 401 },
  'wrong-password': { status: 401 },
  forbidden: { status: 403 },
  'cross-site': { status: 403 },
  'not-found': { status: 404 },
  withdrawn: { status: 410 },
  'method-not-allowed': { status: 405 },
  'not-acceptable': { status: 406 },
  conflict: { status: 409 },
  'already-done': { status: 409 },
  'limit-reached': { status: 409 },
  disclosure: { status: 409 },
  'already-exists': { status: 409 },
  'precondition-failed': { status: 412 },
  'too-large': { status: 413 },
  'unsupported-type': { status: 415 },
  invalid: { status: 422 },
  'precondition-required': { status: 428 },
  'too-costly': { status: 422 },
  'too-slow': { status: 408 },
  'rate-limited': { status: 429 },
  internal: { status: 500 },
  unavailable: { status: 503 },
} as const
export type ErrorCode = keyof typeof ERRORS

export interface Fault {
  readonly path: string
  readonly code?: string
  /** A string only where every language writes the same: a name, a count, or what another's code says in English. */
  readonly message: Sentence | string
}

/** What a refusal states besides its words. */
export interface RefusalFacts {
  /** Becomes Retry-After. */
  readonly retryAfterSeconds?: number
  /** Members of the problem, e.g. an estimate and its limit. */
  readonly members?: Pick<Problem, 'estimateMs' | 'limitMs' | 'withdrawn'>
}

export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  /** What is wrong here; never a secret, never a cause of a 500. */
  readonly detail: Said | undefined
  readonly faults: readonly Fault[]
  readonly facts: RefusalFacts

  // Plain fields: scripts load this file in Node, which strips types and nothing more.
  constructor(code: ErrorCode, detail?: Said, faults: readonly Fault[] = [], facts: RefusalFacts = {}) {
    super(typeof detail === 'string' ? detail : code)
    this.code = code
    this.detail = detail
    this.faults = faults
    this.facts = facts
  }
}
