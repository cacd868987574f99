/** The edge table: every function exported from worker/engine/indices meets the same difficult columns, weighted and not,
 * and answers with a finite number or with null and a reason. The exports are enumerated, so a new index cannot be forgotten. */
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Column } from '../../../../worker/engine/numeric/column.ts'
import type { Reason, Values, Weights } from '../../../../worker/engine/types.ts'
import { EngineInputError } from '../../../../worker/engine/types.ts'
import { EDGE_COLUMNS } from '../../../support/edgeColumns.ts'

type Answer = { readonly value: unknown; readonly reason?: Reason }
type Index = (values: Values, weights?: Weights) => Answer

const folder = new URL('../../../../worker/engine/indices/', import.meta.url)
const sides = (values: Values) => Array.from({ length: values.length }, (_, i) => (i % 2 === 0 ? 'urban' : '乡村'))

const modules = await Promise.all(
  readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map(async (file) => ({ file, exported: (await import(new URL(file, folder).href)) as Record<string, unknown> })),
)
const functions = modules.flatMap(({ exported }) =>
  Object.entries(exported).filter(([, value]) => typeof value === 'function'),
)

/** How each exported function is put to the table; what is not an index says so here. */
const adapters: Record<string, ((f: (...args: never[]) => unknown) => Index) | 'not an index'> = {
  indexMaximum: 'not an index',
  outsideDomain: 'not an index',
  urbanOrRural: 'not an index',
  urbanRuralMeans: 'not an index',
  ...Object.fromEntries(['urbanRuralRatio', 'urbanRuralGap'].map((name) => [name, withGroups])),
  ...Object.fromEntries(
    [
      'cv',
      'gini',
      'theilT',
      'theilL',
      'ge',
      'atkinson',
      'hoover',
      'range',
      'relativeRange',
      'ratioMaxMin',
      'p90p10',
      'palma',
      'quintileRatio',
      'lorenz',
    ].map((name) => [name, plainly]),
  ),
}

function plainly(f: (...args: never[]) => unknown): Index {
  return f as unknown as Index
}

function withGroups(f: (...args: never[]) => unknown): Index {
  const g = f as unknown as (values: Values, groups: readonly string[], weights?: Weights) => Answer
  return (values, weights) => g(values, sides(values), weights)
}

const indices = functions.flatMap(([name, f]): [string, Index][] => {
  const adapter = adapters[name]
  return adapter === undefined || adapter === 'not an index'
    ? []
    : [[name, adapter(f as (...args: never[]) => unknown)]]
})

function acceptable({ value, reason }: Answer): boolean {
  if (value === null) return typeof reason === 'string' && reason.length > 0
  if (typeof value === 'number') return Number.isFinite(value) && reason === undefined
  return Object.values(value as Record<string, readonly number[]>).every((list) =>
    list.every((x) => Number.isFinite(x)),
  )
}

describe('edge table of worker/engine/indices', () => {
  it('knows every exported function', () => {
    expect(functions.map(([name]) => name).filter((name) => adapters[name] === undefined)).toEqual([])
    expect(indices.length).toBeGreaterThanOrEqual(16)
  })

  it.each(EDGE_COLUMNS)('%s', (_, values) => {
    const weights = Array.from({ length: values.length }, (_, i) => i + 1)
    for (const [name, index] of indices) {
      for (const answer of [
        index(values),
        index(values, weights),
        index(
          values,
          weights.map((w) => w * 1e-320),
        ),
        index(
          values,
          weights.map((w) => w * 1e300),
        ),
      ]) {
        expect(acceptable(answer), `${name}: ${JSON.stringify(answer)}`).toBe(true)
      }
    }
  })

  it('gives too-few-areas below two areas, and no-weight when nothing weighs', () => {
    for (const [name, index] of indices) {
      expect(index([]), name).toEqual({ value: null, reason: 'too-few-areas' })
      expect(index([4, null]), name).toEqual({ value: null, reason: 'too-few-areas' })
      expect(index([4, 5], [0, 0]), name).toEqual({ value: null, reason: 'no-weight' })
      expect(index([4, 5, 6], [0, 1, 0]), name).toEqual({ value: null, reason: 'too-few-areas' })
      expect(index([4, Infinity]), name).toEqual({ value: null, reason: 'overflow' })
    }
  })

  it('drops a null with its weight, and an area of weight 0 altogether', () => {
    const groupless = indices.filter(([name]) => !name.startsWith('urban'))
    for (const [name, index] of groupless) {
      expect(index([5, null, 2, 9], [1, 50, 3, 2]), name).toEqual(index([5, 2, 9], [1, 3, 2]))
      expect(index([5, -70, 2, 9], [1, 0, 3, 2]), name).toEqual(index([5, 2, 9], [1, 3, 2]))
      expect(index([5, Number.NaN, 2]), name).toEqual(index([5, 2]))
    }
  })

  it('takes a prepared Column, a typed array and a list alike', () => {
    const list = [4.2, 1.1, 3.3, 9.7, 0.4]
    const weights = [3, 1, 4, 1, 5]
    for (const [name, index] of indices.filter(([name]) => !name.startsWith('urban'))) {
      const prepared = index as unknown as (column: Column) => Answer
      expect(prepared(new Column(list, weights)), name).toEqual(index(list, weights))
      expect(index(Float64Array.from(list), Float64Array.from(weights)), name).toEqual(index(list, weights))
    }
  })

  it('leaves its inputs as they were', () => {
    const values = Float64Array.of(5, 1, 4, 2)
    const weights = Float64Array.of(1, 2, 3, 4)
    for (const [, index] of indices) index(values, weights)
    expect([...values, ...weights]).toEqual([5, 1, 4, 2, 1, 2, 3, 4])
  })

  it('refuses weights that are none', () => {
    for (const [name, index] of indices) {
      expect(() => index([1, 2], [1, -1]), name).toThrow(EngineInputError)
      expect(() => index([1, 2], [1, Number.NaN]), name).toThrow(EngineInputError)
      expect(() => index([1, 2], [1]), name).toThrow(EngineInputError)
    }
  })

  it('answers over a million areas', () => {
    const values = Float64Array.from({ length: 1e6 }, (_, i) => ((i * 7919) % 1_000_003) + 0.5)
    const few = indices.filter(([name]) => !name.startsWith('urban') && name !== 'lorenz')
    for (const [name, index] of few) expect(acceptable(index(values)), name).toBe(true)
  })
})
