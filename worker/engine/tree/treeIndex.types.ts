/** A tree as flat arrays: nodes in pre-order (root = 0, a child after its parent), leaves in the order of the request. */
export interface TreeIndex {
  readonly codes: readonly string[]
  /** −1 for the root. */
  readonly parent: Int32Array
  readonly depth: Int32Array
  /** Children of node v are children[childStart[v]] … children[childStart[v + 1] − 1]. */
  readonly childStart: Int32Array
  readonly children: Int32Array
  /** Leaf number of a node, −1 when it has children. */
  readonly leafOf: Int32Array
  readonly nodeOfLeaf: Int32Array
}
