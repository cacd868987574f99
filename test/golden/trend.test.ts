/** Exact Mann–Kendall and Sen's slope with its interval, against integers and R. */
import { describe, expect, it } from 'vitest'
import { mannKendall } from '../../worker/engine/time/mannKendall.ts'
import { expectGolden, loadGolden } from '../support/golden.ts'

const { cases } = loadGolden('trend')

describe('golden: trend', () => {
  it('has its 27 cases of one method', () => {
    expect(cases).toHaveLength(27)
    expect(new Set(cases.map((golden) => golden.method))).toEqual(new Set(['mannKendallExact']))
  })

  it.each(cases)('$id: $label', (golden) => {
    const times = golden.input['t'] as readonly number[] | undefined
    const trend = mannKendall(golden.input['x'] as number[], times ? { times } : {})
    if (trend.S === null) throw new Error(trend.reason)
    expectGolden(golden, { ...trend, normalP: trend.p, tauB: trend.tau })
  })
})
