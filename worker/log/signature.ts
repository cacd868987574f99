/**
 * Ed25519 (RFC 8032) over a text's UTF-8 bytes: of an audit log's head, and of a publication's seal.
 *
 * Public keys are 32 raw bytes, signatures 64 bytes, both base64url; a key's id is taken from the key itself, so that an id cannot be given to
 * another key. Edge policy: anything malformed is a signature that does not fit. WebCrypto, which Node ≥ 20, workerd and browsers share.
 */
import { sha256Hex } from '../engine/digest/sha256Hex.ts'
import { fromBase64url, toBase64url } from './base64url.ts'

export interface Signature {
  readonly keyId: string
  readonly signature: string
}
export interface SigningHalf {
  readonly keyId: string
  readonly privateKey: CryptoKey
}

export async function keyIdOf(publicKey: Uint8Array<ArrayBuffer>): Promise<string> {
  return `ed25519-${(await sha256Hex(publicKey)).slice(0, 32)}`
}

export async function signText(text: string, { keyId, privateKey }: SigningHalf): Promise<Signature> {
  const signature = await crypto.subtle.sign('Ed25519', privateKey, new TextEncoder().encode(text))
  return { keyId, signature: toBase64url(new Uint8Array(signature)) }
}

export async function fitsText(text: string, { keyId, signature }: Signature, publicKey: string): Promise<boolean> {
  try {
    const raw = fromBase64url(publicKey)
    if ((await keyIdOf(raw)) !== keyId) return false
    const key = await importPublic(raw)
    return await crypto.subtle.verify('Ed25519', key, fromBase64url(signature), new TextEncoder().encode(text))
  } catch {
    return false
  }
}

/** Whether this host can check a signature at all: an older browser cannot, nor one that shows a page over plain http. */
export async function canCheckSignatures(): Promise<boolean> {
  try {
    // The public key of RFC 8032, test 1.
    await importPublic(fromBase64url('11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'))
    return true
  } catch {
    return false
  }
}

const importPublic = (raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', raw, { name: 'Ed25519' }, false, ['verify'])
