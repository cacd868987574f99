/** The generator's bytes are part of the method: fixed vectors, made by an independent integer implementation. */
import { describe, expect, it } from 'vitest'
import { gammaDeviate, normalDeviate } from '../../../../worker/engine/numeric/deviates.ts'
import { portableExp } from '../../../../worker/engine/numeric/portableExp.ts'
import { RandomStream, requireSeed } from '../../../../worker/engine/numeric/random.ts'
import { EngineInputError } from '../../../../worker/engine/types.ts'

function bitsOf(stream: RandomStream, count: number): number[] {
  return Array.from({ length: count }, () => stream.bits())
}

describe('RandomStream', () => {
  it('is xoshiro128**: the first ten words from state 1, 2, 3, 4', () => {
    expect(bitsOf(RandomStream.fromState([1, 2, 3, 4]), 10)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ])
  })

  it.each([
    [[0], [3272501113, 3322224540, 1301379707, 85882257], 0.7619385404401695],
    [[1], [1737497562, 2296182441, 1285136130, 3225237111], 0.40454267363713403],
    [[20241026], [900240984, 775600022, 1518074931, 2769637109], 0.20960368350582903],
    [[20241026, 7], [2112473134, 2089802181, 1319140688, 3712908590], 0.49184847985632707],
    [[9007199254740991, 1, 2], [1335466546, 2024063725, 1487381707, 2882823013], 0.3109375348036293],
  ] as [[number, ...number[]], number[], number][])(
    'gives stream %j its fixed words and double',
    (path, words, first) => {
      expect(bitsOf(new RandomStream(...path), 4)).toEqual(words)
      expect(new RandomStream(...path).uniform()).toBe(first)
      const reused = new RandomStream(99)
      reused.bits()
      reused.restart(...path)
      expect(bitsOf(reused, 4)).toEqual(words)
    },
  )

  it('keeps streams apart: a longer path, another order, another seed', () => {
    const paths: [number, ...number[]][] = [[5], [5, 0], [5, 0, 0], [5, 1], [5, 1, 2], [5, 2, 1], [6], [4294967296 + 5]]
    expect(new Set(paths.map((path) => bitsOf(new RandomStream(...path), 2).join())).size).toBe(paths.length)
  })

  it('fills [0, 1) and below(n) evenly', () => {
    const random = new RandomStream(11)
    const counts = new Float64Array(10)
    for (let i = 0; i < 100_000; i += 1) {
      const at = random.below(10)
      counts[at] = (counts[at] ?? 0) + 1
    }
    // χ² with 9 degrees of freedom: 27.9 is its 99.9 % point.
    expect(counts.reduce((chi, c) => chi + (c - 10_000) ** 2 / 10_000, 0)).toBeLessThan(27.9)
  })

  it('shuffles every order of four equally often', () => {
    const random = new RandomStream(12)
    const counts = new Map<string, number>()
    for (let i = 0; i < 24_000; i += 1) {
      const items = Float64Array.of(1, 2, 3, 4)
      random.shuffle(items)
      counts.set(items.join(), (counts.get(items.join()) ?? 0) + 1)
    }
    expect(counts.size).toBe(24)
    // χ² with 23 degrees of freedom: 49.7 is its 99.9 % point.
    expect([...counts.values()].reduce((chi, c) => chi + (c - 1000) ** 2 / 1000, 0)).toBeLessThan(49.7)
  })

  it.each([-1, 0.5, Number.NaN, Infinity, 2 ** 53])('refuses the seed %s', (seed) => {
    expect(() => new RandomStream(seed)).toThrow(EngineInputError)
    expect(() => requireSeed(seed)).toThrow(/^seed: /)
  })
})

describe('deviates', () => {
  it('have the moments of their distributions', () => {
    const random = new RandomStream(21)
    const size = 40_000
    const moments = (draw: () => number) => {
      const x = Array.from({ length: size }, draw)
      const mean = x.reduce((a, b) => a + b, 0) / size
      return [mean, x.reduce((a, b) => a + (b - mean) ** 2, 0) / size] as const
    }
    const [mean, variance] = moments(() => normalDeviate(random))
    // Five standard errors: √(1/n) for the mean, √(2/n) for the variance.
    expect(Math.abs(mean)).toBeLessThan(0.025)
    expect(Math.abs(variance - 1)).toBeLessThan(0.036)
    for (const shape of [0.3, 1, 2.5, 40]) {
      const [m, v] = moments(() => gammaDeviate(random, shape))
      expect(Math.abs(m - shape)).toBeLessThan(5 * Math.sqrt(shape / size))
      expect(Math.abs(v / shape - 1)).toBeLessThan(5 * Math.sqrt((2 + 6 / shape) / size))
    }
    expect(gammaDeviate(random, 0)).toBe(0)
  })

  it('are the same bytes everywhere: first draws that agree with 30-digit arithmetic to the last bit or its neighbour', () => {
    expect(normalDeviate(new RandomStream(20241026))).toBe(-1.1707517406607404)
    expect(gammaDeviate(new RandomStream(20241026), 0.5)).toBe(0.2802880036255736)
    expect(gammaDeviate(new RandomStream(20241026), 3)).toBe(1.1753282419995623)
  })
})

describe('portableExp', () => {
  it.each([
    [-700, 9.85967654375977e-305],
    [-1, 0.36787944117144233],
    [-0.3, 0.7408182206817179],
    [0, 1],
    [0.2, 1.2214027581601699],
    [1, 2.718281828459045],
    [5.5, 244.69193226422038],
    [700, 1.0142320547350045e304],
  ])('e^%s', (x, expected) => {
    expect(Math.abs(portableExp(x) / expected - 1)).toBeLessThan(1e-15)
  })

  it('ends where doubles end', () => {
    expect([portableExp(710), portableExp(-746), portableExp(-Infinity), portableExp(Number.NaN)]).toEqual([
      Infinity,
      0,
      0,
      Number.NaN,
    ])
    expect(portableExp(-745)).toBe(5e-324)
  })
})
