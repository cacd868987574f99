/** Medians of the composite index on synthetic data of four sizes, with the ratio to a bare pass over the same cells.
 * Run: npx node test/bench/composite.bench.ts; memory alone: npx node --expose-gc test/bench/composite.bench.ts county. Nothing is asserted: what holds is printed. */
import { computeComposite } from '../../worker/engine/computeComposite.ts'
import { computePanel } from '../../worker/engine/computePanel.ts'
import type { CompositeMethod, CompositeRequest, PanelRequest } from '../../worker/engine/composite.types.ts'
import { prepareComposite } from '../../worker/engine/kernel/prepareComposite.ts'
import { runComposite } from '../../worker/engine/kernel/runComposite.ts'
import { rankInto } from '../../worker/engine/aggregate/rankInto.ts'
import { RandomStream } from '../../worker/engine/numeric/random.ts'
import type { FrameworkNode } from '../../worker/engine/types.ts'

const METHOD: CompositeMethod = {
  treatment: 'winsorise',
  normalisation: 'minmax',
  weighting: 'given',
  aggregation: 'arithmetic',
  missing: 'renormalise',
}

/** `leaves` indicators in `parents` pillars under two sub-indices: the shape of ASEM (49 in 8 under 2 under 1). */
function framework(leaves: number, parents: number): FrameworkNode {
  const pillar = (p: number): FrameworkNode => ({
    code: `P${p}`,
    weight: 1 + (p % 3),
    children: Array.from({ length: leaves }, (_, j) => j)
      .filter((j) => j % parents === p)
      .map((j) => ({
        code: `I${j}`,
        weight: 1 + (j % 2),
        direction: j % 4 === 0 ? ('cost' as const) : ('benefit' as const),
      })),
  })
  const half = Math.ceil(parents / 2)
  const group = (code: string, from: number, to: number): FrameworkNode => ({
    code,
    children: Array.from({ length: to - from }, (_, k) => pillar(from + k)),
  })
  return { code: 'Index', children: [group('S1', 0, half), group('S2', half, parents)] }
}

function panel(n: number, leaves: number, periods: number, method: CompositeMethod): PanelRequest {
  const random = new RandomStream(20241026)
  const column = (skewed: boolean): Float64Array =>
    Float64Array.from({ length: n }, () => {
      const u = random.uniform()
      return skewed ? 1 / (1.02 - u) : 50 + 40 * u
    })
  return {
    areas: Array.from({ length: n }, (_, i) => `A${i}`),
    periods: Array.from({ length: periods }, (_, t) => `${2015 + t}`),
    framework: framework(leaves, 8),
    values: Object.fromEntries(
      Array.from({ length: leaves }, (_, j) => [`I${j}`, Array.from({ length: periods }, () => column(j % 3 === 0))]),
    ),
    method,
  }
}

function onePeriod(request: PanelRequest): CompositeRequest {
  const values = Object.fromEntries(
    Object.entries(request.values).map(([code, columns]) => [code, Array.from(columns[0] ?? [])]),
  )
  return { areas: request.areas, framework: request.framework, values, method: request.method }
}

function median(task: () => void, runs: number, warm = 3): number {
  for (let k = 0; k < warm; k++) task()
  const times = Array.from({ length: runs }, () => {
    const from = performance.now()
    task()
    return performance.now() - from
  }).toSorted((a, b) => a - b)
  return times[runs >> 1] as number
}

/** The floor: read every cell once and add it up. */
function bare(request: PanelRequest): number {
  let total = 0
  for (const columns of Object.values(request.values))
    for (const column of columns) for (let i = 0; i < column.length; i++) total += column[i] ?? 0
  return total
}

function row(name: string, ms: number, floor: number, bar: string): void {
  console.log(
    `${name.padEnd(44)} ${ms.toFixed(3).padStart(10)} ms  ${(ms / floor).toFixed(1).padStart(8)} × a bare pass   bar: ${bar}`,
  )
}

if (process.argv[2] === 'county') countyMemory()
else sizes()

/** One county-scale panel in a process of its own: what it takes beyond the empty process and beyond its input. */
function countyMemory(): void {
  const empty = process.memoryUsage().rss
  const county = panel(3000, 100, 10, { ...METHOD, bounds: 'pooled' })
  const before = process.memoryUsage()
  const from = performance.now()
  const result = computePanel(county)
  const ms = performance.now() - from
  const peak = process.resourceUsage().maxRSS * 1024
  const used = process.memoryUsage()
  globalThis.gc?.()
  const kept = process.memoryUsage()
  console.log(
    `county in a fresh process: ${ms.toFixed(0)} ms for ${result.periods.length} periods; peak above the empty process ${mb(peak - empty)}; ` +
      `heap + buffers with input ${mb(before.heapUsed + before.arrayBuffers)}, at the end ${mb(used.heapUsed + used.arrayBuffers)}, after collection ${mb(kept.heapUsed + kept.arrayBuffers)}   bar: ≤ 128 MB`,
  )
}

function sizes(): void {
  const asem = panel(51, 49, 1, METHOD)
  const floor = median(() => bare(asem), 200)
  const one = onePeriod(asem)
  row(
    'ASEM 51 × 49, full build',
    median(() => computeComposite(one), 200, 50),
    floor,
    '≤ 5 ms (COINr 68 ms)',
  )
  row(
    'ASEM, geometric',
    median(() => computeComposite({ ...one, method: { ...METHOD, aggregation: 'geometric' } }), 100, 20),
    floor,
    '–',
  )
  row(
    'ASEM, entropy weights',
    median(() => computeComposite({ ...one, method: { ...METHOD, weighting: 'entropy' } }), 100, 20),
    floor,
    '–',
  )
  row(
    'ASEM, five years pooled',
    median(() => computePanel(panel(51, 49, 5, { ...METHOD, bounds: 'pooled' })), 20),
    floor,
    'COINr 282 ms',
  )

  const prepared = prepareComposite(one, [
    { normalisation: 'zscore', options: { mean: 10, sd: 2 } },
    { normalisation: 'minmax', scale: [1, 100] },
  ])
  const out = new Float64Array(prepared.size * prepared.n)
  const weights = Float64Array.from(prepared.weights)
  const sorting = new Float64Array(prepared.n)
  const ranks = new Int32Array(prepared.n)
  const random = new RandomStream(1)
  for (const aggregation of ['arithmetic', 'geometric', 'topsis'] as const) {
    const ms = median(
      () => {
        for (let k = 0; k < 1000; k++) {
          for (let v = 0; v < weights.length; v++)
            weights[v] = (prepared.weights[v] as number) * (0.75 + 0.5 * random.uniform())
          runComposite(prepared, { weights, variant: 1 + (k & 1), aggregation, omit: k % 50 === 0 ? -1 : k % 49 }, out)
          rankInto(out, 0, prepared.n, sorting, ranks)
        }
      },
      7,
      1,
    )
    row(`ASEM, 1,000 replicates, ${aggregation}`, ms, floor, '≤ 1,000 ms (COINr 100: 9,200 ms)')
  }

  const city = panel(20, 60, 5, METHOD)
  row(
    'city 20 × 60 × 5',
    median(() => computePanel(city), 50, 10),
    median(() => bare(city), 200),
    '≤ 10 ms',
  )
  const cold = performance.now()
  computePanel(panel(20, 60, 5, { ...METHOD, bounds: 'pooled', weighting: 'critic' }))
  row('city, pooled, CRITIC, first call', performance.now() - cold, 1, '≤ 10 ms')
  const province = panel(200, 100, 10, METHOD)
  row(
    'province 200 × 100 × 10',
    median(() => computePanel(province), 7, 2),
    median(() => bare(province), 20),
    '–',
  )

  const county = panel(3000, 100, 10, { ...METHOD, bounds: 'pooled' })
  row(
    'county 3,000 × 100 × 10, pooled',
    median(() => computePanel(county), 3, 1),
    median(() => bare(county), 5),
    '≤ 2,000 ms',
  )
}

function mb(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(0)} MB`
}
