/**
 * Hashes of a Merkle tree, and growing one leaf by leaf.
 *
 * Idea: the hashes of treeHash.ts, in hex; the tree of nothing = SHA-256(""); a tree is
 * split at the largest power of two below its size, so its complete parts ("peaks", largest first) never change again
 * and are all one needs to add leaves or to have the root. Source: RFC 9162 §2.1.1. Hashes are 64 lower-case hex
 * digits. Complexity: growing by n leaves costs fewer than 2n hashes, a root one per peak.
 *
 * @example rootOf(growTree(0, [], [leafHash('a')]).peaks)
 */
import { bytesOf, hexOf, leafBytes, nodeBytes } from './treeHash.ts'

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

export const leafHash = (entry: string | Uint8Array): Hash => hexOf(leafBytes(entry))

export const nodeHash = (left: Hash, right: Hash): Hash => hexOf(nodeBytes(bytesOf(left), bytesOf(right)))

/** `peaks` are those of the first `size` leaves. Answers every complete part that the new leaves finish, and the new peaks. */
export function growTree(
  size: number,
  peaks: readonly Hash[],
  leaves: readonly Hash[],
): { readonly nodes: TreeNode[]; readonly peaks: Hash[] } {
  const nodes: TreeNode[] = []
  const stack = [...peaks]
  for (const [i, leaf] of leaves.entries()) {
    let at: TreeNode = { level: 0, index: size + i, hash: leaf }
    nodes.push(at)
    // An odd place is a right child: its left sibling is the last peak.
    while (at.index % 2 === 1) {
      const left = stack.pop()
      if (left === undefined) throw new Error(`${peaks.length} peaks are too few for a tree of ${size}`)
      at = { level: at.level + 1, index: (at.index - 1) / 2, hash: nodeHash(left, at.hash) }
      nodes.push(at)
    }
    stack.push(at.hash)
  }
  return { nodes, peaks: stack }
}

/** The root of the tree, or of any part of it, from its complete parts, largest first. */
export function rootOf(peaks: readonly Hash[]): Hash {
  let root: Hash | undefined
  for (const peak of peaks.toReversed()) root = root === undefined ? peak : nodeHash(peak, root)
  return root ?? EMPTY_ROOT
}
