/**
 * How sure is the ranking, and which choice moves it most? The stateless `/compute/sensitivity`.
 *
 * Idea: repeat the composite `runs` times with the questioned choices drawn at random; give each area's median rank with
 * its 5–95 % interval and its share among the first k, and each choice's first-order and total Sobol index of the mean rank
 * shift. Formulas, sources and edge policy: uncertainty/sensitivityRuns.ts, which is the same in chunks.
 * Complexity: (runs + driverRuns·(choices + 1)) composite runs.
 *
 * @example computeSensitivity({ areas, framework, values, method, seed: 1, runs: 1000, perturb: { weights: { range: 0.25 } } })
 * // { ranks: [{ area: '东区', nominal: 1, median: 1, p05: 1, p95: 2, topShare: 1, … }], drivers: [{ choice: 'weights', … }], … }
 */
import type { SensitivityRequest, SensitivityResult } from './uncertainty/sensitivity.types.ts'
import { sensitivityRuns } from './uncertainty/sensitivityRuns.ts'

export function computeSensitivity(request: SensitivityRequest): SensitivityResult {
  const work = sensitivityRuns(request, Infinity)
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
  }
}
