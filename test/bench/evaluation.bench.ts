/** A whole evaluation (scores, indices of every node and indicator, decompositions, series, short boards) at three sizes, and what naming and storing it adds.
 * Run: npx node --expose-gc test/bench/evaluation.bench.ts. Nothing is asserted: what holds is printed. The bar: a city's under 10 ms of CPU. */
import { computePanel } from '../../worker/engine/computePanel.ts'
import { evaluationDigest } from '../../worker/engine/digest/evaluationDigest.ts'
import { RandomStream } from '../../worker/engine/numeric/random.ts'
import { engineFramework, engineMethod } from '../../worker/services/evaluation/engineInput.ts'
import { evaluateSnapshot } from '../../worker/services/evaluation/evaluateSnapshot.ts'
import { nameResults } from '../../worker/record/evaluation.ts'
import type { Snapshot } from '../../worker/contract/evaluations.ts'
import type { MethodOptions, TreeNode } from '../../worker/contract/frameworks.ts'
import { EQUALITY_DEFAULTS } from '../support/evaluationNode.ts'

const METHOD: MethodOptions = {
  treatment: 'none',
  imputation: 'none',
  normalisation: 'minmax',
  bounds: 'pooled',
  weighting: 'given',
  aggregation: 'arithmetic',
  missing: 'renormalise',
  minCoverage: 2 / 3,
  ...EQUALITY_DEFAULTS,
}

const leaf = (j: number): TreeNode => ({
  code: `I${j}`,
  name: `指标${j}`,
  nameEn: `Indicator ${j}`,
  kind: 'indicator',
  weight: 1 + (j % 3),
  indicator: {
    unit: '%',
    direction: j % 4 === 0 ? 'cost' : 'benefit',
    target: j % 2 === 0 ? 60 : null,
    goalposts: null,
    floor: null,
    layer: '',
    department: '',
    numerator: '',
    denominator: '',
    source: '',
    plausibleLow: null,
    plausibleHigh: null,
  },
})

/** Nine domains, as the national standard has them, with two categories each. */
function tree(indicators: number): TreeNode {
  const below = (domain: number, half: number): TreeNode[] =>
    Array.from({ length: indicators }, (_, j) => j)
      .filter((j) => j % 18 === domain * 2 + half)
      .map(leaf)
  return {
    code: 'root',
    name: '总指数',
    nameEn: 'Index',
    kind: 'root',
    weight: 1,
    children: Array.from({ length: 9 }, (_, d) => ({
      code: `D${d}`,
      name: `领域${d}`,
      nameEn: `Domain ${d}`,
      kind: 'domain',
      weight: 1,
      children: [0, 1].map((h): TreeNode => ({
        code: `D${d}C${h}`,
        name: `类${h}`,
        nameEn: `Category ${h}`,
        kind: 'category',
        weight: 1,
        children: below(d, h),
      })),
    })),
  }
}

function snapshot(areas: number, indicators: number, periods: number): Snapshot {
  const random = new RandomStream(20241026)
  return {
    areas: Array.from({ length: areas }, (_, i) => ({
      code: String(110_000 + i),
      name: `第${i}区`,
      nameEn: `Area ${i}`,
      setting: i % 3 === 0 ? 'rural' : 'urban',
      grouping: ['中心', '近郊', '远郊'][i % 3] ?? '',
    })),
    periods: Array.from({ length: periods }, (_, t) => ({
      period: String(2015 + t),
      populations: Array.from({ length: areas }, () => Math.round(1e5 + 9e5 * random.uniform())),
      values: Object.fromEntries(
        Array.from({ length: indicators }, (_, j) => [
          `I${j}`,
          Array.from({ length: areas }, () => Math.round(1e4 * (20 + 80 * random.uniform())) / 1e4),
        ]),
      ),
    })),
  }
}

/** Milliseconds of CPU of this thread, the best of five rounds: a busy machine does not count, and the clock is too coarse for one call. */
async function cpu(task: () => unknown, runs: number): Promise<number> {
  for (let k = 0; k < runs; k += 1) await task()
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < 5; round += 1) {
    const from = process.threadCpuUsage()
    for (let k = 0; k < runs; k += 1) await task()
    const { user, system } = process.threadCpuUsage(from)
    best = Math.min(best, (user + system) / 1000 / runs)
  }
  return best
}

async function measure(name: string, areas: number, indicators: number, periods: number, runs: number): Promise<void> {
  const data = snapshot(areas, indicators, periods)
  const root = tree(indicators)
  const coldFrom = performance.now()
  const results = evaluateSnapshot(data, root, METHOD)
  const cold = performance.now() - coldFrom
  const request = {
    areas: data.areas.map((a) => a.code),
    periods: data.periods.map((p) => p.period),
    framework: engineFramework(root, METHOD),
    values: Object.fromEntries(
      Array.from({ length: indicators }, (_, j) => [`I${j}`, data.periods.map((p) => p.values[`I${j}`] ?? [])]),
    ),
    method: engineMethod(METHOD),
  }
  const panel = await cpu(() => computePanel(request), runs)
  const whole = await cpu(() => evaluateSnapshot(data, root, METHOD), runs)
  const named = await cpu(
    async () => [
      await evaluationDigest({ snapshot: data, framework: root, options: METHOD, engineVersion: '1' }),
      await nameResults(results),
      data.periods.map((p) => JSON.stringify(p)),
    ],
    runs,
  )
  const plain = await cpu(() => [...results.periods, ...data.periods].map((p) => JSON.stringify(p)), runs)
  globalThis.gc?.()
  const before = process.memoryUsage().heapUsed
  const kept = evaluateSnapshot(data, root, METHOD)
  const heapMB = (process.memoryUsage().heapUsed - before) / 1e6
  const stored = [...kept.periods, ...data.periods].reduce((sum, p) => sum + JSON.stringify(p).length, 0) / 1e6
  console.log(`${name}: ${areas} areas × ${indicators} indicators × ${periods} periods`)
  console.log(
    `  panel ${panel.toFixed(2)} ms · whole evaluation ${whole.toFixed(2)} ms (first call ${cold.toFixed(1)} ms) · texts and digests ${named.toFixed(2)} ms · JSON alone ${plain.toFixed(2)} ms\n  all of it ${((whole + named) / (whole + plain)).toFixed(2)} × computing and one JSON.stringify (aim: 1.5)`,
  )
  console.log(`  heap of the results ≤ ${heapMB.toFixed(1)} MB · stored ${stored.toFixed(2)} MB`)
}

await measure('city', 20, 60, 5, 30)
await measure('province', 200, 100, 10, 2)
await measure('towns', 3000, 60, 3, 1)
