import { describe, expect, it } from 'vitest'
import { RandomStream } from '../../../worker/engine/numeric/random.ts'
import { decide } from '../../../worker/services/disclosure/guard.ts'
import { sourceOf } from '../../../worker/services/disclosure/source.ts'
import { evaluateSnapshot } from '../../../worker/services/evaluation/evaluateSnapshot.ts'
import { leavesOf } from '../../../worker/services/framework/body.ts'
import { publicDocuments } from '../../../worker/services/publication/publicDocuments.ts'
import { anchoredFramework } from '../../support/anchoredFramework.ts'
import type { Snapshot } from '../../../worker/contract/evaluations.ts'
import type { FrameworkBody } from '../../../worker/contract/frameworks.ts'

function drawn(areas: number, body: FrameworkBody, seed: number, spread = 50): Snapshot {
  const leaves = leavesOf(body.root)
  return {
    areas: Array.from({ length: areas }, (_, a) => ({
      code: `A${a}`,
      name: `甲${a}`,
      nameEn: `A${a}`,
      setting: null,
      grouping: '',
    })),
    periods: [
      {
        period: '2024',
        populations: Array.from({ length: areas }, (_, a) => 1000 * (3 + ((a * 5) % 7))),
        values: Object.fromEntries(
          leaves.map(({ code }, j) => {
            const random = new RandomStream(seed, j)
            return [
              code,
              Array.from({ length: areas }, () => Number((50 - spread / 2 + spread * random.uniform()).toFixed(1))),
            ]
          }),
        ),
      },
    ],
  }
}

/** What would be public of these values under a decision. */
function seen(snapshot: Snapshot, body: FrameworkBody, decision: ReturnType<typeof decide>) {
  const { panel, periods, headline, missingCount, board } = evaluateSnapshot(snapshot, body.root, body.method)
  const summary = {
    frameworkName: '',
    areaCount: snapshot.areas.length,
    indicatorCount: 0,
    missingCount,
    warningCount: 0,
    headline,
    board,
  }
  return publicDocuments({
    id: 'pub_x',
    row: {
      id: 'ev_x',
      title: '',
      state: 'draft',
      frameworkId: '',
      frameworkVersion: 1,
      periods: '["2024"]',
      options: JSON.stringify(body.method),
      summary: JSON.stringify(summary),
      engineVersion: '',
      inputDigest: '',
      resultDigest: '',
      createdBy: '',
      createdAt: 0,
      publishedAt: null,
      relayedAt: null,
    },
    panel,
    data: snapshot.periods,
    results: periods,
    inputs: { snapshot, framework: body, options: body.method, engineVersion: '', inputDigest: '' },
    open: new Set(),
    decision,
    city: { id: '', kind: 'city', slug: '', name: '', nameEn: '', regionCode: null, isDemo: false },
    template: null,
    licence: '',
    publishedAt: 0,
    seal: '',
  })
}

describe('the guard’s witnesses', () => {
  it.each([
    ['coefficient of variation, by population', {}],
    ['Gini, areas alike', { equalityFamily: 'gini', equalityWeighting: 'none' }],
    ['geometric mean', { aggregation: 'geometric' }],
    ['pooled extremes', { normalisation: 'minmax', bounds: 'pooled' }],
  ] as const)(
    'read the same to the public when the engine computes them, and lie two s.d. apart in every cell: %s',
    (_, method) => {
      const body = anchoredFramework(6, method)
      const snapshot = drawn(10, body, 7)
      const source = sourceOf('', snapshot, body.root, body.method, new Set())
      const decision = decide(source, [], { keep: true })
      expect(decision.exposed).toEqual([])
      const { cells, values } = decision.witnesses['2024'] ?? { cells: undefined, values: [] }
      if (cells === undefined) throw new Error('nothing was searched')
      const told = JSON.stringify(seen(snapshot, body, decision))
      const low = cells.value.slice()
      const high = cells.value.slice()
      // Witnesses found under numbers that were taken back later need not keep these; they keep what is left.
      for (const x of values) {
        const other = structuredClone(snapshot)
        cells.indicator.forEach((indicator, i) => {
          const column = other.periods[0]?.values[indicator]
          const a = snapshot.areas.findIndex((area) => area.code === cells.area[i])
          if (column !== undefined) column[a] = x[i] ?? null
          low[i] = Math.min(low[i] ?? 0, x[i] ?? 0)
          high[i] = Math.max(high[i] ?? 0, x[i] ?? 0)
        })
        expect(JSON.stringify(seen(other, body, decision))).toBe(told)
      }
      cells.sd.forEach((sd, i) => expect(((high[i] ?? 0) - (low[i] ?? 0)) / sd).toBeGreaterThanOrEqual(2))
    },
  )

  it('do not exist where a score is one indicator’s value, so the score stays home', () => {
    const body = anchoredFramework(1)
    const one = { ...body, root: { ...body.root, children: body.root.children?.slice(0, 1) } }
    const snapshot = drawn(10, one, 3)
    const decision = decide(sourceOf('', snapshot, one.root, one.method, new Set()), [])
    expect(decision.cuts['2024']?.areaScores).toEqual([])
    expect(decision.kept.some((k) => k.what === 'areaScores' && k.reason === 'solvable')).toBe(true)
  })

  it('do not exist for scores at the top: an area that has everything says so of each', () => {
    const body = anchoredFramework(6)
    const snapshot = drawn(10, body, 5)
    for (const column of Object.values(snapshot.periods[0]?.values ?? {})) column[0] = 50
    for (const { code, indicator } of leavesOf(body.root)) {
      const column = snapshot.periods[0]?.values[code]
      if (column !== undefined) column[0] = indicator.direction === 'cost' ? 0 : 100
    }
    const decision = decide(sourceOf('', snapshot, body.root, body.method, new Set()), [])
    // Its score is 100 and its values are at their bounds: with the root public they would lie between target and bound.
    const width = decision.narrowest ?? 0
    expect(decision.cuts['2024']?.areaScores.length === 0 || width >= 2).toBe(true)
  })

  it('are the same on every run', () => {
    const body = anchoredFramework(6)
    const snapshot = drawn(8, body, 11)
    const twice = [0, 1].map(() => decide(sourceOf('', snapshot, body.root, body.method, new Set()), []))
    expect(JSON.stringify(twice[0]?.cuts)).toBe(JSON.stringify(twice[1]?.cuts))
    expect(twice[0]?.narrowest).toBe(twice[1]?.narrowest)
  })
})
