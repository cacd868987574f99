/**
 * Which parts of the tree prove that an entry is in it, or that a later tree holds an earlier one, in the order of the proof.
 *
 * Idea: a proof is the hashes of ranges of leaves; each range is a few complete parts, which a log keeps, so a proof costs
 * O(log n) reads. Source: RFC 9162 §2.1.3.1 (inclusion), §2.1.4.1 (consistency). Indexes count from 0, ends are exclusive.
 * Edge policy: an index or size outside the tree throws; a tree of size 0 is held by every tree and needs no proof.
 *
 * @example inclusionRanges(2, 3) // [[0, 2]]
 */
import { rootOf, type Hash, type NodeAt } from './merkle.ts'
import { powerBelow } from './treeHash.ts'

export type Range = readonly [start: number, end: number]

/** From the leaf upwards. */
export function inclusionRanges(index: number, size: number): Range[] {
  if (!Number.isInteger(index) || index < 0 || index >= size) throw new Error(`no leaf ${index} in a tree of ${size}`)
  return path(index, 0, size)
}

export function consistencyRanges(first: number, size: number): Range[] {
  if (!Number.isInteger(first) || first < 0 || first > size) throw new Error(`no tree of ${first} in a tree of ${size}`)
  return first === 0 ? [] : subproof(first, 0, size, true)
}

/** The complete parts of a range that RFC 9162 cuts out, largest first. */
export function coverOf([start, end]: Range): NodeAt[] {
  const parts: NodeAt[] = []
  for (let at = start; at < end;) {
    const level = Math.floor(Math.log2(end - at))
    parts.push({ level, index: at / 2 ** level })
    at += 2 ** level
  }
  return parts
}

/** `read` answers hashes in the order asked for; it is asked once. */
export async function hashesOf(
  ranges: readonly Range[],
  read: (parts: readonly NodeAt[]) => Promise<readonly Hash[]>,
): Promise<Hash[]> {
  const covers = ranges.map(coverOf)
  const hashes = await read(covers.flat())
  let from = 0
  return covers.map((cover) => rootOf(hashes.slice(from, (from += cover.length))))
}

function path(index: number, start: number, end: number): Range[] {
  if (end - start === 1) return []
  const middle = start + powerBelow(end - start)
  return index < middle
    ? [...path(index, start, middle), [middle, end]]
    : [...path(index, middle, end), [start, middle]]
}

function subproof(first: number, start: number, end: number, isWhole: boolean): Range[] {
  if (first === end) return isWhole ? [] : [[start, end]]
  const middle = start + powerBelow(end - start)
  return first <= middle
    ? [...subproof(first, start, middle, isWhole), [middle, end]]
    : [...subproof(first, middle, end, false), [start, middle]]
}
