import { describe, expect, it } from 'vitest'
import type { MethodOptions } from '../../../../worker/contract/frameworks.ts'
import { formulaOf } from '../../../../web/features/evaluation/formula.ts'
import { EQUALITY_DEFAULTS } from '../../../support/evaluationNode.ts'

const base: MethodOptions = {
  treatment: 'none',
  imputation: 'none',
  normalisation: 'minmax',
  bounds: 'sample',
  weighting: 'given',
  aggregation: 'arithmetic',
  missing: 'renormalise',
  minCoverage: 2 / 3,
  ...EQUALITY_DEFAULTS,
}
const benefit = { direction: 'benefit', target: null, floor: null } as const
const cost = { direction: 'cost', target: 5, floor: null } as const
const facts = { raw: 6, score: 40, column: [4, 6, null, 9], write: String }

describe('formulaOf', () => {
  it('writes the sample bounds as numbers', () => {
    expect(formulaOf(base, benefit, facts)).toBe('100 × (6 − 4) ÷ (9 − 4) = 40.00')
    expect(formulaOf(base, cost, facts)).toBe('100 × (9 − 6) ÷ (9 − 4) = 40.00')
  })
  it('keeps symbols where this period does not fix the bounds', () => {
    expect(formulaOf({ ...base, bounds: 'pooled' }, benefit, facts)).toBe('100 × (6 − lo) ÷ (hi − lo) = 40.00')
    expect(formulaOf({ ...base, treatment: 'winsorise' }, benefit, facts)).toContain('lo')
    expect(formulaOf({ ...base, bounds: 'goalposts' }, benefit, { ...facts, scores: [0, 0, null, 100] })).toContain(
      'lo',
    )
  })
  it('reads pooled and given bounds back from two cells between them', () => {
    // lo = 2, hi = 12: scores 20, 40, 70.
    const pooled = { ...base, bounds: 'pooled' } as const
    expect(formulaOf(pooled, benefit, { ...facts, scores: [20, 40, null, 70] })).toBe(
      '100 × (6 − 2) ÷ (12 − 2) = 40.00',
    )
    expect(formulaOf(pooled, cost, { ...facts, score: 60, scores: [80, 60, null, 30] })).toBe(
      '100 × (12 − 6) ÷ (12 − 2) = 60.00',
    )
    expect(
      formulaOf({ ...pooled, normalisation: 'efficacy' }, benefit, { ...facts, score: 76, scores: [68, 76, null, 88] }),
    ).toBe('60 + 40 × (6 − 2) ÷ (12 − 2) = 76.00')
  })
  it('turns a target round for cost', () => {
    expect(
      formulaOf(
        { ...base, normalisation: 'target' },
        { direction: 'benefit', floor: null, target: 5 },
        { ...facts, score: 100 },
      ),
    ).toBe('100 × min(6 ÷ 5, 1) = 100.00')
    expect(formulaOf({ ...base, normalisation: 'target' }, cost, { ...facts, score: 83.333 })).toBe(
      '100 × min(5 ÷ 6, 1) = 83.33',
    )
    expect(
      formulaOf({ ...base, normalisation: 'target' }, { direction: 'benefit', floor: null, target: [3, 7] }, facts),
    ).toBe('3 ≤ 6 ≤ 7 ⇒ 100 = 40.00')
  })
  it('claims no result for a missing value', () =>
    expect(formulaOf(base, benefit, { ...facts, raw: null, score: null })).toBe('100 × (x − 4) ÷ (9 − 4)'))
})
