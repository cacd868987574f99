/** Laws of the composite index over random frameworks, data with gaps and every method: what must hold whatever is computed. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { computeComposite } from '../../worker/engine/computeComposite.ts'
import { computePanel } from '../../worker/engine/computePanel.ts'
import { computeWeights } from '../../worker/engine/computeWeights.ts'
import type { Column, CompositeMethod, CompositeRequest } from '../../worker/engine/composite.types.ts'
import { prepareComposite } from '../../worker/engine/kernel/prepareComposite.ts'
import { runComposite } from '../../worker/engine/kernel/runComposite.ts'
import type { FrameworkNode } from '../../worker/engine/types.ts'

const cell = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 9999 }).map((k) => k / 10) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1e-9, 1e9) },
  { weight: 1, arbitrary: fc.constant(null) },
)
const weight = fc.integer({ min: 1, max: 50 }).map((k) => k / 10)
const leaf = fc.record({
  weight,
  direction: fc.constantFrom('benefit', 'cost'),
  target: fc.integer({ min: 1, max: 500 }),
})
const shape = fc.array(fc.record({ weight, leaves: fc.array(leaf, { minLength: 1, maxLength: 4 }) }), {
  minLength: 1,
  maxLength: 4,
})

const method: fc.Arbitrary<CompositeMethod> = fc.record({
  treatment: fc.constantFrom('none', 'winsorise', 'tukey'),
  normalisation: fc.constantFrom('minmax', 'target', 'efficacy', 'rank', 'distanceToTarget'),
  weighting: fc.constantFrom('equal', 'given'),
  aggregation: fc.constantFrom('arithmetic', 'geometric', 'harmonic', 'topsis'),
  missing: fc.constantFrom('renormalise', 'strict'),
  minCoverage: fc.constantFrom(0, 2 / 3, 1),
})

const request: fc.Arbitrary<CompositeRequest> = fc
  .tuple(shape, fc.integer({ min: 1, max: 9 }), method)
  .chain(([nodes, n, how]) => {
    const framework: FrameworkNode = {
      code: 'R',
      children: nodes.map((node, p) => ({
        code: `P${p}`,
        weight: node.weight,
        children: node.leaves.map((l, j) => ({ ...l, code: `I${p}_${j}` })),
      })),
    }
    const codes = nodes.flatMap((node, p) => node.leaves.map((_, j) => `I${p}_${j}`))
    return fc
      .array(fc.array(cell, { minLength: n, maxLength: n }), { minLength: codes.length, maxLength: codes.length })
      .map((columns) => ({
        areas: Array.from({ length: n }, (_, i) => `A${i}`),
        framework,
        values: Object.fromEntries(codes.map((code, j) => [code, columns[j] as (number | null)[]])),
        method: how,
      }))
  })

function same(a: Column | undefined, b: Column | undefined, what: string): void {
  expect(a?.length, what).toBe(b?.length)
  a?.forEach((x, i) => {
    const y = b?.[i] ?? null
    if (x === null || y === null) expect(x, what).toBe(y)
    else expect(Math.abs(x - y) <= 1e-12 * Math.max(100, Math.abs(x)), `${what}: ${x} and ${y}`).toBe(true)
  })
}

function reordered(asked: CompositeRequest, order: readonly number[]): CompositeRequest {
  return {
    ...asked,
    areas: order.map((i) => asked.areas[i] as string),
    values: Object.fromEntries(
      Object.entries(asked.values)
        .toReversed()
        .map(([code, column]) => [code, order.map((i) => column[i] ?? null)]),
    ),
  }
}

describe('the composite index', () => {
  test('does not depend on the order of the areas nor on the order of the keys', () => {
    fc.assert(
      fc.property(request, fc.infiniteStream(fc.nat()), (asked, stream) => {
        const order = asked.areas
          .map((_, i) => [stream.next().value ?? 0, i] as const)
          .toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
          .map(([, i]) => i)
        const there = computeComposite(asked)
        const here = computeComposite(reordered(asked, order))
        for (const code of Object.keys(there.scores)) {
          same(
            here.scores[code],
            order.map((i) => there.scores[code]?.[i] ?? null),
            code,
          )
          expect(here.ranks[code]).toEqual(order.map((i) => there.ranks[code]?.[i] ?? null))
        }
        for (const code of Object.keys(there.normalised))
          same(
            here.normalised[code],
            order.map((i) => there.normalised[code]?.[i] ?? null),
            code,
          )
      }),
      { numRuns: 150 },
    )
  })

  test('shares out weights: siblings sum to 1, leaves sum to 1', () => {
    fc.assert(
      fc.property(request, fc.constantFrom('given', 'equal'), (asked, weighting) => {
        const { weights } = computeComposite({ ...asked, method: { ...asked.method, weighting } })
        const visit = (node: FrameworkNode): number => {
          if (node.children === undefined) return weights[node.code]?.effective ?? NaN
          expect(node.children.reduce((sum, child) => sum + (weights[child.code]?.local ?? NaN), 0)).toBeCloseTo(1, 12)
          return node.children.reduce((sum, child) => sum + visit(child), 0)
        }
        expect(visit(asked.framework)).toBeCloseTo(1, 12)
      }),
      { numRuns: 60 },
    )
  })

  test('stays within the scale, and ranks run from 1 to the number of scores', () => {
    fc.assert(
      fc.property(request, (asked) => {
        const { scores, normalised, ranks } = computeComposite(asked)
        for (const column of [...Object.values(scores), ...Object.values(normalised)])
          for (const score of column)
            if (score !== null) expect(score >= -1e-9 && score <= 100 + 1e-9, `${score}`).toBe(true)
        for (const [code, column] of Object.entries(ranks)) {
          const present = column.filter((rank) => rank !== null)
          expect(present).toHaveLength(scores[code]?.filter((score) => score !== null).length ?? NaN)
          if (present.length > 0) expect(Math.min(...present)).toBe(1)
          for (const rank of present) expect(rank >= 1 && rank <= present.length).toBe(true)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('a mean lies between the smallest and the largest of what it averages', () => {
    fc.assert(
      fc.property(request, (asked) => {
        if (asked.method.aggregation === 'topsis') return
        const { scores, normalised } = computeComposite(asked)
        const floor = asked.method.aggregation === 'arithmetic' ? 0 : 1
        const visit = (node: FrameworkNode): void =>
          node.children?.forEach((child, _, all) => {
            visit(child)
            scores[node.code]?.forEach((score, i) => {
              if (score === null) return
              const below = all
                .map(({ code }) => (scores[code] ?? normalised[code])?.[i] ?? null)
                .filter((x) => x !== null)
              expect(score >= Math.min(...below) - 1e-9 && score <= Math.max(...below, floor) + 1e-9).toBe(true)
            })
          })
        visit(asked.framework)
      }),
      { numRuns: 100 },
    )
  })

  test('arithmetic ≥ geometric ≥ harmonic', () => {
    fc.assert(
      fc.property(request, (asked) => {
        const by = (aggregation: 'arithmetic' | 'geometric' | 'harmonic') =>
          computeComposite({ ...asked, method: { ...asked.method, scale: [1, 100], aggregation } }).scores['R'] ?? []
        const [A, G, H] = [by('arithmetic'), by('geometric'), by('harmonic')]
        A.forEach((a, i) => {
          const [g, h] = [G[i], H[i]]
          if (a !== null && g !== null && g !== undefined && h !== null && h !== undefined)
            expect(a >= g - 1e-9 && g >= h - 1e-9).toBe(true)
        })
      }),
      { numRuns: 60 },
    )
  })

  test('adding a constant indicator next to the others moves no rank', () => {
    fc.assert(
      fc.property(request, (asked) => {
        const complete = Object.fromEntries(
          Object.entries(asked.values).map(([code, column]) => [code, Array.from(column, (x) => x ?? 1)]),
        )
        const one = {
          ...asked,
          values: complete,
          method: { ...asked.method, normalisation: 'minmax', aggregation: 'arithmetic' } as const,
        }
        const more = {
          ...one,
          framework: {
            ...one.framework,
            children: [...(one.framework.children ?? []), { code: 'K', direction: 'benefit' as const, weight: 2 }],
          },
          values: { ...complete, K: one.areas.map(() => 7) },
        }
        const [before, after] = [computeComposite(one), computeComposite(more)]
        // It makes every distance smaller: areas that were a hair apart may now be one.
        const [scores, ranks] = [before.scores['R'] ?? [], after.ranks['R'] ?? []]
        expect(scores).toHaveLength(one.areas.length)
        for (const [i, score] of scores.entries())
          for (const [j, other] of scores.entries())
            if ((score ?? 0) - (other ?? 0) > 1e-6) expect(ranks[i]).toBeLessThan(ranks[j] ?? Number.NaN)
            else if (score === other) expect(ranks[i]).toBe(ranks[j])
        expect(after.warnings.some(({ code, path }) => code === 'constant-indicator' && path === 'K')).toBe(true)
      }),
      { numRuns: 80 },
    )
  })

  test('min-max and z-scores do not feel the unit nor the origin of an indicator', () => {
    const moved = fc.tuple(
      request,
      fc.integer({ min: 1, max: 1000 }),
      fc.integer({ min: -500, max: 500 }),
      fc.constantFrom('minmax', 'zscore'),
    )
    fc.assert(
      fc.property(moved, ([asked, factor, offset, normalisation]) => {
        const how: CompositeMethod = { ...asked.method, normalisation, aggregation: 'arithmetic', treatment: 'none' }
        // Whole numbers, so that moving them is exact and only the engine is measured.
        const whole = Object.fromEntries(
          Object.entries(asked.values).map(([code, column]) => [
            code,
            Array.from(column, (x) => (x === null ? null : Math.round(x) % 10007)),
          ]),
        )
        const shifted = Object.fromEntries(
          Object.entries(whole).map(([code, column]) => [
            code,
            column.map((x) => (x === null ? null : x * factor + offset)),
          ]),
        )
        const there = computeComposite({ ...asked, method: how, values: whole })
        const here = computeComposite({ ...asked, method: how, values: shifted })
        for (const code of Object.keys(there.normalised)) {
          there.normalised[code]?.forEach((u, i) => {
            const v = here.normalised[code]?.[i] ?? null
            if (u === null || v === null) expect(u).toBe(v)
            else expect(Math.abs(u - v)).toBeLessThan(1e-9)
          })
        }
      }),
      { numRuns: 100 },
    )
  })

  test('periods one by one are the panel, where bounds are the sample', () => {
    const panels = request.chain((asked) => {
      const n = asked.areas.length
      return fc.tuple(
        fc.constant(asked),
        fc.array(fc.array(fc.array(cell, { minLength: n, maxLength: n }), { minLength: 16, maxLength: 16 }), {
          minLength: 1,
          maxLength: 3,
        }),
      )
    })
    fc.assert(
      fc.property(panels, ([asked, periods]) => {
        const codes = Object.keys(asked.values)
        const values = Object.fromEntries(
          codes.map((code, j) => [code, periods.map((columns) => columns[j % 16] as (number | null)[])]),
        )
        const panel = computePanel({ ...asked, periods: periods.map((_, t) => `${t}`), values })
        panel.periods.forEach((period, t) => {
          const alone = computeComposite({
            ...asked,
            values: Object.fromEntries(codes.map((code) => [code, values[code]?.[t] ?? []])),
          })
          expect({ scores: period.scores, normalised: period.normalised, ranks: period.ranks }).toEqual({
            scores: alone.scores,
            normalised: alone.normalised,
            ranks: alone.ranks,
          })
        })
      }),
      { numRuns: 60 },
    )
  })

  test('the kernel repeats the request, and leaving a leaf out is the framework without it', () => {
    fc.assert(
      fc.property(request, fc.nat(), (asked, pick) => {
        const prepared = prepareComposite(asked)
        const out = new Float64Array(prepared.size * prepared.n)
        const { scores } = computeComposite(asked)
        runComposite(prepared, { weights: prepared.weights, variant: 0, aggregation: null, omit: -1 }, out)
        same(column(out, prepared.n), scores['R'], 'nominal')
        if (prepared.m < 2) return
        const omit = pick % prepared.m
        const code = prepared.leaves[omit]?.code as string
        runComposite(prepared, { weights: prepared.weights, variant: 0, aggregation: null, omit }, out)
        const { [code]: _, ...values } = asked.values
        const without = {
          ...asked.framework,
          children: (asked.framework.children ?? [])
            .map((node) => ({ ...node, children: (node.children ?? []).filter((child) => child.code !== code) }))
            .filter((node) => node.children.length > 0),
        }
        same(column(out, prepared.n), computeComposite({ ...asked, framework: without, values }).scores['R'], code)
      }),
      { numRuns: 120 },
    )
  })
})

describe('weights from data', () => {
  const columns = fc.integer({ min: 3, max: 12 }).chain((n) =>
    fc.array(
      fc.array(fc.integer({ min: 0, max: 400 }), { minLength: n, maxLength: n }).filter((x) => new Set(x).size > 1),
      { minLength: 2, maxLength: 6 },
    ),
  )

  test.each(['entropy', 'critic', 'pca', 'scatter'] as const)(
    '%s: sum to 1, none negative, the unit does not matter',
    (method) => {
      fc.assert(
        fc.property(columns, fc.integer({ min: 1, max: 90 }), (given, factor) => {
          const keyed = (scale: number) =>
            Object.fromEntries(given.map((column, j) => [`I${j}`, column.map((x) => x * scale)]))
          const directions = Object.fromEntries(
            given.map((_, j) => [`I${j}`, j % 2 === 0 ? ('benefit' as const) : ('cost' as const)]),
          )
          const one = tryWeights(method, keyed(1), directions)
          if (one === null) return
          const weights = Object.values(one)
          expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12)
          expect(weights.every((w) => w >= 0)).toBe(true)
          if (method === 'pca') return // equal eigenvalues leave the choice of the component to the last bit
          const scaled = Object.values(tryWeights(method, keyed(factor), directions) ?? {})
          scaled.forEach((w, j) => expect(w).toBeCloseTo(weights[j] as number, 9))
        }),
        { numRuns: 80 },
      )
    },
  )
})

function tryWeights(
  method: 'entropy' | 'critic' | 'pca' | 'scatter',
  values: Record<string, number[]>,
  directions: Record<string, 'benefit' | 'cost'>,
): Record<string, number> | null {
  try {
    return computeWeights({ method, values, directions }).weights
  } catch {
    // CRITIC of columns that all say the same has nothing to weigh by.
    return method === 'critic' ? null : {}
  }
}

function column(out: Float64Array, n: number): (number | null)[] {
  return Array.from(out.subarray(0, n), (x) => (Number.isNaN(x) ? null : x))
}
