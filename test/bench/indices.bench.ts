/** Speed of the inequality half of the engine, as the best of interleaved rounds and as ratios to something timed in the same
 * run on the same columns: the platform's own sort, a bare sum, a bare Math.log loop, simple-statistics where it has the index.
 * Short columns are timed in a series of different ones: over the same one again and again a processor learns every branch
 * of a sort by heart, which no real run sees. Run: `npx node test/bench/indices.bench.ts [largest n]`. Prints a table; asserts nothing. */
import * as simple from 'simple-statistics'
import { atkinson } from '../../worker/engine/indices/atkinson.ts'
import { cv } from '../../worker/engine/indices/cv.ts'
import { ge } from '../../worker/engine/indices/ge.ts'
import { gini } from '../../worker/engine/indices/gini.ts'
import { hoover } from '../../worker/engine/indices/hoover.ts'
import { p90p10 } from '../../worker/engine/indices/p90p10.ts'
import { theilL } from '../../worker/engine/indices/theilL.ts'
import { theilT } from '../../worker/engine/indices/theilT.ts'
import { summariseColumns } from '../../worker/engine/summariseColumn.ts'

const largest = Number(process.argv[2] ?? 1e6)
let sink = 0

/** Best of interleaved rounds: a busy machine slows all alike, and the best is what it slowed least. */
function best(tasks: Readonly<Record<string, () => number>>, rounds: number, repeat: number): Record<string, number> {
  const times: Record<string, number> = {}
  for (let round = 0; round < rounds + 2; round++) {
    for (const [name, task] of Object.entries(tasks)) {
      const start = performance.now()
      for (let k = 0; k < repeat; k++) sink += task()
      if (round >= 2) times[name] = Math.min(times[name] ?? Infinity, (performance.now() - start) / repeat)
    }
  }
  return times
}

/** The yardsticks go in blocks, so that they are compiled whole whatever ran before; the chain of additions is not broken. */
const PIECE = 4096

function bareSum(x: Float64Array): number {
  let total = 0
  for (let from = 0; from < x.length; from += PIECE) total = addPiece(x, from, Math.min(from + PIECE, x.length), total)
  return total
}

function addPiece(x: Float64Array, from: number, to: number, before: number): number {
  let total = before
  for (let i = from; i < to; i++) total += x[i] as number
  return total
}

function bareLog(x: Float64Array): number {
  let total = 0
  for (let from = 0; from < x.length; from += PIECE)
    total = addLogsOfPiece(x, from, Math.min(from + PIECE, x.length), total)
  return total
}

function addLogsOfPiece(x: Float64Array, from: number, to: number, before: number): number {
  let total = before
  for (let i = from; i < to; i++) total += Math.log(x[i] as number)
  return total
}

/** Park and Miller's generator: the same doubles in every run. */
function randomColumn(n: number, shape: (u: number) => number): Float64Array {
  let state = 20241026
  return Float64Array.from({ length: n }, () => {
    state = (state * 48271) % 2147483647
    const high = state
    state = (state * 48271) % 2147483647
    return shape((high + state / 2147483647) / 2147483647)
  })
}

const shapes: Record<string, (u: number) => number> = {
  uniform: (u) => 100 * u + 1e-9,
  skewed: (u) => Math.exp(4 * u + 3 * u * u),
}

// Twice over the smallest size without printing: what is timed later has been compiled by then, the yardsticks too.
for (const f of [...Object.values(shapes), ...Object.values(shapes)]) measure('', f, 1e3, () => undefined)
for (const [shape, f] of Object.entries(shapes)) {
  for (const n of [1e3, 1e4, 1e5, 1e6].filter((size) => size <= largest)) measure(shape, f, n, console.log)
}

const city = Array.from({ length: 300 }, (_, c) => randomColumn(20, (u) => 1 + c + 50 * u))
const province = Array.from({ length: 1000 }, (_, c) => randomColumn(200, (u) => 1 + c + 50 * u))
const people = (n: number) => randomColumn(n, (u) => 1 + 100 * u)
const batch = best(
  {
    city: () => summariseColumns(city, people(20)).length,
    province: () => summariseColumns(province, people(200)).length,
  },
  9,
  1,
)
console.log(
  `\nall 13 indices, weighted: 300 columns × 20 areas ${batch['city']?.toFixed(2)} ms; 1,000 columns × 200 areas ${batch['province']?.toFixed(2)} ms`,
)
if (Number.isNaN(sink)) throw new Error('a benchmark produced NaN')

function measure(shape: string, f: (u: number) => number, n: number, print: (line: string) => void): void {
  const series = Math.max(1, Math.round(1e5 / n))
  const all = randomColumn(n * series, f)
  const columns = Array.from({ length: series }, (_, k) => all.slice(k * n, (k + 1) * n))
  const lists = columns.map((x) => Array.from(x))
  const w = randomColumn(n, (u) => 1 + 1000 * u)
  let turn = 0
  /** The next column of the series each time. */
  const each = (task: (x: Float64Array) => number) => () => task(columns[turn++ % series] as Float64Array)
  const eachList = (task: (x: number[]) => number) => () => task(lists[turn++ % series] as number[])
  const result = best(
    {
      'native sort': each((x) => x.slice().sort()[0] as number),
      'bare sum': each(bareSum),
      'bare log': each(bareLog),
      gini: each((x) => gini(x).value ?? 0),
      'gini weighted': each((x) => gini(x, w).value ?? 0),
      cv: each((x) => cv(x).value ?? 0),
      theilT: each((x) => theilT(x).value ?? 0),
      theilL: each((x) => theilL(x).value ?? 0),
      hoover: each((x) => hoover(x).value ?? 0),
      'ge 2': each((x) => ge(x).value ?? 0),
      'atkinson 0.5': each((x) => atkinson(x).value ?? 0),
      p90p10: each((x) => p90p10(x).value ?? 0),
      'simple-statistics cv': eachList((x) => simple.coefficientOfVariation(x)),
      'simple-statistics p90/p10': eachList((x) => simple.quantile(x, 0.9) / simple.quantile(x, 0.1)),
    },
    n >= 1e6 ? 9 : 15,
    Math.max(1, Math.round(2e5 / n)),
  )
  const row = (name: string, against: string) =>
    print(
      `${name.padEnd(26)}${(result[name] ?? 0).toFixed(4).padStart(10)} ms   ${((result[name] ?? 0) / (result[against] ?? 1)).toFixed(2).padStart(6)} × ${against}`,
    )
  print(
    `\n${shape}, n = ${n.toLocaleString('en')}: native sort ${result['native sort']?.toFixed(3)} ms, bare sum ${result['bare sum']?.toFixed(4)} ms, bare log ${result['bare log']?.toFixed(3)} ms`,
  )
  row('gini', 'native sort')
  row('gini weighted', 'native sort')
  row('cv', 'bare sum')
  row('hoover', 'bare sum')
  row('ge 2', 'bare sum')
  row('theilT', 'bare log')
  row('theilL', 'bare log')
  row('atkinson 0.5', 'bare log')
  row('p90p10', 'native sort')
  row('cv', 'simple-statistics cv')
  row('p90p10', 'simple-statistics p90/p10')
}
