/** Natural logarithm from additions and products alone, so every JavaScript engine returns the same bits (ECMAScript
 * leaves Math.log's last bits open). Surprise: in hot loops it is also faster, being inlined instead of called.
 * Idea: x = 2^k·z, 11/16 ≤ z < 11/8; ln z = ln c + ln(1 + r) with c the centre of one of 128 cells and |r| ≤ 2⁻⁸.
 * Source: the table method of Tang, "Table-driven implementation of the logarithm function" (1990), own tables.
 * Error: within 2.5 ulp where |ln x| ≥ 2⁻⁷, below that 2⁻⁵⁸ at most (near 1 take lnOnePlus). Edge policy: for finite x ≥ 2⁻¹⁰²² only (no subnormals: a branch
 * for them would keep the function from being inlined); callers check the domain. O(1). `lnNormal(1)` is exactly 0. */
import { HIGH_WORD } from './doubleWords.ts'

/** A local copy: V8 folds a module's own constant into the loop, an imported one it loads each time (three times slower). */
const HIGH = HIGH_WORD
const CELLS = 128
const CELL_BITS = 13
const LN2 = 0.6931471805599453
/** High word of 11/16, where the first cell begins: cells then straddle 1 and logarithms near 0 keep their digits. */
const ORIGIN = 0x3fe60000
const scratch = new Float64Array(1)
const words = new Int32Array(scratch.buffer)
/** 2^(1023 − i): brings x to z by one exact product. */
const powers = buildPowers()
/** Per cell c, 1/c, ln c; computed with the atanh series, so no platform function enters. */
const cells = buildCells()

export function lnNormal(x: number): number {
  scratch[0] = x
  const offset = (words[HIGH] - ORIGIN) | 0
  const k = offset >> 20
  const cell = ((offset >> CELL_BITS) & (CELLS - 1)) * 3
  const r = (x * powers[k + 1023] - cells[cell]) * cells[cell + 1]
  return k * LN2 + (cells[cell + 2] + lnOfOnePlus(r))
}

/** ln(1 + r) for |r| ≤ 2⁻⁸. */
function lnOfOnePlus(r: number): number {
  return r + r * r * (r * (1 / 3 + r * (-0.25 + r * (0.2 - r * (1 / 6)))) - 0.5)
}

function buildPowers(): Float64Array {
  const table = new Float64Array(2048)
  table[1023] = 1
  for (let i = 1022; i > 0; i--) table[i] = table[i + 1] * 2
  for (let i = 1024; i < 2048; i++) table[i] = table[i - 1] / 2
  return table
}

function buildCells(): Float64Array {
  const table = new Float64Array(CELLS * 3)
  for (let i = 0; i < CELLS; i++) {
    words[1 - HIGH] = 0
    words[HIGH] = ORIGIN + (i << CELL_BITS) + (1 << (CELL_BITS - 1))
    const c = scratch[0]
    table[i * 3] = c
    table[i * 3 + 1] = 1 / c
    table[i * 3 + 2] = lnByAtanh(c)
  }
  // 1 lies on the edge of a cell: that cell's ln c is what makes ln 1 exactly 0.
  const atOne = ((0x3ff00000 - ORIGIN) >> CELL_BITS) * 3
  table[atOne + 2] = -lnOfOnePlus((1 - table[atOne]) * table[atOne + 1])
  return table
}

/** 2·atanh(s), s = (c − 1)/(c + 1), |s| ≤ 3/16: Horner from the smallest term. */
function lnByAtanh(c: number): number {
  const s = (c - 1) / (c + 1)
  const square = s * s
  let series = 0
  for (let k = 27; k >= 1; k -= 2) series = series * square + 1 / k
  return 2 * s * series
}
