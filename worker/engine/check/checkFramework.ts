/** Faults of a framework: codes, shape, directions, weights, targets, goalposts. Depth is capped at 32 levels. */
import type { FrameworkNode } from '../types.ts'
import type { Faults } from './faults.ts'
import { isFiniteNumber, isList, isRecord } from './shapes.ts'

export const MOST_LEVELS = 32

/** Idea: one walk over the tree; every rule that a framework can break by itself, whatever the method.
 * Edge policy: a node has children or a direction, never both, never neither (a target range may stand in for a
 * direction); siblings' weights are not all 0; targets are positive; goalposts rise. O(nodes).
 * Example: `checkFramework({ code: 'R', children: [] }, faults)` adds `framework.children: empty`. */
export function checkFramework(root: FrameworkNode, faults: Faults): void {
  walk(root, 'framework', 0, new Set(), faults)
}

function walk(node: FrameworkNode, path: string, depth: number, seen: Set<string>, faults: Faults): void {
  if (!isRecord(node)) {
    faults.add(path, 'not-a-node', 'must be an object with a code')
    return
  }
  if (typeof node.code !== 'string' || node.code === '')
    faults.add(`${path}.code`, 'missing-code', 'must be a non-empty string')
  else if (seen.has(node.code)) faults.add(`${path}.code`, 'duplicate-code', `the code ${node.code} is used twice`)
  else seen.add(node.code)
  if (node.weight !== undefined && !(isFiniteNumber(node.weight) && node.weight >= 0))
    faults.add(`${path}.weight`, 'bad-weight', 'must be a finite number ≥ 0')
  if (node.children === undefined) checkLeaf(node, path, faults)
  else checkParent(node, node.children, path, depth, seen, faults)
}

function checkParent(
  node: FrameworkNode,
  children: readonly FrameworkNode[],
  path: string,
  depth: number,
  seen: Set<string>,
  faults: Faults,
): void {
  if (node.direction !== undefined)
    faults.add(`${path}.direction`, 'direction-on-parent', 'a node with children has no direction')
  if (!Array.isArray(children) || children.length === 0) {
    faults.add(`${path}.children`, 'empty', 'must list at least one node, or be left out')
    return
  }
  if (depth >= MOST_LEVELS - 1) {
    faults.add(`${path}.children`, 'too-deep', `a framework has at most ${MOST_LEVELS} levels`)
    return
  }
  if (children.every((child) => child?.weight === 0))
    faults.add(`${path}.children`, 'all-weights-zero', 'at least one child needs a weight above 0')
  children.forEach((child, i) => walk(child, `${path}.children[${i}]`, depth + 1, seen, faults))
}

function checkLeaf(node: FrameworkNode, path: string, faults: Faults): void {
  const { direction, target, goalposts, anchors } = node
  if (direction === undefined) {
    if (!Array.isArray(target))
      faults.add(`${path}.direction`, 'missing-direction', 'an indicator is "benefit" or "cost"')
  } else if (direction !== 'benefit' && direction !== 'cost') {
    faults.add(`${path}.direction`, 'bad-direction', 'must be "benefit" or "cost"')
  }
  if (Array.isArray(target)) {
    const [a, b] = target as readonly number[]
    if (target.length !== 2 || !isFiniteNumber(a) || !isFiniteNumber(b) || a < 0 || b <= 0 || a > b)
      faults.add(`${path}.target`, 'bad-target', 'a target range is [a, b] with 0 ≤ a ≤ b and b > 0')
  } else if (target !== undefined && !(isFiniteNumber(target) && target > 0)) {
    faults.add(`${path}.target`, 'bad-target', 'must be a finite number above 0')
  }
  if (goalposts !== undefined) {
    const [lo, hi] = isList(goalposts) ? Array.from(goalposts) : []
    if (!isList(goalposts) || goalposts.length !== 2 || !isFiniteNumber(lo) || !isFiniteNumber(hi) || lo >= hi)
      faults.add(`${path}.goalposts`, 'bad-goalposts', 'must be [lo, hi] with lo < hi')
  }
  if (anchors !== undefined) {
    const [floor, best] = isList(anchors) ? Array.from(anchors) : []
    if (!isList(anchors) || anchors.length !== 2 || !isFiniteNumber(floor) || !isFiniteNumber(best) || floor === best)
      faults.add(`${path}.anchors`, 'bad-anchors', 'must be [floor, target], two different finite numbers')
    else if ((direction === 'cost') !== best < floor)
      faults.add(
        `${path}.anchors`,
        'bad-anchors',
        'the target must be better than the floor: above it for a benefit, below it for a cost',
      )
  }
}
