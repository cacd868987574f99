import { describe, expect, it } from 'vitest'
import { INDEX_KEYS } from '../../../worker/engine/indexCatalogue.ts'
import type { IndicesRequest } from '../../../worker/engine/computeIndices.ts'
import { computeIndices } from '../../../worker/engine/computeIndices.ts'
import { summariseColumn, summariseColumns } from '../../../worker/engine/summariseColumn.ts'
import type { InputFault } from '../../../worker/engine/types.ts'
import { EngineInputError } from '../../../worker/engine/types.ts'

function faultsOf(request: unknown): readonly InputFault[] {
  try {
    computeIndices(request as IndicesRequest)
  } catch (error) {
    if (error instanceof EngineInputError) return error.faults
    throw error
  }
  return []
}

describe('computeIndices', () => {
  it('gives every scalar index by default, hand-checked on [1, 3]', () => {
    const { n, missing, mean, weighted, indices, decomposition } = computeIndices({ values: [1, 3] })
    expect({ n, missing, mean, weighted, decomposition }).toEqual({
      n: 2,
      missing: 0,
      mean: 2,
      weighted: false,
      decomposition: undefined,
    })
    expect(Object.keys(indices)).toEqual(
      INDEX_KEYS.filter((key) => !['urbanRuralRatio', 'urbanRuralGap', 'lorenz', 'moran'].includes(key)),
    )
    expect(indices.cv).toEqual({ value: 0.5 })
    expect(indices.gini).toEqual({ value: 0.25 })
    expect(indices.hoover).toEqual({ value: 0.25 })
    expect(indices.ge).toEqual({ value: 0.125 })
    expect(indices.ratioMaxMin).toEqual({ value: 3 })
    expect(indices.range).toEqual({ value: 2 })
    expect(indices.relativeRange).toEqual({ value: 1 })
    expect(indices.theilT?.value).toBeCloseTo(0.5 * Math.log(0.5) * 0.5 + 1.5 * Math.log(1.5) * 0.5, 15)
    expect(indices.theilL?.value).toBeCloseTo((Math.log(2) + Math.log(2 / 3)) / 2, 15)
  })

  it('drops a null area with its weight and counts it', () => {
    const whole = computeIndices({ values: [4, null, 7, 9], weights: [1, 100, 2, 3] })
    expect(whole).toMatchObject({ n: 3, missing: 1, weighted: true, mean: (4 + 14 + 27) / 6 })
    expect(whole.indices).toEqual(computeIndices({ values: [4, 7, 9], weights: [1, 2, 3] }).indices)
  })

  it('turns on the urban–rural indices by label, 城镇 and Town alike, and says when a side is missing', () => {
    const { indices } = computeIndices({
      values: [6, 4, 2, 2],
      weights: [1, 3, 1, 1],
      groups: ['城镇', ' Town ', '乡村', 'rural'],
    })
    expect(indices.urbanRuralRatio).toEqual({ value: 2.25 })
    expect(indices.urbanRuralGap).toEqual({ value: 2.5 })
    const oneSide = computeIndices({ values: [6, 4], groups: ['城', '城'] }).indices
    expect(oneSide.urbanRuralRatio).toEqual({ value: null, reason: 'missing-group' })
    expect(computeIndices({ values: [6, 4], groups: ['east', 'west'] }).indices).not.toHaveProperty('urbanRuralRatio')
    expect(computeIndices({ values: [6, 4], indices: ['urbanRuralGap'] }).indices.urbanRuralGap).toEqual({
      value: null,
      reason: 'missing-group',
    })
  })

  it('decomposes when groups are given', () => {
    const { decomposition } = computeIndices({ values: [1, 1, 3, 3], groups: ['a', 'a', 'b', 'b'] })
    expect(decomposition?.gini).toMatchObject({
      total: 0.25,
      within: 0,
      between: 0.25,
      transvariation: 0,
      pairs: [{ a: 'a', b: 'b', value: 0.5 }],
    })
    expect(decomposition?.theilT).toMatchObject({
      within: 0,
      groups: [
        { key: 'a', share: 0.5, mean: 1, value: 0, contribution: 0 },
        { key: 'b', mean: 3 },
      ],
    })
    expect(decomposition?.theilT.between).toBe(decomposition?.theilT.total)
    const outside = computeIndices({ values: [0, 1, -3], groups: ['a', 'b', 'b'] }).decomposition
    expect(outside?.theilL).toEqual({ total: null, between: null, within: null, groups: [], reason: 'negative-value' })
  })

  it('gives lorenz and moran when asked for or when neighbours are there', () => {
    expect(computeIndices({ values: [3, 1], indices: ['lorenz'] }).indices).toEqual({
      lorenz: { value: { p: [0, 0.5, 1], L: [0, 0.25, 1] } },
    })
    const { indices } = computeIndices({ values: [1, 2, 3, 4], neighbours: [[1], [0, 2], [1, 3], [2]] })
    expect(indices.moran?.value).toBeCloseTo(0.4, 14)
    expect(computeIndices({ values: [1, 2, 3], indices: ['moran'] }).indices.moran).toEqual({
      value: null,
      reason: 'not-applicable',
    })
  })

  it('takes one parameter or several, and prints the conventions it used', () => {
    const several = computeIndices({
      values: [1, 3],
      weights: [1, 1],
      options: { ge: [-1, 2], atkinson: 1, sample: true, unbiased: true },
    })
    expect(several.indices.ge).toEqual({ '-1': { value: 1 / 6 }, '2': { value: 0.125 } })
    expect(several.indices.atkinson?.value).toBeCloseTo(1 - Math.sqrt(3) / 2, 15)
    expect(several.indices.cv?.value).toBeCloseTo(Math.SQRT1_2, 15)
    expect(several.indices.gini).toEqual({ value: 0.5 })
    for (const words of ['cv sample', 'gini unbiased', 'ε = 1', 'α = -1, 2', 'type 1'])
      expect(several.convention).toContain(words)
    for (const words of ['equal weights', 'cv population', 'ε = 0.5', 'α = 2', 'type 7'])
      expect(computeIndices({ values: [1, 3] }).convention).toContain(words)
  })

  it('names every fault of a request by its path', () => {
    expect(
      faultsOf({ values: [1, Number.NaN, Infinity, 'x'], weights: [1, -1, 2], groups: ['a'] }).map((f) => f.path),
    ).toEqual(['values[1]', 'values[2]', 'values[3]', 'weights', 'groups', 'weights[1]'])
    expect(
      faultsOf({
        values: [1, 2],
        indices: ['cv', 'foo'],
        options: { atkinson: -1, ge: [0.5, Infinity], other: 1 },
      }).map((f) => f.path),
    ).toEqual(['indices[1]', 'options.atkinson', 'options.ge[1]', 'options.other'])
    expect(faultsOf({ values: [1, 2], options: { ge: [] } }).map((f) => f.code)).toEqual(['empty'])
    expect(faultsOf({ values: [1, 2, 3], neighbours: [[1], [0]] }).map((f) => f.path)).toEqual(['neighbours'])
    expect(faultsOf({ values: [1, 2, 3], neighbours: [[1], [0], [7]] }).map((f) => f.path)).toEqual([
      'neighbours[2][0]',
    ])
  })
})

describe('summariseColumn', () => {
  const columns = Array.from({ length: 12 }, (_, c) =>
    Float64Array.from({ length: 20 }, (_, i) => (i === c ? Number.NaN : ((i + 1) * (c + 3)) % 17)),
  )
  const weights = Float64Array.from({ length: 20 }, (_, i) => (i % 7) + 0.5)
  const options = { sample: true, ge: [0.5, 2], atkinson: 2 }

  it('gives for many columns what each gives alone, and what the API gives', () => {
    const batch = summariseColumns(columns, weights, options)
    expect(batch).toEqual(columns.map((values) => summariseColumn(values, weights, options)))
    for (const [c, values] of columns.entries()) {
      const request = {
        values: Array.from(values, (x) => (Number.isNaN(x) ? null : x)),
        weights: [...weights],
        options,
      }
      const { n, missing, mean, indices } = computeIndices(request)
      expect(batch[c]).toEqual({ n, missing, mean, indices })
    }
  })
})
