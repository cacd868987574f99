/** The portable logarithm and exponential against the platform's, which are right to the last bit or the one before. */
import { describe, expect, it } from 'vitest'
import { expMinusOne } from '../../../../worker/engine/numeric/expMinusOne.ts'
import { ln } from '../../../../worker/engine/numeric/ln.ts'
import { lnOnePlus } from '../../../../worker/engine/numeric/lnOnePlus.ts'

describe('ln', () => {
  it('is within its stated error over the whole range of doubles', () => {
    let worst = 0
    for (let i = 0; i < 200_000; i++) {
      const x = i % 2 === 0 ? Math.exp(((i * 0.6180339887) % 1) * 1400 - 700) : 0.5 + ((i * 0.6180339887) % 1.5)
      worst = Math.max(worst, Math.abs(ln(x) - Math.log(x)) / Math.max(2 ** -8, Math.abs(Math.log(x))))
    }
    expect(worst).toBeLessThan(2 ** -50)
  })

  it('is exact at 1 and right at the ends', () => {
    expect(ln(1)).toBe(0)
    for (const x of [5e-324, 2.2250738585072014e-308, Number.MAX_VALUE, 2, 0.5, 10])
      expect(ln(x)).toBeCloseTo(Math.log(x), 12)
  })
})

describe('lnOnePlus and expMinusOne', () => {
  it('keep their digits near 0 and undo each other', () => {
    for (const y of [0, 1e-300, -1e-300, 1e-20, 1e-9, -1e-9, 1e-3, -0.2, 0.24, 0.3, 0.7, 5, 100]) {
      expect(Math.abs(lnOnePlus(y) - Math.log1p(y))).toBeLessThanOrEqual(
        4e-16 * Math.max(Math.abs(Math.log1p(y)), Math.abs(y) > 0.2 ? 1 : 0),
      )
      expect(Math.abs(expMinusOne(y) - Math.expm1(y))).toBeLessThanOrEqual(2e-15 * Math.abs(Math.expm1(y)))
    }
  })
})
