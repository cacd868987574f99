/** The 64 index cases: peers' printed values to the stated tolerance, and, where a case carries 50-digit `exact` values,
 * those to 2e-12 although the peers themselves differ from them in the seventh digit. */
import { describe, expect, it } from 'vitest'
import { atkinson } from '../../worker/engine/indices/atkinson.ts'
import { cv } from '../../worker/engine/indices/cv.ts'
import { ge } from '../../worker/engine/indices/ge.ts'
import { gini } from '../../worker/engine/indices/gini.ts'
import { hoover } from '../../worker/engine/indices/hoover.ts'
import { lorenz } from '../../worker/engine/indices/lorenz.ts'
import { p90p10 } from '../../worker/engine/indices/p90p10.ts'
import { range } from '../../worker/engine/indices/range.ts'
import { ratioMaxMin } from '../../worker/engine/indices/ratioMaxMin.ts'
import { relativeRange } from '../../worker/engine/indices/relativeRange.ts'
import { theilL } from '../../worker/engine/indices/theilL.ts'
import { theilT } from '../../worker/engine/indices/theilT.ts'
import { Column } from '../../worker/engine/numeric/column.ts'
import { quantiles } from '../../worker/engine/numeric/quantile.ts'
import type { GoldenCase } from '../support/golden.ts'
import { expectGolden, goldenFaults, loadGolden } from '../support/golden.ts'

const { cases } = loadGolden('indices')

function answer(golden: GoldenCase): Record<string, unknown> {
  const x = golden.input['x'] as (number | null)[]
  const p = golden.input['p'] as number[] | undefined
  const column = new Column(x, p)
  const [p10, p90] = column.x.length > 0 ? quantiles(column, [0.1, 0.9]) : []
  const parameters = (key: string): number[] =>
    Object.keys((golden.expected as Record<string, object>)[key] ?? {}).map(Number)
  return {
    n: column.n,
    mean: column.meanValue,
    cv: cv(column).value,
    cvSample: cv(column, undefined, { sample: true }).value,
    gini: gini(column).value,
    giniUnbiased: gini(column, undefined, { unbiased: true }).value,
    theilT: theilT(column).value,
    theilL: theilL(column).value,
    ge: Object.fromEntries(parameters('ge').map((alpha) => [alpha, ge(column, undefined, { alpha }).value])),
    atkinson: Object.fromEntries(
      parameters('atkinson').map((epsilon) => [epsilon, atkinson(column, undefined, { epsilon }).value]),
    ),
    hoover: hoover(column).value,
    ratioMaxMin: ratioMaxMin(column).value,
    range: range(column).value,
    relativeRange: relativeRange(column).value,
    p90p10: p90p10(column).value,
    ...(column.x.length > 0 && { p10, p90 }),
    lorenz: lorenz(column).value,
  }
}

describe('golden: indices', () => {
  it('has its 64 cases', () => expect(cases).toHaveLength(64))

  it.each(cases)('$id', (golden) => {
    expectGolden(golden, answer(golden))
  })

  it.each(cases.filter((golden) => golden.exact !== undefined))('$id equals 50-digit arithmetic', (golden) => {
    const { keyTolerance: _, ...strict } = golden
    const exact: Record<string, Record<string, number> | number> = {}
    for (const [key, value] of Object.entries(golden.exact as Record<string, number>)) {
      const [index = key, ...parameter] = key.split('.')
      if (parameter.length === 0) exact[index] = value
      else exact[index] = { ...(exact[index] as Record<string, number>), [parameter.join('.')]: value }
    }
    expect(goldenFaults({ ...strict, tolerance: 2e-12 }, answer(golden), exact)).toEqual([])
  })
})
