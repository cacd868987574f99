/** The portable functions against exact values (data/kernels.py is their recipe): each is within the error that its own comment states. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { chiSquareSurvival } from '../../worker/engine/numeric/chiSquareSurvival.ts'
import { expMinusOne } from '../../worker/engine/numeric/expMinusOne.ts'
import { ln } from '../../worker/engine/numeric/ln.ts'
import { lnNormal } from '../../worker/engine/numeric/lnNormal.ts'
import { lnOnePlus } from '../../worker/engine/numeric/lnOnePlus.ts'
import { normalTail, normalTwoSided } from '../../worker/engine/numeric/normalTail.ts'
import { portableExp } from '../../worker/engine/numeric/portableExp.ts'
import { powerOfTwoBelow } from '../../worker/engine/numeric/powerOfTwoBelow.ts'
import { powerTerm } from '../../worker/engine/numeric/powerTerm.ts'
import { studentTwoSided } from '../../worker/engine/numeric/studentTail.ts'
import { read } from '../support/sources.ts'
import { distance, ulpAt } from '../support/ulp.ts'

type Row = readonly number[]
const table = JSON.parse(readFileSync(new URL('data/kernels.json', import.meta.url), 'utf8')) as Record<string, Row[]>

interface Kernel {
  readonly file: string
  readonly of: (a: number, b: number) => number
  /** Rows of the table; its own name unless told. */
  readonly rows?: readonly string[]
  readonly ulp: number
  /** Absolute error that is allowed where it is the larger. */
  readonly absolute?: number
}

/** Near 1 a logarithm of additions alone has absolute, not relative precision. */
const NEAR_ONE = { rows: ['ln', 'lnNearOne'], ulp: 2.5, absolute: 2 ** -58 }
const KERNELS: Readonly<Record<string, Kernel>> = {
  ln: { file: 'ln', of: ln, ...NEAR_ONE },
  lnNormal: { file: 'lnNormal', of: lnNormal, ...NEAR_ONE },
  lnOnePlus: { file: 'lnOnePlus', of: lnOnePlus, ulp: 4.5 },
  portableExp: { file: 'portableExp', of: portableExp, ulp: 1.25 },
  expMinusOne: { file: 'expMinusOne', of: expMinusOne, ulp: 4.5 },
  powerTerm: { file: 'powerTerm', of: (r, alpha) => powerTerm(r - 1, r, alpha), ulp: 200 },
  normalTail: { file: 'normalTail', of: normalTail, ulp: 2000 },
  normalTwoSided: { file: 'normalTail', of: normalTwoSided, ulp: 2000 },
  chiSquareSurvival: { file: 'chiSquareSurvival', of: chiSquareSurvival, ulp: 150 },
  studentTwoSided: { file: 'studentTail', of: studentTwoSided, ulp: 1500 },
}

/** What lnNormal leaves to ln. */
const isNormal = (x: number): boolean => x >= 2 ** -1022

/** The largest error as a share of what is allowed. */
function worst(name: string, { of, rows = [name], ulp, absolute = 0 }: Kernel): number {
  let share = 0
  for (const row of rows.flatMap((key) => table[key] ?? [])) {
    const [high = NaN, low = NaN] = row.slice(-2)
    const [a = NaN, b = NaN] = row.slice(0, -2)
    if (name === 'lnNormal' && !isNormal(a)) continue
    const off = distance(of(a, b), high, low) / Math.max(ulp * ulpAt(high), absolute)
    share = Math.max(share, Number.isNaN(off) ? Infinity : off)
  }
  return share
}

describe.each(Object.entries(KERNELS))('%s', (name, kernel) => {
  it('is within its stated error at every point of the table', () => {
    const points = (kernel.rows ?? [name]).reduce((sum, key) => sum + (table[key] ?? []).length, 0)
    expect(points).toBeGreaterThan(80)
    expect(worst(name, kernel)).toBeLessThanOrEqual(1)
  })

  it('is not far better than stated: the table holds points where the error shows', () => {
    expect(worst(name, kernel)).toBeGreaterThan(0.5)
  })

  it('states that error in its comment', () => {
    const comment = read(`worker/engine/numeric/${kernel.file}.ts`).replaceAll(/\s*\n \* /g, ' ')
    expect(comment).toContain(`within ${kernel.ulp.toLocaleString('en')} ulp`)
  })
})

it('every row of the table is held against a function', () => {
  expect(Object.keys(table).filter((key) => !Object.keys(KERNELS).includes(key))).toEqual(['lnNearOne'])
})

it('the table itself agrees with the host to the last bit or its neighbour', () => {
  for (const [x = NaN, high = NaN, low = NaN] of [...(table['ln'] ?? []), ...(table['lnNearOne'] ?? [])])
    expect(distance(Math.log(x), high, low)).toBeLessThanOrEqual(ulpAt(high))
  for (const [x = NaN, high = NaN, low = NaN] of table['portableExp'] ?? [])
    expect(distance(Math.exp(x), high, low)).toBeLessThanOrEqual(ulpAt(high))
  for (const row of Object.values(table).flat()) {
    const [high = NaN, low = NaN] = row.slice(-2)
    expect(Math.abs(low)).toBeLessThanOrEqual(ulpAt(high) / 2)
  }
})

describe('powerOfTwoBelow', () => {
  it('is exact for every exponent, on both sides of each power', () => {
    let power = 2 ** -1022
    for (let k = -1022; k <= 1023; k += 1) {
      expect(powerOfTwoBelow(power)).toBe(power)
      expect(powerOfTwoBelow(power * (2 - Number.EPSILON))).toBe(power)
      power *= 2
    }
    expect(powerOfTwoBelow(5e-324)).toBe(2 ** -1022)
    expect(powerOfTwoBelow(10)).toBe(8)
  })
})
