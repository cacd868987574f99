/** The 50 decomposition cases: Theil within/between, Dagum with its pair matrices, Lerman–Yitzhaki by source. */
import { describe, expect, it } from 'vitest'
import { decomposeGini } from '../../worker/engine/decompose/decomposeGini.ts'
import { decomposeGiniBySource } from '../../worker/engine/decompose/decomposeGiniBySource.ts'
import type { TheilDecomposition } from '../../worker/engine/decompose/decomposeTheil.ts'
import { decomposeTheil } from '../../worker/engine/decompose/decomposeTheil.ts'
import type { GoldenCase } from '../support/golden.ts'
import { expectGolden, loadGolden } from '../support/golden.ts'

const { cases } = loadGolden('decomposition')

function answer(golden: GoldenCase): unknown {
  const p = golden.input['p'] as number[] | undefined
  if (golden.method === 'giniSources') {
    const result = decomposeGiniBySource(golden.input['sources'] as Record<string, number[]>, p)
    const rows = result.sources.map(({ key, meanShare: S, gini: G, correlation: R, ...rest }) => [
      key,
      { S, G, R, ...rest },
    ])
    return { giniTotal: result.total, ...Object.fromEntries(rows) }
  }
  const x = golden.input['x'] as (number | null)[]
  const group = golden.input['group'] as string[]
  return golden.method === 'dagum' ? dagumShape(x, group, p) : theilShape(decomposeTheil(x, group, p))
}

function theilShape({ theilT, theilL }: TheilDecomposition): unknown {
  const list = theilT.groups
  return {
    groups: list.map((g) => g.key),
    popShare: list.map((g) => g.share),
    valueShare: list.map((g) => g.valueShare),
    groupMean: list.map((g) => g.mean),
    theilT: sideShape(theilT),
    theilL: sideShape(theilL),
  }
}

function sideShape(parts: TheilDecomposition['theilT']): unknown {
  if (parts.total === null) return null
  return {
    ...parts,
    groupIndex: parts.groups.map((g) => g.value),
    groupContribution: parts.groups.map((g) => g.contribution),
  }
}

function dagumShape(x: (number | null)[], group: string[], p: number[] | undefined): unknown {
  const result = decomposeGini(x, group, p)
  if (result.total === null) return null
  const keys = result.groups.map((g) => g.key)
  const cell = (a: string, b: string) =>
    result.pairs.find((pair) => (pair.a === a && pair.b === b) || (pair.a === b && pair.b === a))
  return {
    groups: keys,
    popShare: result.groups.map((g) => g.share),
    valueShare: result.groups.map((g) => g.valueShare),
    G: result.total,
    Gw: result.within,
    Gb: result.between + result.transvariation,
    Gnb: result.between,
    Gt: result.transvariation,
    Gjh: keys.map((a, j) => keys.map((b) => (a === b ? result.groups[j]?.value : cell(a, b)?.value))),
    Djh: keys.map((a) => keys.map((b) => (a === b ? null : cell(a, b)?.affluence))),
  }
}

describe('golden: decomposition', () => {
  it('has its 50 cases', () => expect(cases).toHaveLength(50))

  it.each(cases)('$id', (golden) => {
    expectGolden(golden, answer(golden))
  })
})
