import { describe, expect, it } from 'vitest'
import { CompensatedSum, sum, weightedSum } from '../../../../worker/engine/numeric/sum.ts'

describe('compensated sums', () => {
  it('keeps the addend that a bare loop loses', () => {
    expect(sum([1e16, 1, -1e16])).toBe(1)
    expect(sum([1, 1e100, 1, -1e100])).toBe(2)
    expect(sum(Array.from({ length: 10 }, () => 0.1))).toBe(1)
  })

  it('is 0 for nothing and lets infinities and NaN through', () => {
    expect(sum([])).toBe(0)
    expect(sum([1, Infinity])).toBe(Infinity)
    expect(sum([-Infinity, 1])).toBe(-Infinity)
    expect(sum([Infinity, -Infinity])).toBeNaN()
    expect(sum([1.7e308, 1.7e308])).toBe(Infinity)
    expect(sum([1, Number.NaN])).toBeNaN()
  })

  it('weights each addend once', () => {
    expect(weightedSum([2, 3], [10, 1])).toBe(23)
    expect(weightedSum(new Float64Array([1e16, 1, -1e16]), [1, 3, 1])).toBe(3)
    expect(weightedSum([], [])).toBe(0)
  })

  it('accumulates in a loop to the same bits', () => {
    const values = Array.from({ length: 1000 }, (_, i) => Math.sin(i) * 10 ** (i % 17))
    const running = new CompensatedSum()
    for (const x of values) running.add(x)
    expect(running.value).toBe(sum(values))
  })
})
