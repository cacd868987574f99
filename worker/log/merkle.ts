/**
 * Hashes of a Merkle tree, and growing one leaf by leaf.
 *
 * Idea: leaf = SHA-256(0x00 ‖ entry), node = SHA-256(0x01 ‖ left ‖ right), the tree of nothing = SHA-256(""); a tree is
 * split at the largest power of two below its size, so its complete parts ("peaks", largest first) never change again
 * and are all one needs to add leaves or to have the root. Source: RFC 9162 §2.1.1. Hashes are 64 lower-case hex
 * digits. Complexity: growing by n leaves costs fewer than 2n hashes, a root one per peak.
 *
 * @example await rootOf((await growTree(0, [], [await leafHash('a')])).peaks)
 */
import { sha256Hex } from '../engine/digest/sha256Hex.ts'

export type Hash = string

/** A complete part of the tree: the 2^level leaves from index · 2^level on. */
export interface NodeAt {
  readonly level: number
  readonly index: number
}
export interface TreeNode extends NodeAt {
  readonly hash: Hash
}

export const EMPTY_ROOT: Hash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

export const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

export function leafHash(entry: string | Uint8Array): Promise<Hash> {
  const bytes = typeof entry === 'string' ? new TextEncoder().encode(entry) : entry
  const input = new Uint8Array(bytes.length + 1)
  input.set(bytes, 1)
  return sha256Hex(input)
}

export function nodeHash(left: Hash, right: Hash): Promise<Hash> {
  const input = new Uint8Array(65)
  input[0] = 1
  putHex(input, 1, left)
  putHex(input, 33, right)
  return sha256Hex(input)
}

/** `peaks` are those of the first `size` leaves. Answers every complete part that the new leaves finish, and the new peaks. */
export async function growTree(
  size: number,
  peaks: readonly Hash[],
  leaves: readonly Hash[],
): Promise<{ readonly nodes: TreeNode[]; readonly peaks: Hash[] }> {
  const nodes: TreeNode[] = []
  const stack = [...peaks]
  for (const [i, leaf] of leaves.entries()) {
    let at: TreeNode = { level: 0, index: size + i, hash: leaf }
    nodes.push(at)
    // An odd place is a right child: its left sibling is the last peak.
    while (at.index % 2 === 1) {
      const left = stack.pop()
      if (left === undefined) throw new Error(`${peaks.length} peaks are too few for a tree of ${size}`)
      at = { level: at.level + 1, index: (at.index - 1) / 2, hash: await nodeHash(left, at.hash) }
      nodes.push(at)
    }
    stack.push(at.hash)
  }
  return { nodes, peaks: stack }
}

/** The root of the tree, or of any part of it, from its complete parts, largest first. */
export async function rootOf(peaks: readonly Hash[]): Promise<Hash> {
  let root: Hash | undefined
  for (const peak of peaks.toReversed()) root = root === undefined ? peak : await nodeHash(peak, root)
  return root ?? EMPTY_ROOT
}

function putHex(target: Uint8Array, from: number, hash: Hash): void {
  if (!isHash(hash)) throw new Error(`“${hash}” is no SHA-256 in lower-case hex`)
  for (let i = 0; i < 32; i += 1) target[from + i] = Number.parseInt(hash.slice(2 * i, 2 * i + 2), 16)
}
