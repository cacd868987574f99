/**
 * The signed head of a log: how many entries it had at a moment, and their root.
 *
 * Idea: Ed25519 (RFC 8032) over the canonical JSON of {format, log, size, root, at}; whoever kept a head can later ask for
 * the proof that the log still begins with it. Public keys are 32 raw bytes, signatures 64 bytes, both base64url; a key's id
 * is taken from the key itself, so that an id cannot be given to another key. `at` is milliseconds since 1970-01-01 UTC.
 * Edge policy: anything malformed is a signature that does not fit. WebCrypto, which Node ≥ 20, workerd and browsers share.
 */
import { canonicalJson } from '../engine/digest/canonicalJson.ts'
import { sha256Hex } from '../engine/digest/sha256Hex.ts'
import { fromBase64url, toBase64url } from './base64url.ts'
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

export async function keyIdOf(publicKey: Uint8Array<ArrayBuffer>): Promise<string> {
  return `ed25519-${(await sha256Hex(publicKey)).slice(0, 32)}`
}

export async function signHead(log: string, head: Head, keyId: string, privateKey: CryptoKey): Promise<SignedHead> {
  const statement = new TextEncoder().encode(headStatement(log, head))
  const signature = await crypto.subtle.sign('Ed25519', privateKey, statement)
  return { ...head, keyId, signature: toBase64url(new Uint8Array(signature)) }
}

export async function verifyHead(log: string, head: SignedHead, publicKey: string): Promise<boolean> {
  try {
    const raw = fromBase64url(publicKey)
    if ((await keyIdOf(raw)) !== head.keyId) return false
    const key = await crypto.subtle.importKey('raw', raw, { name: 'Ed25519' }, false, ['verify'])
    const statement = new TextEncoder().encode(headStatement(log, head))
    return await crypto.subtle.verify('Ed25519', key, fromBase64url(head.signature), statement)
  } catch {
    return false
  }
}
