/**
 * Signing keys at rest: the private key leaves WebCrypto as PKCS #8 only to be encrypted with AES-256-GCM.
 *
 * Idea: the encrypting key is drawn from the deployment's secret by HKDF-SHA-256 (RFC 5869); owner and key id are
 * authenticated with it, so a sealed key moved to another row opens nothing. Text: base64url of 12 bytes of nonce and the
 * ciphertext with its tag. Edge policy: a wrong secret or an altered text gives undefined.
 */
import { fromBase64url, toBase64url } from './base64url.ts'
import { keyIdOf } from './signature.ts'

export interface NewKey {
  readonly keyId: string
  readonly publicKey: string
  readonly sealedPrivateKey: string
}

const NONCE_BYTES = 12

export async function makeKey(owner: string, secret: string): Promise<NewKey> {
  const pair = asPair(await crypto.subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify']))
  const raw = asBytes(await crypto.subtle.exportKey('raw', pair.publicKey))
  const keyId = await keyIdOf(raw)
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: boundTo(owner, keyId) },
    await sealingKey(secret, 'encrypt'),
    asBytes(await crypto.subtle.exportKey('pkcs8', pair.privateKey)),
  )
  return {
    keyId,
    publicKey: toBase64url(raw),
    sealedPrivateKey: toBase64url(new Uint8Array([...iv, ...new Uint8Array(sealed)])),
  }
}

export async function openKey(
  owner: string,
  { keyId, sealedPrivateKey }: Pick<NewKey, 'keyId' | 'sealedPrivateKey'>,
  secret: string,
): Promise<CryptoKey | undefined> {
  try {
    const bytes = fromBase64url(sealedPrivateKey)
    const pkcs8 = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: bytes.slice(0, NONCE_BYTES), additionalData: boundTo(owner, keyId) },
      await sealingKey(secret, 'decrypt'),
      bytes.slice(NONCE_BYTES),
    )
    return await crypto.subtle.importKey('pkcs8', pkcs8, { name: 'Ed25519' }, false, ['sign'])
  } catch {
    return undefined
  }
}

const encoder = new TextEncoder()
const boundTo = (owner: string, keyId: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(encoder.encode(`${owner}\n${keyId}`))

async function sealingKey(secret: string, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, ['deriveKey'])
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: encoder.encode('junheng/signing-key@1') },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    [use],
  )
}

/** Guarantee: Ed25519 makes a pair. */
const asPair = (made: unknown): CryptoKeyPair => made as CryptoKeyPair
/** Guarantee: `raw` and `pkcs8` are bytes; only `jwk` is an object. */
const asBytes = (exported: unknown): Uint8Array<ArrayBuffer> => new Uint8Array(exported as ArrayBuffer)
