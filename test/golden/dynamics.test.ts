/** Trends, convergence, coupling, obstacles, grades, density and spatial autocorrelation against other software's values. */
import { describe, expect, it } from 'vitest'
import { computeCoupling } from '../../worker/engine/computeCoupling.ts'
import { obstacleDegree } from '../../worker/engine/diagnose/obstacleDegree.ts'
import { moran } from '../../worker/engine/space/moran.ts'
import type { MoranOptions, MoranResult } from '../../worker/engine/space/moran.ts'
import { betaConvergence } from '../../worker/engine/time/betaConvergence.ts'
import { gradeTransitions } from '../../worker/engine/time/gradeTransitions.ts'
import { kernelDensity } from '../../worker/engine/time/kernelDensity.ts'
import { mannKendall } from '../../worker/engine/time/mannKendall.ts'
import { expectGolden, loadGolden } from '../support/golden.ts'
import type { GoldenCase, GoldenValue } from '../support/golden.ts'

const cases = loadGolden('dynamics').cases

function of(method: string): readonly GoldenCase[] {
  const found = cases.filter((golden) => golden.method === method)
  if (found.length === 0) throw new Error(`no golden case for ${method}`)
  return found
}

function column(golden: GoldenCase, key: string): number[] {
  return golden.input[key] as number[]
}

function rows(golden: GoldenCase, key: string): number[][] {
  return golden.input[key] as unknown as number[][]
}

it('knows the method of every case in the file', () => {
  const known = ['betaConvergence', 'coupling', 'kde', 'mannKendall', 'markov', 'moran', 'obstacle']
  expect([...new Set(cases.map((golden) => golden.method))].sort()).toEqual(known)
})

describe('mannKendall', () => {
  it.each(of('mannKendall'))('$id: $label', (golden) => {
    expectGolden(golden, mannKendall(column(golden, 'x')))
  })
})

describe('betaConvergence', () => {
  it.each(of('betaConvergence'))('$id: $label', (golden) => {
    expectGolden(golden, betaConvergence(column(golden, 'x0'), column(golden, 'x1'), golden.input['T'] as number))
  })
})

describe('computeCoupling', () => {
  it.each(of('coupling'))('$id: $label', (golden) => {
    const scores = rows(golden, 'U')
    const codes = (scores[0] ?? []).map((_, k) => `S${k}`)
    const systems = Object.fromEntries(codes.map((code, k) => [code, scores.map((area) => area[k] ?? null)]))
    const given = golden.input['weights'] as 'equal' | readonly number[]
    const weights =
      given === 'equal' ? {} : { weights: Object.fromEntries(codes.map((code, k) => [code, given[k] ?? 0])) }
    expectGolden(golden, computeCoupling({ systems, ...weights }))
  })
})

describe('obstacleDegree', () => {
  it.each(of('obstacle'))('$id: $label', (golden) => {
    const weights = column(golden, 'weights')
    expectGolden(golden, { obstacle: rows(golden, 'U').map((area) => obstacleDegree(area, weights).value) })
  })
})

describe('gradeTransitions', () => {
  it.each(of('markov'))('$id: $label', (golden) => {
    const result = gradeTransitions(rows(golden, 'sequences'), golden.input['states'] as number)
    expectGolden(golden, { ...result, stationary: result.stationary.value })
  })
})

describe('kernelDensity', () => {
  it.each(of('kde'))('$id: $label', (golden) => {
    const grid = column(golden, 'grid')
    expectGolden(golden, kernelDensity(column(golden, 'x'), { grid }))
    const other = golden.alternatives as { nrd0?: GoldenValue } | undefined
    if (other?.nrd0 !== undefined)
      expectGolden(golden, kernelDensity(column(golden, 'x'), { grid, rule: 'nrd0' }), other.nrd0)
  })
})

describe('moran', () => {
  it.each(of('moran'))('$id: $label', (golden) => {
    const run = (options: MoranOptions) => moranOf(golden, options)
    const [esda, row] = [run({ style: 'row' }), run({ style: 'row', localDivisor: 'n' })]
    expectGolden(golden, {
      rowStandardised: globalOf(row),
      binary: globalOf(run({ style: 'binary' })),
      local: {
        I: localOf(esda, 'value'),
        I_n: localOf(row, 'value'),
        expected: localOf(row, 'expected'),
        var: localOf(row, 'variance'),
        z: localOf(row, 'z'),
        quadrant: localOf(row, 'quadrant'),
      },
    })
  })
})

function moranOf(golden: GoldenCase, options: MoranOptions): MoranResult {
  const result = moran(column(golden, 'x'), rows(golden, 'neighbors'), { ...options, permutations: 0 })
  if (result.value === null) throw new Error(result.reason)
  return result
}

function globalOf({ value, expected, normal, random }: MoranResult): Record<string, unknown> {
  return {
    I: value,
    EI: expected,
    varNorm: normal.variance,
    zNorm: normal.z,
    pNorm: normal.p,
    varRand: random.variance,
    zRand: random.z,
    pRand: random.p,
  }
}

function localOf(result: MoranResult, key: 'value' | 'expected' | 'variance' | 'z' | 'quadrant'): unknown[] {
  return result.local.map((area) => area?.[key] ?? null)
}
