/**
 * Checks a proof against a root, with nothing else at hand.
 *
 * Source: RFC 9162 §2.1.3.2 and §2.1.4.2, step by step, independently of how proofs are made. Edge policy: a proof that is
 * too long, too short or out of range is false, as a wrong one is. Complexity: O(log n) hashes.
 *
 * @example verifyInclusion({ index: 0, size: 1, leafHash, proof: [], root: leafHash }) // true
 */
import { EMPTY_ROOT, nodeHash, type Hash } from './merkle.ts'
import { isHash } from './treeHash.ts'

export interface Inclusion {
  /** From 0. */
  readonly index: number
  readonly size: number
  readonly leafHash: Hash
  /** From the leaf upwards. */
  readonly proof: readonly Hash[]
}
export interface InclusionClaim extends Inclusion {
  readonly root: Hash
}

export const verifyInclusion = ({ root, ...inclusion }: InclusionClaim): boolean => rootOfProof(inclusion) === root

/** The root that a leaf and its proof lead to; undefined when the proof does not fit its place. */
export function rootOfProof({ index, size, leafHash, proof }: Inclusion): Hash | undefined {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return undefined
  if (![leafHash, ...proof].every(isHash)) return undefined
  let fn = index
  let sn = size - 1
  let hash = leafHash
  for (const part of proof) {
    if (sn === 0) return undefined
    if (fn % 2 === 1 || fn === sn) {
      hash = nodeHash(part, hash)
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = halved(fn, sn)
    } else hash = nodeHash(hash, part)
    ;[fn, sn] = halved(fn, sn)
  }
  return sn === 0 ? hash : undefined
}

export interface ConsistencyClaim {
  readonly first: number
  readonly second: number
  readonly firstRoot: Hash
  readonly secondRoot: Hash
  readonly proof: readonly Hash[]
}

export function verifyConsistency(claim: ConsistencyClaim): boolean {
  const { first, second, firstRoot, secondRoot, proof } = claim
  if (!Number.isInteger(first) || !Number.isInteger(second) || first < 0 || first > second) return false
  if (![firstRoot, ...proof].every(isHash)) return false
  if (first === 0) return proof.length === 0 && firstRoot === EMPTY_ROOT
  if (first === second) return proof.length === 0 && firstRoot === secondRoot
  // A complete earlier tree is itself the first part of the proof, and is left out of it.
  const [start, ...rest] = Number.isInteger(Math.log2(first)) ? [firstRoot, ...proof] : proof
  if (start === undefined) return false
  let fn = first - 1
  let sn = second - 1
  while (fn % 2 === 1) [fn, sn] = halved(fn, sn)
  let earlier = start
  let later = start
  for (const part of rest) {
    if (sn === 0) return false
    if (fn % 2 === 1 || fn === sn) {
      earlier = nodeHash(part, earlier)
      later = nodeHash(part, later)
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = halved(fn, sn)
    } else later = nodeHash(later, part)
    ;[fn, sn] = halved(fn, sn)
  }
  return sn === 0 && earlier === firstRoot && later === secondRoot
}

const halved = (a: number, b: number): [number, number] => [Math.floor(a / 2), Math.floor(b / 2)]
