/** Faults of the normalisation: its options, its scale, and what it needs from every leaf. */
import type { CompositeMethod } from '../composite.types.ts'
import { NORMALISATIONS, normalisationFacts } from '../normalise/catalogue.ts'
import type { IndexedFramework, LeafSpec } from '../tree/indexTree.ts'
import type { Faults } from './faults.ts'
import { isFiniteNumber, isRecord } from './shapes.ts'

const BOUNDED = NORMALISATIONS.filter((kind) => normalisationFacts(kind).takesBounds)

/** Edge policy: only minmax and efficacy take goalposts or explicit bounds; `target` needs a target on every leaf,
 * `distanceToTarget` a single number; a leaf without direction needs `target` and a range. O(leaves).
 * Anchors are a floor and a single target, the target on the better side.
 * Example: `bounds: 'goalposts'` with `zscore` adds `method.bounds: not-applicable`. */
export function checkNormalisation(method: CompositeMethod, framework: IndexedFramework, faults: Faults): void {
  const { normalisation: kind, normalisationOptions: options = {}, scale = 100 } = method
  for (const leaf of framework.leaves) checkLeaf(kind, leaf, faults)
  checkBounds(method, framework, faults)
  checkScale(scale, faults)
  const path = 'method.normalisationOptions'
  if (options.ties !== undefined && options.ties !== 'average' && options.ties !== 'min')
    faults.add(`${path}.ties`, 'unknown-option', 'must be one of average, min')
  if (options.mean !== undefined && !isFiniteNumber(options.mean))
    faults.add(`${path}.mean`, 'out-of-range', 'must be a finite number')
  if (options.sd !== undefined && !(isFiniteNumber(options.sd) && options.sd > 0))
    faults.add(`${path}.sd`, 'out-of-range', 'must be a finite number above 0')
  if (options.floor !== undefined && !(isFiniteNumber(options.floor) && options.floor >= 0 && options.floor < 1))
    faults.add(`${path}.floor`, 'out-of-range', 'must be at least 0 and below 1')
}

function checkLeaf(kind: CompositeMethod['normalisation'], leaf: LeafSpec, faults: Faults): void {
  const range = typeof leaf.target === 'object'
  const { target, fit } = normalisationFacts(kind)
  if (target === 'any' && leaf.target === undefined)
    faults.add('method.normalisation', 'missing-target', `${kind} needs a target for ${leaf.code}`)
  if (target === 'number' && (leaf.target === undefined || range))
    faults.add('method.normalisation', 'missing-target', `${kind} needs a single target for ${leaf.code}`)
  if (leaf.sign === 0 && fit !== 'target')
    faults.add('method.normalisation', 'missing-direction', `${kind} needs the direction of ${leaf.code}`)
}

function checkBounds(method: CompositeMethod, framework: IndexedFramework, faults: Faults): void {
  const { bounds = 'sample', normalisation } = method
  if (bounds === 'sample' || bounds === 'pooled') return
  if (!normalisationFacts(normalisation).takesBounds) {
    faults.add(
      'method.bounds',
      'not-applicable',
      `only ${BOUNDED.join(' and ')} take goalposts, anchors or explicit bounds, not ${normalisation}`,
    )
    return
  }
  if (bounds === 'goalposts') {
    for (const leaf of framework.leaves)
      if (leaf.goalposts === undefined)
        faults.add('method.bounds', 'missing-goalposts', `goalposts are missing for ${leaf.code}`)
    return
  }
  if (bounds === 'anchors') {
    for (const leaf of framework.leaves)
      if (leaf.anchors === undefined)
        faults.add('method.bounds', 'missing-anchors', `anchors are missing for ${leaf.code}`)
    return
  }
  if (!isRecord(bounds)) {
    faults.add(
      'method.bounds',
      'unknown-option',
      'must be sample, pooled, goalposts, anchors, or [lo, hi] by indicator',
    )
    return
  }
  const known = new Set(framework.leaves.map((leaf) => leaf.code))
  for (const [code, pair] of Object.entries(bounds)) {
    if (!known.has(code))
      faults.add(`method.bounds.${code}`, 'unknown-indicator', 'no indicator of the framework has this code')
    else if (!isRising(pair)) faults.add(`method.bounds.${code}`, 'bad-bounds', 'must be [lo, hi] with lo < hi')
  }
  for (const code of known)
    if (!Object.hasOwn(bounds, code))
      faults.add(`method.bounds.${code}`, 'missing-bounds', 'every indicator needs [lo, hi]')
}

function checkScale(scale: unknown, faults: Faults): void {
  if (Array.isArray(scale)) {
    if (!isRising(scale) || scale[0] < 0)
      faults.add('method.scale', 'out-of-range', 'must be [lo, hi] with 0 ≤ lo < hi')
  } else if (!(isFiniteNumber(scale) && scale > 0)) {
    faults.add('method.scale', 'out-of-range', 'must be a finite number above 0, or [lo, hi]')
  }
}

function isRising(pair: unknown): pair is readonly [number, number] {
  if (!Array.isArray(pair) || pair.length !== 2) return false
  const [lo, hi] = pair as readonly unknown[]
  return isFiniteNumber(lo) && isFiniteNumber(hi) && lo < hi
}
