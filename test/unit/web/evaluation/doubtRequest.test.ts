import { describe, expect, it } from 'vitest'
import { EQUALITY_DEFAULTS, NO_FACTS } from '../../../support/evaluationNode.ts'
import { computeSensitivity } from '../../../../worker/engine/computeSensitivity.ts'
import type { EvaluationNode } from '../../../../worker/contract/evaluations.ts'
import { doubtRequest } from '../../../../web/features/evaluation/doubtRequest.ts'

const node = (code: string, parent: string | null, kind: EvaluationNode['kind'], localWeight = 1): EvaluationNode => ({
  code,
  parent,
  kind,
  name: code,
  nameEn: '',
  localWeight,
  effectiveWeight: 1,
  ...NO_FACTS,
})
const evaluation = {
  areas: ['a', 'b', 'c'].map((code) => ({ code, name: code, nameEn: '', setting: null, grouping: '' })),
  nodes: [
    node('R', null, 'root'),
    node('D', 'R', 'domain', 0.6),
    node('I1', 'D', 'indicator', 0.5),
    node('I2', 'D', 'indicator', 0.5),
    node('I3', 'R', 'indicator', 0.4),
  ],
  method: {
    treatment: 'none',
    imputation: 'none',
    normalisation: 'target',
    bounds: 'pooled',
    weighting: 'given',
    aggregation: 'arithmetic',
    missing: 'renormalise',
    minCoverage: 2 / 3,
    ...EQUALITY_DEFAULTS,
  },
} as const
const result = { normalised: { I1: [95, 50, 10], I2: [90, 60, 20], I3: [99, 55, null] } }

describe('doubtRequest', () => {
  const request = doubtRequest(
    { ...evaluation, areas: [...evaluation.areas], nodes: [...evaluation.nodes] },
    result,
    'R',
  )
  it('asks the engine about the whole tree below the node', () => {
    expect(Object.keys(request.values)).toEqual(['I1', 'I2', 'I3'])
    expect(request.framework.children?.map((child) => child.code)).toEqual(['D', 'I3'])
  })
  it('is accepted by the engine, whose nominal ranks are those of the scores', () => {
    const answer = computeSensitivity({ ...request, runs: 40 })
    expect(answer.ranks.map((rank) => [rank.area, rank.nominal])).toEqual([
      ['a', 1],
      ['b', 2],
      // I3 is missing here and D alone covers 0.6 < 2/3: no score, no rank.
      ['c', null],
    ])
    expect(answer.drivers).toEqual([])
  })
  it('does not leave out the only indicator of a node', () =>
    expect(
      doubtRequest({ ...evaluation, areas: [...evaluation.areas], nodes: [...evaluation.nodes] }, result, 'I3').perturb
        .leaveOneOut,
    ).toBe(false))
})
