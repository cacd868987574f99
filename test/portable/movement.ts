/** What moves over periods, and how systems hang together. */
import { computeCoupling } from '../../worker/engine/computeCoupling.ts'
import { computeTrends } from '../../worker/engine/computeTrends.ts'
import { mannKendall } from '../../worker/engine/time/mannKendall.ts'
import { splitChange } from '../../worker/engine/time/splitChange.ts'
import { AREAS, column, PERIODS, population, type Scenarios } from './data.ts'

const n = AREAS.length

export function movementScenarios(): Scenarios {
  const series = {
    Index: PERIODS.map((_, t) => column(n, 600 + t, 40 + 2 * t, 90, 2)),
    I0: PERIODS.map((_, t) => column(n, 620 + t, 5, 200 - 20 * t, 5)),
  }
  const request = { periods: PERIODS, series, grades: [60, 70, 80], ungraded: new Set(['I0']) }
  const breaks = { Index: [{ period: '2022', note: '口径调整' }] }
  const populations = PERIODS.map((_, t) => population(10 + t))
  return {
    'trends/cv': () => computeTrends(request),
    'trends/gini, by population': () => computeTrends({ ...request, index: 'gini', populations }),
    'trends/broken': () => computeTrends({ ...request, breaks }),
    'trends/Mann–Kendall': () =>
      [8, 30, 60].map((length) => mannKendall(column(length, 640, 1, 9).map((x, i) => x + i / 9))),
    'trends/tied': () => mannKendall(column(20, 641, 1, 5).map(Math.round)),
    'trends/split': () => splitChange({ mean: 51.3, index: 0.412 }, { mean: 60.7, index: 0.337 }),
    coupling: () =>
      computeCoupling({
        systems: { a: column(n, 650, 0, 1), b: column(n, 651, 0.2, 0.9), c: column(n, 652, 0, 1, 4) },
        weights: { a: 1, b: 2, c: 3 },
      }),
    'coupling/two': () => computeCoupling({ systems: { a: column(n, 653, 0, 1), b: column(n, 654, 0, 1) } }),
  }
}
