/** Chi-square tails against 40-digit arithmetic (mpmath's regularised upper incomplete gamma). */
import { expect, test } from 'vitest'
import { chiSquareSurvival } from '../../../../worker/engine/numeric/chiSquareSurvival.ts'

test.each([
  [3, 2, 0.22313016014842982],
  [1000, 100, 2.306076738035398e-148],
  [5, 40, 0.9999999999965196],
  [800, 700, 0.005046663856080886],
  [30, 15, 0.011921495938159695],
  [500, 21, 1.4764787841774873e-92],
  [1e-6, 1, 0.9992021155721779],
  [0.3, 7, 0.9998999626177479],
  [1400, 1, 2.1010145162642176e-306],
  [2000, 301, 4.0482600835561274e-248],
])('x = %d, df = %d', (x, df, expected) => {
  expect(Math.abs(chiSquareSurvival(x, df) - expected)).toBeLessThanOrEqual(1e-12 * expected)
})

test('outside its domain', () => {
  expect([chiSquareSurvival(0, 3), chiSquareSurvival(-1, 3), chiSquareSurvival(Infinity, 3)]).toEqual([1, 1, 0.0])
  expect([chiSquareSurvival(NaN, 3), chiSquareSurvival(1, 0), chiSquareSurvival(1, 1.5)]).toEqual([NaN, NaN, NaN])
})
