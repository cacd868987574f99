import { describe, expect, it } from 'vitest'
import { NO_FACTS } from '../../support/evaluationNode.ts'
import { publishableScores } from '../../../worker/services/publication/publishableScores.ts'
import type { EvaluationNode } from '../../../worker/routes/evaluations/schema.ts'

const node = (code: string, parent: string | null, kind: EvaluationNode['kind'], localWeight = 1): EvaluationNode => ({
  code,
  parent,
  kind,
  name: code,
  nameEn: code,
  localWeight,
  effectiveWeight: localWeight,
  ...NO_FACTS,
})

/** root → A (a1, a2), B (b1 alone), C (c1, c2); one area. */
const TREE = [
  node('root', null, 'root'),
  node('A', 'root', 'domain'),
  node('a1', 'A', 'indicator'),
  node('a2', 'A', 'indicator'),
  node('B', 'root', 'domain'),
  node('b1', 'B', 'indicator'),
  node('C', 'root', 'domain'),
  node('c1', 'C', 'indicator'),
  node('c2', 'C', 'indicator'),
]
const FULL = { a1: [10], a2: [20], b1: [30], c1: [40], c2: [50] }
const scoresOf = (codes: string[]) => Object.fromEntries(codes.map((c, i) => [c, [i + 1]]))
const shown = (
  nodes: EvaluationNode[],
  normalised: Record<string, (number | null)[]>,
  codes = nodes.filter((n) => n.kind !== 'indicator').map((n) => n.code),
) => {
  const result = publishableScores(nodes, scoresOf(codes), scoresOf(codes), normalised)
  expect(Object.fromEntries(Object.entries(result.ranks).map(([k, v]) => [k, v[0] === null]))).toEqual(
    Object.fromEntries(Object.entries(result.scores).map(([k, v]) => [k, v[0] === null])),
  )
  return { open: codes.filter((c) => result.scores[c]?.[0] !== null), withheld: result.withheld }
}

describe('publishableScores', () => {
  it('keeps a one-indicator node home, and with it the siblings that would leave it the only unknown', () =>
    expect(shown(TREE, FULL)).toEqual({ open: ['root'], withheld: { A: 1, B: 1, C: 1 } }))

  it('publishes siblings when two of them stay home: their sum tells of neither', () => {
    const two = [...TREE, node('D', 'root', 'domain'), node('d1', 'D', 'indicator')]
    expect(shown(two, { ...FULL, d1: [60] })).toEqual({ open: ['root', 'A', 'C'], withheld: { B: 1, D: 1 } })
  })

  it('counts what an area has, not what the framework names', () => {
    const rich = TREE.filter((n) => n.code !== 'B' && n.code !== 'b1')
    expect(shown(rich, FULL)).toEqual({ open: ['root', 'A', 'C'], withheld: {} })
    expect(shown(rich, { ...FULL, c2: [null] })).toEqual({ open: ['root'], withheld: { A: 1, C: 1 } })
  })

  it('lets a weightless indicator hide nothing', () => {
    const weightless = TREE.map((n) => (n.code === 'a2' ? node('a2', 'A', 'indicator', 0) : n)).filter(
      (n) => n.code !== 'B' && n.code !== 'b1',
    )
    expect(shown(weightless, FULL)).toEqual({ open: ['root'], withheld: { A: 1, C: 1 } })
  })

  it('withholds the whole when it rests on one indicator', () => {
    const single = [node('root', null, 'root'), node('A', 'root', 'domain'), node('a1', 'A', 'indicator')]
    expect(shown(single, { a1: [10] })).toEqual({ open: [], withheld: { root: 1, A: 1 } })
  })

  it('keeps an indicator that stands beside domains from being worked out', () => {
    const mixed = [
      node('root', null, 'root'),
      node('A', 'root', 'domain'),
      node('a1', 'A', 'indicator'),
      node('a2', 'A', 'indicator'),
      node('x', 'root', 'indicator'),
    ]
    expect(shown(mixed, { a1: [1], a2: [2], x: [3] })).toEqual({ open: ['root'], withheld: { A: 1 } })
  })

  it('goes down level by level and leaves missing scores missing', () => {
    const deep = [
      node('root', null, 'root'),
      node('D', 'root', 'domain'),
      node('K1', 'D', 'category'),
      node('p', 'K1', 'indicator'),
      node('q', 'K1', 'indicator'),
      node('K2', 'D', 'category'),
      node('r', 'K2', 'indicator'),
      node('E', 'root', 'domain'),
      node('s', 'E', 'indicator'),
      node('t', 'E', 'indicator'),
    ]
    expect(shown(deep, { p: [1], q: [2], r: [3], s: [4], t: [5] })).toEqual({
      open: ['root', 'D', 'E'],
      withheld: { K1: 1, K2: 1 },
    })
    const none = publishableScores(
      deep,
      { root: [null], D: [null] },
      { root: [null], D: [null] },
      { p: [null], q: [null], r: [null], s: [null], t: [null] },
    )
    expect(none.withheld).toEqual({})
  })
})
