/** Random tokens and their hashes. Tokens carry 256 bits, so a plain SHA-256 is a sufficient store for them. */
import { sha256Hex as digestBytes } from '../engine/digest/sha256Hex.ts'

export function randomToken(sizeBytes = 32): string {
  const bytes = crypto.getRandomValues(new Uint8Array(sizeBytes))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** Guarantee: an encoder's bytes never lie in shared memory. */
export const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>

/** Of any text: unlike the engine's, which names values and refuses a text that is not one, this takes a lone surrogate for U+FFFD. */
export const sha256Hex = (input: string | ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<string> =>
  digestBytes(typeof input === 'string' ? utf8(input) : new Uint8Array(input))
