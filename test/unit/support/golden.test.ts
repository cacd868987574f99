import { describe, expect, it } from 'vitest'
import type { GoldenCase } from '../../support/golden.ts'
import { goldenFaults, isAlternative, toleranceAt } from '../../support/golden.ts'

const base: GoldenCase = { id: 'x', input: {}, expected: { a: 1, b: { c: [1, null] } }, convention: 'plain' }

describe('the golden passing rule', () => {
  it('passes equal values and ignores keys that the case does not name', () => {
    expect(goldenFaults(base, { a: 1 + 9e-13, b: { c: [1, null] }, z: 5 })).toEqual([])
  })

  it('fails beyond the tolerance, on null against a number, on a missing key and on a wrong length', () => {
    expect(goldenFaults(base, { a: 1 + 2e-12, b: { c: [1, null] } })).toHaveLength(1)
    expect(goldenFaults(base, { a: 1, b: { c: [1, 0] } })).toHaveLength(1)
    expect(goldenFaults(base, { a: null, b: { c: [1, null] } })).toHaveLength(1)
    expect(goldenFaults(base, { b: { c: [1, null] } })).toHaveLength(1)
    expect(goldenFaults(base, { a: 1, b: { c: [1] } })).toHaveLength(1)
    expect(goldenFaults(base, { a: Number.NaN, b: { c: [1, null] } })).toHaveLength(1)
  })

  it('lets a key tolerance cover everything under it, the longest path first', () => {
    const golden = { ...base, keyTolerance: { b: 1e-3, 'b.c.0': 1e-6 } }
    expect(toleranceAt(golden, 'a')).toBe(1e-12)
    expect(toleranceAt(golden, 'b.d')).toBe(1e-3)
    expect(toleranceAt(golden, 'b.c.0')).toBe(1e-6)
    expect(toleranceAt({ ...golden, tolerance: 1e-9 }, 'bb')).toBe(1e-9)
  })

  it('takes an absolute tolerance where zero is expected', () => {
    const golden = { ...base, expected: { a: 0 }, absTolerance: 1e-12 }
    expect(goldenFaults(golden, { a: 1e-12 })).toEqual([])
    expect(goldenFaults(golden, { a: 2e-12 })).toHaveLength(1)
  })

  it('knows which cases bind nobody', () => {
    expect(isAlternative(base)).toBe(false)
    expect(isAlternative({ ...base, methodsKey: null })).toBe(true)
    expect(isAlternative({ ...base, convention: 'ALTERNATIVE: raw columns' })).toBe(true)
  })
})
