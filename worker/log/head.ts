/**
 * The signed head of a log: how many entries it had at a moment, and their root.
 *
 * Idea: Ed25519 (RFC 8032) over the canonical JSON of {format, log, size, root, at}; whoever kept a head can later ask for
 * the proof that the log still begins with it. `at` is milliseconds since 1970-01-01 UTC.
 */
import { canonicalJson } from '../engine/digest/canonicalJson.ts'
import { fitsText, signText, type SigningHalf } from './signature.ts'
import type { Hash } from './merkle.ts'

export const HEAD_FORMAT = 'junheng/audit-head@1'

export interface Head {
  readonly size: number
  readonly root: Hash
  readonly at: number
}
export interface SignedHead extends Head {
  readonly keyId: string
  readonly signature: string
}
export interface PublicKey {
  readonly keyId: string
  /** Whose logs it signs: an organisation's id, or `platform`. */
  readonly owner: string
  /** 32 raw bytes, base64url. */
  readonly publicKey: string
  readonly createdAt: number
  readonly retiredAt: number | null
}

/** The very text that is signed. */
export const headStatement = (log: string, { size, root, at }: Head): string =>
  canonicalJson({ format: HEAD_FORMAT, log, size, root, at })

export async function signHead(log: string, head: Head, key: SigningHalf): Promise<SignedHead> {
  return { ...head, ...(await signText(headStatement(log, head), key)) }
}

export const verifyHead = (log: string, head: SignedHead, publicKey: string): Promise<boolean> =>
  fitsText(headStatement(log, head), head, publicKey)
