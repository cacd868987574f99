/**
 * Merkle tree over texts: one digest for a whole list, and a short path that proves one of them.
 *
 * Source: RFC 9162 §2.1: a leaf is SHA-256(0x00 ‖ text), a node SHA-256(0x01 ‖ left ‖ right), a list is cut at the largest power
 * of two below its length. Texts are hashed as UTF-8. Complexity: O(n) hashes for a root or a path, O(log n) to verify.
 */
import { hexOf, sha256 } from '../engine/digest/sha256.ts'
import { EngineInputError } from '../engine/types.ts'

type Hash = Uint8Array<ArrayBuffer>

export interface MerklePath {
  /** Place of the leaf among `size`, from 0. */
  readonly index: number
  readonly size: number
  /** Hex hashes of the neighbours, from the leaf upwards. */
  readonly path: readonly string[]
}

export const merkleRoot = (texts: Iterable<string>): string => merkleTree(texts).root

/** Takes the texts one after another and keeps O(log n) hashes: a whole period's numbers need not lie in memory. */
export function merkleTree(texts: Iterable<string>): { readonly root: string; readonly size: number } {
  let count = 0
  // Whole subtrees, the largest first; two of one size become one.
  const whole: { readonly size: number; readonly hash: Hash }[] = []
  for (const text of texts) {
    count += 1
    let last = { size: 1, hash: leafHash(text) }
    for (let left = whole[whole.length - 1]; left?.size === last.size; left = whole[whole.length - 1]) {
      whole.pop()
      last = { size: 2 * last.size, hash: nodeHash(left.hash, last.hash) }
    }
    whole.push(last)
  }
  const hash = whole.reduceRight<Hash | undefined>(
    (right, { hash: left }) => (right === undefined ? left : nodeHash(left, right)),
    undefined,
  )
  return { root: hexOf(hash ?? sha256(new Uint8Array())), size: count }
}

export function merklePath(texts: Iterable<string>, index: number): MerklePath {
  const hashes = Array.from(texts, leafHash)
  if (!(index in hashes)) throw new RangeError(`there is no leaf ${index} among ${hashes.length}`)
  const path: string[] = []
  let [from, to] = [0, hashes.length]
  while (to - from > 1) {
    const cut = from + split(to - from)
    const isLeft = index < cut
    path.push(hexOf(isLeft ? rootOf(hashes, cut, to) : rootOf(hashes, from, cut)))
    if (isLeft) to = cut
    else from = cut
  }
  return { index, size: hashes.length, path: path.toReversed() }
}

/** The root that a leaf and its path lead to; undefined when the path does not fit its place (RFC 9162 §2.1.3.2). */
export function rootOfPath(text: string, { index, size, path }: MerklePath): string | undefined {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return undefined
  let [place, last] = [index, size - 1]
  let hash = leafHash(text)
  for (const hex of path) {
    if (last === 0 || !/^[0-9a-f]{64}$/.test(hex)) return undefined
    const other = bytesOf(hex)
    if (place % 2 === 1 || place === last) {
      hash = nodeHash(other, hash)
      while (place % 2 === 0 && place !== 0) [place, last] = [place / 2, Math.floor(last / 2)]
    } else hash = nodeHash(hash, other)
    ;[place, last] = [Math.floor(place / 2), Math.floor(last / 2)]
  }
  return last === 0 ? hexOf(hash) : undefined
}

function rootOf(hashes: readonly Hash[], from: number, to: number): Hash {
  const only = hashes[from]
  if (to - from === 1 && only !== undefined) return only
  const cut = from + split(to - from)
  return nodeHash(rootOf(hashes, from, cut), rootOf(hashes, cut, to))
}

/** The largest power of two below n, n > 1. */
function split(n: number): number {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}

function leafHash(text: string): Hash {
  if (/\p{Surrogate}/u.test(text))
    throw new EngineInputError([{ path: '$', code: 'not-utf8', message: 'the text holds a lone surrogate' }])
  const utf8 = new TextEncoder().encode(text)
  const bytes = new Uint8Array(1 + utf8.length)
  bytes.set(utf8, 1)
  return sha256(bytes)
}

function nodeHash(left: Hash, right: Hash): Hash {
  const bytes = new Uint8Array(1 + left.length + right.length)
  bytes[0] = 1
  bytes.set(left, 1)
  bytes.set(right, 1 + left.length)
  return sha256(bytes)
}

const bytesOf = (hex: string): Hash =>
  Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16))
