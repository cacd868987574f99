/** The edge table for decompositions and for the two entry points: whatever the column, each answer is made of finite
 * numbers and of nulls that carry a reason. */
import { describe, expect, it } from 'vitest'
import { computeGroups } from '../../../worker/engine/computeGroups.ts'
import { computeIndices } from '../../../worker/engine/computeIndices.ts'
import { decomposeCvBySource } from '../../../worker/engine/decompose/decomposeCvBySource.ts'
import { decomposeGini } from '../../../worker/engine/decompose/decomposeGini.ts'
import { decomposeGiniBySource } from '../../../worker/engine/decompose/decomposeGiniBySource.ts'
import { decomposeTheil } from '../../../worker/engine/decompose/decomposeTheil.ts'
import { EDGE_COLUMNS } from '../../support/edgeColumns.ts'

/** Every number inside, at any depth, with its path. */
function numbersIn(value: unknown, path = ''): [string, number][] {
  if (typeof value === 'number') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => numbersIn(item, `${path}.${key}`))
}

function notFinite(value: unknown): [string, number][] {
  return numbersIn(value).filter(([, x]) => !Number.isFinite(x))
}

describe('edge table of decompositions and entry points', () => {
  it.each(EDGE_COLUMNS)('%s', (_, values) => {
    const n = values.length
    const groups = Array.from({ length: n }, (_, i) => (i % 3 === 0 ? 'urban' : 'rural'))
    const weights = Array.from({ length: n }, (_, i) => i + 1)
    const other = Array.from({ length: n }, (_, i) => i)
    for (const w of [undefined, weights]) {
      expect(notFinite(decomposeTheil(values, groups, w))).toEqual([])
      expect(notFinite(decomposeGini(values, groups, w))).toEqual([])
      expect(notFinite(decomposeGiniBySource({ a: values, b: other }, w))).toEqual([])
      expect(notFinite(decomposeCvBySource({ a: values, b: other }, w))).toEqual([])
    }
  })

  const wire = EDGE_COLUMNS.map(
    ([name, values]) => [name, Array.from(values, (x) => (x === null || Number.isNaN(x) ? null : x))] as const,
  )

  it.each(wire.filter(([, values]) => !values.includes(Infinity)))('entry points: %s', (_, values) => {
    const groups = values.map((_, i) => (i % 3 === 0 ? '城' : '乡'))
    const neighbours = values.map((_, i) => (i > 0 ? [i - 1] : []))
    const weights = values.map((_, i) => i + 1)
    const response = computeIndices({
      values,
      weights,
      groups,
      neighbours,
      options: { ge: [-2, 0, 1, 3.5], atkinson: [0, 0.3, 1, 2, 5] },
    })
    expect(notFinite(response)).toEqual([])
    for (const ordered of [true, false]) {
      for (const favourable of [true, false]) {
        const subgroups = values.map((value, i) => ({ name: `g${i}`, value, population: i + 1, reference: i === 0 }))
        expect(notFinite(computeGroups({ subgroups, ordered, favourable }))).toEqual([])
      }
    }
  })
})
