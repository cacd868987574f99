/** Merkle trees and their proofs against values computed by the recursion of RFC 9162 and by a second, iterative implementation. */
import { describe, expect, it } from 'vitest'
import { growTree, leafHash, rootOf, type Hash, type NodeAt } from '../../worker/log/merkle.ts'
import { consistencyRanges, coverOf, hashesOf, inclusionRanges } from '../../worker/log/proofs.ts'
import { verifyConsistency, verifyInclusion } from '../../worker/log/verifyProofs.ts'
import { expectGolden, loadGolden, type GoldenCase } from '../support/golden.ts'

const cases = loadGolden('audit').cases
const of = (method: string): readonly GoldenCase[] => cases.filter((golden) => golden.method === method)

/** Guarantee: the file's own shapes, which its convention states. */
const inputOf = <T>(golden: GoldenCase): T => golden.input as T

const bytesOf = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (two) => Number.parseInt(two, 16))

it('knows the method of every case in the file', () => {
  expect([...new Set(cases.map((golden) => golden.method))].sort()).toEqual([
    'merkleTree',
    'verifyConsistency',
    'verifyInclusion',
  ])
  expect(cases.length).toBeGreaterThan(20)
})

describe('merkleTree', () => {
  it.each(of('merkleTree'))('$id: $label', async (golden) => {
    const entries = inputOf<{ leaves: string[] }>(golden).leaves.map(bytesOf)
    const leaves = await Promise.all(entries.map(leafHash))
    const size = leaves.length
    const { nodes, peaks } = growTree(0, [], leaves)
    const kept = new Map(nodes.map(({ level, index, hash }) => [`${level}/${index}`, hash]))
    const read = (parts: readonly NodeAt[]): Promise<Hash[]> =>
      Promise.resolve(parts.map(({ level, index }) => kept.get(`${level}/${index}`) ?? 'missing'))
    const rootAt = async (n: number): Promise<Hash> => rootOf(await read(coverOf([0, n])))
    // A large tree states some of its proofs only.
    const stated = golden.expected as { inclusion: { index: number }[]; consistency: { first: number }[] }
    const inclusion = await Promise.all(
      stated.inclusion.map(async ({ index }) => ({
        index,
        leafHash: leaves[index],
        proof: await hashesOf(inclusionRanges(index, size), read),
      })),
    )
    const consistency = await Promise.all(
      stated.consistency.map(async ({ first }) => ({
        first,
        firstRoot: await rootAt(first),
        proof: await hashesOf(consistencyRanges(first, size), read),
      })),
    )
    expectGolden(golden, { size, root: rootOf(peaks), inclusion, consistency })
    expect(await rootAt(size)).toBe(rootOf(peaks))
    const root = await rootAt(size)
    for (const [index, leaf] of leaves.entries()) {
      const claim = { index, size, leafHash: leaf, proof: await hashesOf(inclusionRanges(index, size), read), root }
      expect(verifyInclusion(claim)).toBe(true)
      expect(verifyInclusion({ ...claim, index: index ^ 1 })).toBe(false)
      const proof = await hashesOf(consistencyRanges(index, size), read)
      const held = { first: index, second: size, firstRoot: await rootAt(index), secondRoot: root, proof }
      expect(verifyConsistency(held)).toBe(true)
      expect(verifyConsistency({ ...held, firstRoot: leaf === held.firstRoot ? root : leaf })).toBe(size === index)
    }
  })

  it.each(of('merkleTree'))('$id grows to the same root however it is cut into pages', async (golden) => {
    const leaves = await Promise.all(inputOf<{ leaves: string[] }>(golden).leaves.map((l) => leafHash(bytesOf(l))))
    for (const page of [1, 2, 3, 5]) {
      let peaks: Hash[] = []
      for (let at = 0; at < leaves.length; at += page) ({ peaks } = growTree(at, peaks, leaves.slice(at, at + page)))
      expectGolden(golden, { root: rootOf(peaks), size: leaves.length }, { root: rootIn(golden) })
    }
  })
})

const rootIn = (golden: GoldenCase): string => (golden.expected as { root: string }).root

describe('verifyInclusion', () => {
  it.each(of('verifyInclusion'))('$id: $label', async (golden) => {
    expectGolden(golden, { valid: verifyInclusion(inputOf(golden)) })
  })
  it('refuses what is no hash', async () => {
    const [good] = of('verifyInclusion')
    const input = inputOf<Parameters<typeof verifyInclusion>[0]>(
      good ?? { id: '', input: {}, expected: {}, convention: '' },
    )
    expect(verifyInclusion({ ...input, proof: input.proof.map((p) => p.toUpperCase()) })).toBe(false)
    expect(verifyInclusion({ ...input, index: input.index + 0.5 })).toBe(false)
  })
})

describe('verifyConsistency', () => {
  it.each(of('verifyConsistency'))('$id: $label', async (golden) => {
    expectGolden(golden, { valid: verifyConsistency(inputOf(golden)) })
  })
})
