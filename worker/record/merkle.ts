/**
 * Merkle tree over texts: one digest for a whole list, and a short path that proves one of them.
 *
 * Source: RFC 9162 §2.1, with the hashes of worker/log; here a whole list at a time, and in bytes, for a publication has many numbers.
 * Complexity: O(n) hashes for a root or a path, O(log n) to verify.
 */
import { EMPTY_ROOT, leafHash } from '../log/merkle.ts'
import { hexOf, leafBytes, nodeBytes, powerBelow, type HashBytes } from '../log/treeHash.ts'
import { rootOfProof } from '../log/verifyProofs.ts'

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
  const whole: { readonly size: number; readonly hash: HashBytes }[] = []
  for (const text of texts) {
    count += 1
    let last = { size: 1, hash: leafBytes(text) }
    for (let left = whole[whole.length - 1]; left?.size === last.size; left = whole[whole.length - 1]) {
      whole.pop()
      last = { size: 2 * last.size, hash: nodeBytes(left.hash, last.hash) }
    }
    whole.push(last)
  }
  const hash = whole.reduceRight<HashBytes | undefined>(
    (right, { hash: left }) => (right === undefined ? left : nodeBytes(left, right)),
    undefined,
  )
  return { root: hash === undefined ? EMPTY_ROOT : hexOf(hash), size: count }
}

export function merklePath(texts: Iterable<string>, index: number): MerklePath {
  const hashes = Array.from(texts, (text) => leafBytes(text))
  if (!(index in hashes)) throw new RangeError(`there is no leaf ${index} among ${hashes.length}`)
  const path: string[] = []
  let [from, to] = [0, hashes.length]
  while (to - from > 1) {
    const cut = from + powerBelow(to - from)
    const isLeft = index < cut
    path.push(hexOf(isLeft ? rootOf(hashes, cut, to) : rootOf(hashes, from, cut)))
    if (isLeft) to = cut
    else from = cut
  }
  return { index, size: hashes.length, path: path.toReversed() }
}

/** The root that a text and its path lead to; undefined when the path does not fit its place. */
export const rootOfPath = (text: string, { index, size, path }: MerklePath): string | undefined =>
  rootOfProof({ index, size, leafHash: leafHash(text), proof: path })

function rootOf(hashes: readonly HashBytes[], from: number, to: number): HashBytes {
  const only = hashes[from]
  if (to - from === 1 && only !== undefined) return only
  const cut = from + powerBelow(to - from)
  return nodeBytes(rootOf(hashes, from, cut), rootOf(hashes, cut, to))
}
