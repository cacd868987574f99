import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { hexOf, sha256 } from '../../../worker/engine/digest/sha256.ts'
import { sha256Hex } from '../../../worker/engine/digest/sha256Hex.ts'
import { merklePath, merkleRoot, rootOfPath } from '../../../worker/record/merkle.ts'

/** The vectors that Certificate Transparency's implementations share, for RFC 6962 and 9162 alike. */
const LEAVES = ['', '\u0000', '\u0010', ' !', '01', '@ABC', 'PQRSTUVW', '`abcdefghijklmno']
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const texts = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 40 })

describe('the tree', () => {
  it('has the roots of the published vectors', () => {
    expect(ROOTS.map((_, n) => merkleRoot(LEAVES.slice(0, n)))).toEqual(ROOTS)
  })

  it('proves every leaf of every list, and no other text at its place', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.string(), (list, seed, other) => {
        const index = seed % list.length
        const path = merklePath(list, index)
        expect(rootOfPath(list[index] ?? '', path)).toBe(merkleRoot(list))
        if (other !== list[index]) expect(rootOfPath(other, path)).not.toBe(merkleRoot(list))
        expect(path.path.length).toBeLessThanOrEqual(Math.ceil(Math.log2(list.length)))
      }),
    )
  })

  it('proves a leaf among many, and its size is counted', () => {
    const many = Array.from({ length: 1000 }, (_, i) => String(i))
    for (const index of [0, 511, 512, 998, 999]) {
      const path = merklePath(many, index)
      expect([path.size, rootOfPath(String(index), path)]).toEqual([1000, merkleRoot(many)])
    }
  })

  it('takes no path that does not fit its place', () => {
    const path = merklePath(LEAVES, 5)
    const root = merkleRoot(LEAVES)
    const wrong = [
      { ...path, index: 4 },
      { ...path, index: -1 },
      { ...path, index: 8 },
      { ...path, index: 1.5 },
      { ...path, size: 5 },
      { ...path, path: path.path.slice(1) },
      { ...path, path: [...path.path, ROOTS[0] ?? ''] },
      { ...path, path: path.path.map((h) => h.slice(1)) },
      { ...path, path: path.path.map((h) => h.toUpperCase()) },
    ]
    expect(wrong.map((w) => rootOfPath('@ABC', w)).filter((r) => r === root)).toEqual([])
    expect(() => merklePath(LEAVES, 8)).toThrow(RangeError)
    expect(() => merkleRoot(['\ud800'])).toThrow('lone surrogate')
  })
})

describe('sha256', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('stands in where a page of plain http has no WebCrypto', async () => {
    vi.stubGlobal('crypto', {})
    expect(await sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })

  it('is what the system computes, for every length around its blocks', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(hexOf(sha256(bytes))).toBe(createHash('sha256').update(bytes).digest('hex'))
      }),
    )
    for (const n of [0, 55, 56, 63, 64, 65, 119, 120, 128, 10_000])
      expect(hexOf(sha256(new Uint8Array(n).fill(7))), String(n)).toBe(
        createHash('sha256').update(new Uint8Array(n).fill(7)).digest('hex'),
      )
  })
})
