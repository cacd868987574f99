/**
 * The engine's only source of chance: xoshiro128** with seeds spread over independent streams.
 *
 * Idea: 32-bit integer arithmetic alone, so that the same seed gives the same bytes in every JavaScript engine. A
 * stream is named by a seed and a path of whole numbers (replicate, choice, …): its four state words are stirred out
 * of all of them, so one stream never depends on how much another has drawn.
 * Source: Blackman and Vigna, "Scrambled linear pseudorandom number generators" (2021), xoshiro128**; stirring with
 * MurmurHash3's 32-bit finaliser (Appleby); doubles take 53 bits, (a·2²⁶ + b)·2⁻⁵³.
 * Edge policy: a seed must be a whole number from 0 to 2⁵³ − 1, anything else throws EngineInputError at `seed`.
 * Complexity: O(1) a draw, no allocation.
 *
 * @example new RandomStream(20241026, 7).uniform() // the first draw of replicate 7, the same everywhere
 */
import { EngineInputError } from '../types.ts'

export class RandomStream {
  #a = 0
  #b = 0
  #c = 0
  #d = 0

  constructor(seed: number, ...path: readonly number[]) {
    requireSeed(seed)
    this.restart(seed, ...path)
  }

  /** A generator with exactly these four state words, for comparison with the published algorithm. */
  static fromState(state: readonly [number, number, number, number]): RandomStream {
    const stream = new RandomStream(0)
    stream.#set(...state)
    return stream
  }

  /** Becomes the stream of this seed and path, reusing the object. */
  restart(seed: number, ...path: readonly number[]): void {
    this.#set(0x243f6a88, 0x85a308d3 | 0, 0x13198a2e, 0x03707344)
    this.#stir(seed | 0)
    this.#stir(Math.floor(seed / 4294967296) | 0)
    for (const word of path) this.#stir(word | 0)
    this.#stir(path.length)
    if ((this.#a | this.#b | this.#c | this.#d) === 0) this.#a = 1
  }

  /** 32 uniform bits as a whole number from 0 to 2³² − 1. */
  bits(): number {
    const result = Math.imul(rotate(Math.imul(this.#b, 5), 7), 9) >>> 0
    const t = this.#b << 9
    this.#c ^= this.#a
    this.#d ^= this.#b
    this.#b ^= this.#c
    this.#a ^= this.#d
    this.#c ^= t
    this.#d = rotate(this.#d, 11)
    return result
  }

  /** Uniform on [0, 1), a multiple of 2⁻⁵³. */
  uniform(): number {
    const high = this.bits() >>> 5
    const low = this.bits() >>> 6
    return (high * 67108864 + low) / 9007199254740992
  }

  /** A whole number from 0 to n − 1; the bias, n·2⁻⁵³ at most, is far below what any number of runs could show. */
  below(n: number): number {
    return Math.floor(this.uniform() * n)
  }

  /** Puts the items in a uniformly random order, in place (Fisher–Yates). */
  shuffle(items: Float64Array): void {
    for (let i = items.length - 1; i > 0; i -= 1) {
      const j = this.below(i + 1)
      const kept = items[i]
      items[i] = items[j]
      items[j] = kept
    }
  }

  #set(a: number, b: number, c: number, d: number): void {
    this.#a = a | 0
    this.#b = b | 0
    this.#c = c | 0
    this.#d = d | 0
  }

  /** Each word passes through all four lanes twice, so every bit of it reaches every bit of the state. */
  #stir(word: number): void {
    this.#a = finalise(this.#a ^ word ^ this.#d)
    this.#b = finalise((this.#b + this.#a) | 0)
    this.#c = finalise(this.#c ^ this.#b)
    this.#d = finalise((this.#d + this.#c) | 0)
    this.#a = finalise(this.#a ^ this.#d)
  }
}

export function requireSeed(seed: number): void {
  if (Number.isSafeInteger(seed) && seed >= 0) return
  const message = `a seed is a whole number from 0 to ${Number.MAX_SAFE_INTEGER}, not ${String(seed)}`
  throw new EngineInputError([{ path: 'seed', code: 'bad-seed', message }])
}

function rotate(x: number, by: number): number {
  return (x << by) | (x >>> (32 - by))
}

function finalise(x: number): number {
  let h = x
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}
