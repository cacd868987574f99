/** Bucket numbers that keep the order of the values: a larger value never gets a smaller bucket.
 * Two maps are tried on a strided sample and the one that spreads it better is used: linear between minimum and maximum
 * (uniform-like data), or along the bits of the double, which is nearly logarithmic (skewed data, outliers, 1e-9 … 1e9).
 * Surprise: the choice affects speed alone, never the order. O(n). */
import { HIGH_WORD, LOW_WORD } from './doubleWords.ts'
import type { Extremes } from './unrolledSums.ts'

/** Local copies, which V8 folds into the loops (see lnNormal.ts). */
const HIGH = HIGH_WORD
const LOW = LOW_WORD
const SAMPLE = 512
const one = new Float64Array(1)
const oneWords = new Uint32Array(one.buffer)

/** Below this the sample costs more than a better spread saves. */
const WORTH_SAMPLING = 4096

/** One bucket in [0, buckets) per value; buckets ≤ 65536. */
export function firstKeys(x: Float64Array, buckets: number, { min, max }: Extremes): Uint16Array {
  const n = x.length
  const keys = new Uint16Array(n)
  const scale = (buckets - 0.5) / (max - min)
  if (!(scale > 0 && scale < Infinity)) return keys
  const floor = min < 0 || n < WORTH_SAMPLING ? 0 : smallestPositive(x)
  if (floor > 0 && bitsSpreadBetter(x, min, max, floor)) fillByBits(x, floor, max, buckets, keys)
  else fillLinearly(x, min, scale, keys)
  return keys
}

function fillLinearly(x: Float64Array, min: number, scale: number, keys: Uint16Array): void {
  for (let i = 0; i < x.length; i++) keys[i] = (x[i] - min) * scale
}

/** Zero: bucket 0. Positive: buckets 1 and up along the bits, everything under the floor sharing bucket 1. */
function fillByBits(x: Float64Array, floor: number, max: number, buckets: number, keys: Uint16Array): void {
  const words = new Uint32Array(x.buffer, x.byteOffset, 2 * x.length)
  const base = bitsOf(floor)
  const scale = (buckets - 1.5) / Math.max(1, bitsOf(max) - base)
  for (let i = 0; i < x.length; i++) {
    const steps = (words[2 * i + HIGH] * 4294967296 + words[2 * i + LOW] - base) * scale
    keys[i] = x[i] > 0 ? (steps > 0 ? steps + 1 : 1) : 0
  }
}

/** A quarter of the sample's smallest positive value: few values of the column lie below it. 0 when there is none. */
function smallestPositive(x: Float64Array): number {
  let smallest = Infinity
  const stride = Math.max(1, Math.floor(x.length / SAMPLE))
  for (let i = 0; i < x.length; i += stride) {
    const value = x[i]
    if (value > 0 && value < smallest) smallest = value
  }
  return smallest === Infinity ? 0 : smallest / 4
}

function bitsSpreadBetter(x: Float64Array, min: number, max: number, floor: number): boolean {
  const stride = Math.max(1, Math.floor(x.length / SAMPLE))
  const cells = 2 * SAMPLE
  const seen = new Uint8Array(2 * cells)
  const linear = (cells - 1) / (max - min)
  const base = bitsOf(floor)
  const logarithmic = (cells - 1) / Math.max(1, bitsOf(max) - base)
  let hitsLinear = 0
  let hitsBits = 0
  for (let i = 0; i < x.length; i += stride) {
    const value = x[i]
    const cell = Math.floor((value - min) * linear)
    if (seen[cell] === 0) hitsLinear++
    seen[cell] = 1
    const bitCell = cells + Math.max(0, Math.floor((bitsOf(value) - base) * logarithmic))
    if (seen[bitCell] === 0) hitsBits++
    seen[bitCell] = 1
  }
  return hitsBits > hitsLinear
}

/** The bits of a non-negative double as a number: increasing in x. */
function bitsOf(x: number): number {
  one[0] = x
  return oneWords[HIGH] * 4294967296 + oneWords[LOW]
}
