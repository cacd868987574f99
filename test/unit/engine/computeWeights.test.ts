/** Hand-checked examples of weights by judgement: AHP and its repair, rounds of Delphi, concordance, warnings. */
import { describe, expect, test } from 'vitest'
import { computeWeights } from '../../../worker/engine/computeWeights.ts'

describe('computeWeights', () => {
  test('AHP names the judgement that contributes most and what would repair it', () => {
    // Consistent weights 4 : 2 : 1 : 1, with one judgement turned round.
    const matrix = [
      [1, 2, 4, 0.25],
      [0.5, 1, 2, 2],
      [0.25, 0.5, 1, 1],
      [4, 0.5, 1, 1],
    ]
    const { consistent, cr, worst } = computeWeights({ method: 'ahp', matrix })
    expect(consistent).toBe(false)
    expect(worst).toMatchObject({ row: 0, column: 3, value: 0.25, suggested: 4 })
    expect(worst?.crAfter ?? 1).toBeLessThan(1e-12)
    expect(cr ?? 0).toBeGreaterThan(0.1)
    expect(
      computeWeights({
        method: 'ahp',
        matrix: [
          [1, 2],
          [0.5, 1],
        ],
      }),
    ).toMatchObject({ lambdaMax: 2, ci: 0, cr: 0, consistent: true, worst: null })
    expect(computeWeights({ method: 'ahp', matrix: [[1]] }).weights).toEqual([1])
  })

  test('AHP beyond Saaty’s table has no CR', () => {
    const matrix = Array.from({ length: 16 }, () => Array.from({ length: 16 }, () => 1))
    expect(computeWeights({ method: 'ahp', matrix })).toMatchObject({ cr: null, ci: 0, consistent: true })
  })

  test('Delphi: the last round decides, every round is shown', () => {
    const { weights, cv, kendallW, rounds } = computeWeights({
      method: 'delphi',
      rounds: [
        [
          [9, 1],
          [1, 9],
        ],
        [
          [6, 2],
          [6, 2],
        ],
      ],
    })
    expect(weights).toEqual([0.75, 0.25])
    expect(cv).toEqual([0, 0])
    expect(kendallW).toBe(1)
    expect(rounds.map((round) => round.kendallW)).toEqual([0, 1])
  })

  test('experts who distinguish nothing have no concordance', () => {
    expect(
      computeWeights({
        method: 'delphi',
        rounds: [
          [
            [5, 5],
            [5, 5],
          ],
        ],
      }),
    ).toMatchObject({ kendallW: null, chi2: null, p: null })
  })

  test('missing cells are left out with a warning', () => {
    const { warnings } = computeWeights({
      method: 'critic',
      values: { a: [1, null, 3, 9], b: [3, 1, 2, 2] },
      directions: { a: 'benefit', b: 'cost' },
    })
    expect(warnings.map(({ code, path }) => `${code} ${path}`)).toEqual(['incomplete-weights a'])
  })
})
