/**
 * The text of an audit entry: what is hashed as a leaf, written once when the act is done.
 *
 * Idea: canonical JSON (RFC 8785) of who did what, and of the entry's place in its log: a row that is put elsewhere
 * contradicts its own text. The place is given by the database in the very statement that writes the row, hence the text
 * in two halves around it. Edge policy: what JSON cannot hold is dropped or null, as JSON.stringify does it, and a lone
 * surrogate becomes U+FFFD: an act must not fail for how it is logged, and the row is written from the same values.
 *
 * @example entryText({ ...act, tenant: 'org_1' }, 7) // '{"action":"…",…,"seq":7,"target":"…","tenant":"org_1"}'
 */
import { canonicalJson } from '../engine/digest/canonicalJson.ts'

export interface AuditAct {
  readonly id: string
  readonly actor: string
  readonly action: string
  readonly target: string
  readonly detail: Readonly<Record<string, unknown>>
  readonly requestId: string
  /** Milliseconds since 1970-01-01 UTC. */
  readonly createdAt: number
  /** The organisation in whose log it stands; null = the platform's. */
  readonly tenant: string | null
}

/** The same act in values that canonical JSON can hold. */
export function loggable<T extends AuditAct>(act: T): T {
  // Guarantee: an object of texts, numbers and JSON comes back with the same keys.
  return JSON.parse(JSON.stringify(act, wellFormed)) as T
}

/** The text without its number: `before` ends in `"seq":`, `after` goes on. */
export function entryAround(act: AuditAct): { readonly before: string; readonly after: string } {
  const { target, tenant, action, actor, createdAt, detail, id, requestId } = loggable(act)
  // “seq” sorts between “requestId” and “target”.
  return {
    before: `${canonicalJson({ action, actor, createdAt, detail, id, requestId }).slice(0, -1)},"seq":`,
    after: `,${canonicalJson({ target, tenant }).slice(1)}`,
  }
}

export function entryText(act: AuditAct, seq: number): string {
  const { before, after } = entryAround(act)
  return `${before}${seq}${after}`
}

const wellFormed = (_key: string, value: unknown): unknown =>
  typeof value === 'string'
    ? value.toWellFormed()
    : typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k.toWellFormed(), v]))
      : value
