/** Normal and Student tails against 40-digit arithmetic (mpmath 1.x, erfc and the regularised incomplete beta). */
import { describe, expect, it } from 'vitest'
import { normalTail, normalTwoSided } from '../../../../worker/engine/numeric/normalTail.ts'
import { studentTwoSided } from '../../../../worker/engine/numeric/studentTail.ts'

function relative(got: number, expected: number): number {
  return Math.abs(got / expected - 1)
}

describe('normal tail', () => {
  it.each([
    [0, 1],
    [1e-8, 0.9999999920211544],
    [0.1, 0.920344325445942],
    [0.5, 0.6170750774519738],
    [1, 0.3173105078629141],
    [1.959963984540054, 0.050000000000000024],
    [2.5, 0.01241933065155227],
    [2.8284271, 0.0046777353426823],
    [2.83, 0.004654800413463108],
    [4, 6.334248366623985e-5],
    [6, 1.973175290075396e-9],
    [10, 1.523970604832105e-23],
    [20, 5.5072482372124675e-89],
    [37, 1.1451142445049154e-299],
  ])('two-sided at %s', (z, p) => {
    expect(relative(normalTwoSided(z), p)).toBeLessThan(2e-13)
    expect(normalTwoSided(-z)).toBe(normalTwoSided(z))
    expect(relative(2 * normalTail(z), p)).toBeLessThan(2e-13)
    expect(normalTail(-z)).toBe(1 - normalTail(z))
  })

  it('has its limits', () => {
    expect([normalTail(Infinity), normalTail(-Infinity), normalTwoSided(50)]).toEqual([0, 1, 0])
    expect([normalTail(Number.NaN), normalTwoSided(Number.NaN)]).toEqual([Number.NaN, Number.NaN])
  })
})

describe('Student tail', () => {
  it.each([
    [0.5, 1, 0.7048327646991335],
    [12.706204736432095, 1, 0.0499999999989913],
    [1e6, 1, 6.366197723673691e-7],
    [0.1, 2, 0.9294654384141402],
    [3, 2, 0.09546596626670913],
    [2.2, 3, 0.1151719519764707],
    [1, 5, 0.3632174676491226],
    [2.5, 10, 0.031446844236608804],
    [7.855, 29, 1.1579368663781883e-8],
    [0.03, 30, 0.9762657477393542],
    [1.5, 331, 0.13456760163166304],
    [6, 331, 5.175073124518729e-9],
    [40, 331, 8.257079461719922e-129],
    [1, 1000, 0.3175524180846723],
    [0.001, 7, 0.9992300172449988],
  ])('two-sided t = %s on %s degrees', (t, degrees, p) => {
    expect(relative(studentTwoSided(t, degrees), p)).toBeLessThan(1e-12)
    expect(studentTwoSided(-t, degrees)).toBe(studentTwoSided(t, degrees))
  })

  it('has its limits', () => {
    expect([studentTwoSided(0, 4), studentTwoSided(Infinity, 4), studentTwoSided(1e200, 4)]).toEqual([1, 0, 0])
    expect([studentTwoSided(1, 0), studentTwoSided(1, 1.5), studentTwoSided(Number.NaN, 3)]).toEqual(
      Array(3).fill(Number.NaN),
    )
  })
})
