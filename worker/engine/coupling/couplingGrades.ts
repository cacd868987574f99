/**
 * The ten named classes of the coupling coordination degree D, in the usual tenths.
 *
 * Class k holds (k − 1)/10 ≤ D < k/10; D = 1 belongs to the tenth. Source: the ten-interval classification common in
 * Chinese coupling coordination studies (Liao Zhongbin 1999 onwards). Edge policy: D outside [0, 1] or missing has no
 * class: null. Complexity: O(1).
 *
 * @example couplingGrade(0.63)?.zh // '初级协调'
 */
export interface CouplingGrade {
  readonly level: number
  readonly from: number
  readonly to: number
  readonly zh: string
  readonly en: string
}

const names: readonly (readonly [string, string])[] = [
  ['极度失调', 'extreme imbalance'],
  ['严重失调', 'severe imbalance'],
  ['中度失调', 'moderate imbalance'],
  ['轻度失调', 'mild imbalance'],
  ['濒临失调', 'near imbalance'],
  ['勉强协调', 'bare coordination'],
  ['初级协调', 'primary coordination'],
  ['中级协调', 'intermediate coordination'],
  ['良好协调', 'good coordination'],
  ['优质协调', 'excellent coordination'],
]

export const couplingGrades: readonly CouplingGrade[] = names.map(([zh, en], k) => {
  return { level: k + 1, from: k / 10, to: (k + 1) / 10, zh, en }
})

export function couplingGrade(degree: number | null): CouplingGrade | null {
  if (degree === null || !(degree >= 0 && degree <= 1)) return null
  return couplingGrades.findLast((grade) => degree >= grade.from) ?? null
}
