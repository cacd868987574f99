/** What a number may be called (docs/methods.md §9): anchored scores, realization, equality, leaf coverage and the order of gaps, against values
 * computed at 50 digits by somebody else. */
import { describe, expect, it } from 'vitest'
import { computeComposite } from '../../worker/engine/computeComposite.ts'
import { gapList } from '../../worker/engine/diagnose/gapList.ts'
import { indicatorEquality } from '../../worker/engine/equality/indicatorEquality.ts'
import type { EqualityFamily, MeasuringScale } from '../../worker/engine/equality/indicatorEquality.ts'
import { attainment } from '../../worker/engine/realization/attainment.ts'
import { rollUp } from '../../worker/engine/tree/rollUp.ts'
import type { FlatNode } from '../../worker/engine/tree/rollUp.ts'
import type { CompositeMethod } from '../../worker/engine/composite.types.ts'
import type { Direction, FrameworkNode } from '../../worker/engine/types.ts'
import { expectGolden, loadGolden } from '../support/golden.ts'
import type { GoldenCase } from '../support/golden.ts'

const { cases } = loadGolden('meaning')

function of(method: string): readonly GoldenCase[] {
  const found = cases.filter((golden) => golden.method === method)
  if (found.length === 0) throw new Error(`no golden case for ${method}`)
  return found
}

type Column = (number | null)[]
interface WireTree {
  readonly [code: string]: { readonly weight: number; readonly children: WireTree } | number
}

const ANCHORED: CompositeMethod = {
  treatment: 'none',
  normalisation: 'efficacy',
  bounds: 'anchors',
  weighting: 'given',
  aggregation: 'arithmetic',
  missing: 'renormalise',
}

it('knows the method of every case in the file', () => {
  const known = [
    'anchorScore',
    'equality',
    'equalityTree',
    'gapOrder',
    'leafCoverage',
    'mirror',
    'mirrorAnchor',
    'realization',
  ]
  expect([...new Set(cases.map((golden) => golden.method))].sort()).toEqual(known)
})

function anchored(x: Column, floor: number, target: number, clip: boolean): readonly (number | null)[] {
  const direction: Direction = target > floor ? 'benefit' : 'cost'
  const { normalised } = computeComposite({
    areas: x.map((_, i) => `A${i}`),
    framework: { code: 'R', children: [{ code: 'I', direction, anchors: [floor, target] }] },
    values: { I: x },
    method: { ...ANCHORED, normalisationOptions: { clip } },
  })
  return normalised['I'] ?? []
}

describe('anchored scores', () => {
  it.each(of('anchorScore'))('$id: $label', (golden) => {
    const { x, floor, target } = golden.input as unknown as { x: Column; floor: number; target: number }
    const score = anchored(x, floor, target, true)
    const raw = anchored(x, floor, target, false)
    const at = (wanted: (raw: number) => boolean): number[] =>
      raw.flatMap((value, i) => (value !== null && wanted(value) ? [i] : []))
    expectGolden(golden, { score, raw, capped: at((v) => v > 100), zeroed: at((v) => v < 0) })
  })
  it.each(of('mirrorAnchor'))('$id: $label', (golden) => {
    const side = golden.input as unknown as Record<'x' | 'mirror', Column> & Record<string, number>
    expectGolden(golden, { score: anchored(side.x, side['floor'] ?? 0, side['target'] ?? 0, true) })
    expectGolden(golden, { score: anchored(side.mirror, side['mirrorFloor'] ?? 0, side['mirrorTarget'] ?? 0, true) })
  })
})

describe('realization', () => {
  it.each(of('realization'))('$id: $label', (golden) => {
    const { leaves, minCoverage } = golden.input as unknown as {
      leaves: {
        id: string
        weight: number
        direction: Direction
        target: number | [number, number] | null
        kind: string
        x: number | null
      }[]
      minCoverage: number
    }
    const attained = leaves.map(({ target, kind, x, direction }) =>
      target === null || x === null || (kind !== 'standard' && kind !== 'plan')
        ? NaN
        : attainment(x, target, direction),
    )
    const nodes: FlatNode[] = [
      { code: 'root', parent: null, weight: 1 },
      ...leaves.map(({ id, weight }) => ({ code: id, parent: 'root', weight })),
    ]
    const up = rollUp(
      nodes,
      new Map(leaves.map(({ id }, k) => [id, Float64Array.of(attained[k] ?? NaN)])),
      1,
      minCoverage,
    )
    const value = up.get('root')?.value[0] ?? NaN
    expectGolden(golden, {
      value: Number.isNaN(value) ? null : value,
      coverage: up.get('root')?.coverage[0],
      attainment: attained.map((a) => (Number.isNaN(a) ? null : a)),
    })
  })
})

const scaleOf = (scale: unknown): MeasuringScale => {
  if (scale === 'ratio') return { kind: 'ratio' }
  const [low = 0, high = 0] = (scale as { bounded: number[] }).bounded
  return { kind: 'bounded', low, high }
}

function both(x: Column, scale: unknown, p: number[] | undefined) {
  const measure = (family: EqualityFamily) =>
    indicatorEquality(x, { scale: scaleOf(scale), family, ...(p === undefined ? {} : { weights: p }) })
  const [cv, gini] = [measure('cv'), measure('gini')]
  return {
    n: cv.n,
    mean: cv.mean,
    s: cv.sd,
    muG: cv.meanDifference,
    sampleS: cv.sampleSd,
    cv: cv.index,
    gini: gini.index,
    degreeCv: cv.degree,
    degreeGini: gini.degree,
    clippedCv: cv.clipped,
    clippedGini: gini.clipped,
  }
}

describe('equality of one indicator', () => {
  it.each(of('equality'))('$id: $label', (golden) => {
    const { x, scale, p } = golden.input as unknown as { x: Column; scale: unknown; p?: (number | null)[] }
    expectGolden(
      golden,
      both(
        x,
        scale,
        p?.map((w) => w ?? 0),
      ),
    )
  })
  it.each(of('mirror'))('$id: $label', (golden) => {
    const { x, mirror, scale, p } = golden.input as unknown as {
      x: Column
      mirror: Column
      scale: unknown
      p?: number[]
    }
    expectGolden(golden, both(x, scale, p))
    expectGolden(golden, both(mirror, scale, p))
  })
})

/** Depth first, with effective weights. */
function flatten(tree: WireTree): FlatNode[] {
  const nodes: FlatNode[] = [{ code: 'index', parent: null, weight: 1 }]
  const walk = (level: WireTree, parent: string, above: number): void => {
    const weightOf = (node: WireTree[string]): number => (typeof node === 'number' ? node : node.weight)
    const total = Object.values(level).reduce<number>((sum, node) => sum + weightOf(node), 0)
    for (const [code, node] of Object.entries(level)) {
      const weight = (above * weightOf(node)) / total
      nodes.push({ code, parent, weight })
      if (typeof node !== 'number') walk(node.children, code, weight)
    }
  }
  walk(tree, 'index', 1)
  return nodes
}

const numberOrNull = (x: number | undefined): number | null => (x === undefined || Number.isNaN(x) ? null : x)

describe('equality carried up a tree', () => {
  it.each(of('equalityTree'))('$id: $label', (golden) => {
    const { family, minCoverage, minN, tree, scales, values, p } = golden.input as unknown as {
      family: EqualityFamily
      minCoverage: number
      minN: number
      tree: WireTree
      scales: Record<string, unknown>
      values: Record<string, Column>
      p?: number[]
    }
    const nodes = flatten(tree)
    const leaves = Object.keys(scales)
    const measured = new Map(
      leaves.map((code) => [
        code,
        indicatorEquality(values[code] ?? [], {
          scale: scaleOf(scales[code]),
          family,
          fewest: minN,
          ...(p === undefined ? {} : { weights: p }),
        }),
      ]),
    )
    const up = rollUp(
      nodes,
      new Map([...measured].map(([code, m]) => [code, Float64Array.of(m.degree ?? NaN)])),
      1,
      minCoverage,
    )
    const inner = nodes.filter((node) => !leaves.includes(node.code))
    expectGolden(golden, {
      effectiveWeight: Object.fromEntries(
        nodes.filter((node) => leaves.includes(node.code)).map((node) => [node.code, node.weight]),
      ),
      leafDegree: Object.fromEntries([...measured].map(([code, m]) => [code, m.degree])),
      nodeDegree: Object.fromEntries(inner.map(({ code }) => [code, numberOrNull(up.get(code)?.value[0])])),
      coverage: Object.fromEntries(inner.map(({ code }) => [code, up.get(code)?.coverage[0]])),
      leftOut: [...measured].flatMap(([code, m]) => (m.degree === null ? [code] : [])),
      clipped: [...measured].flatMap(([code, m]) => (m.clipped ? [code] : [])),
    })
  })
})

function engineTree(tree: WireTree): FrameworkNode[] {
  return Object.entries(tree).map(([code, node]) =>
    typeof node === 'number'
      ? { code, weight: node, direction: 'benefit' }
      : { code, weight: node.weight, children: engineTree(node.children) },
  )
}

describe('coverage counts leaves', () => {
  it.each(of('leafCoverage'))('$id: $label', (golden) => {
    const { tree, observed, minCoverage } = golden.input as unknown as {
      tree: WireTree
      observed: string[]
      minCoverage: number
    }
    const nodes = flatten(tree)
    const parents = new Set(nodes.map((node) => node.parent))
    const leaves = nodes.filter((node) => !parents.has(node.code)).map((node) => node.code)
    const inner = nodes.filter((node) => parents.has(node.code)).map((node) => node.code)
    const up = rollUp(nodes, new Map(observed.map((code) => [code, Float64Array.of(1)])), 1, minCoverage)
    // The composite itself must hide the same nodes.
    const { scores } = computeComposite({
      areas: ['A', 'B'],
      framework: { code: 'index', children: engineTree(tree) },
      values: Object.fromEntries(leaves.map((code) => [code, observed.includes(code) ? [1, 2] : [null, null]])),
      method: {
        treatment: 'none',
        normalisation: 'minmax',
        weighting: 'given',
        aggregation: 'arithmetic',
        missing: 'renormalise',
        minCoverage,
        coverageBy: 'leaves',
      },
    })
    const missing = Object.fromEntries(inner.map((code) => [code, Number.isNaN(up.get(code)?.value[0])]))
    expectGolden(golden, {
      coverage: Object.fromEntries(inner.map((code) => [code, up.get(code)?.coverage[0]])),
      missing,
    })
    expectGolden(golden, {
      ...(golden.expected as object),
      missing: Object.fromEntries(inner.map((code) => [code, scores[code]?.[0] === null])),
    })
  })
})

describe('the order of gaps', () => {
  it.each(of('gapOrder'))('$id: $label', (golden) => {
    const { areas, leaves, values } = golden.input as unknown as {
      areas: string[]
      leaves: { id: string; direction: Direction; floor: number; target: number; weight: number }[]
      values: Column[]
    }
    const gaps = gapList({
      areas,
      indicators: leaves.map(({ id, ...leaf }) => ({ code: id, ...leaf })),
      values: Object.fromEntries(leaves.map(({ id }, k) => [id, values[k] ?? []])),
    })
    expectGolden(golden, {
      list: gaps.map((g) => [g.indicator, g.area]),
      shortfall: gaps.map((g) => g.inRange),
      priority: gaps.map((g) => g.priority),
    })
  })
})
