/**
 * The two hashes of a Merkle tree, on bytes: leaf = SHA-256(0x00 ‖ entry), node = SHA-256(0x01 ‖ left ‖ right). Source: RFC 9162 §2.1.1.
 * Synchronous: a tree is many small hashes, each of which would wait longer for WebCrypto than it takes.
 */
import { hexOf, sha256 } from '../engine/digest/sha256.ts'

export type HashBytes = Uint8Array<ArrayBuffer>

/** A text is hashed as UTF-8, and refused where it has none. */
export function leafBytes(entry: string | Uint8Array): HashBytes {
  if (typeof entry === 'string' && !entry.isWellFormed())
    throw new TypeError('the text holds a lone surrogate, which no UTF-8 can carry')
  const bytes = typeof entry === 'string' ? new TextEncoder().encode(entry) : entry
  const input = new Uint8Array(1 + bytes.length)
  input.set(bytes, 1)
  return sha256(input)
}

export function nodeBytes(left: HashBytes, right: HashBytes): HashBytes {
  const input = new Uint8Array(1 + left.length + right.length)
  input[0] = 1
  input.set(left, 1)
  input.set(right, 1 + left.length)
  return sha256(input)
}

/** 64 lower-case hex digits → 32 bytes; anything else throws. */
export function bytesOf(hash: string): HashBytes {
  if (!isHash(hash)) throw new Error(`“${hash}” is no SHA-256 in lower-case hex`)
  const bytes = new Uint8Array(32)
  for (let i = 0; i < 32; i += 1) bytes[i] = Number.parseInt(hash.slice(2 * i, 2 * i + 2), 16)
  return bytes
}

export const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

/** The largest power of two below n ≥ 2: where a tree of n leaves is split. */
export function powerBelow(n: number): number {
  let power = 1
  while (power * 2 < n) power *= 2
  return power
}

export { hexOf }
