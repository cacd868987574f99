/**
 * Uncertainty and sensitivity of a composite index, run in chunks: a generator that yields its progress and returns the
 * result, so that an HTTP layer can stream or stop. The chunk size changes no digit.
 *
 * Idea: replicate r draws every questioned choice from its own stream (seed, sample A, choice, r) and ranks the areas again.
 * For the drivers, sample B is drawn likewise, and each choice in turn is taken from B with the rest from A (Saltelli's
 * design); the output is the mean absolute rank shift from the nominal ranking [COINr get_sensitivity; OECD/JRC
 * Handbook step 7]. Weights from data (entropy …) stay those of the nominal build.
 * Edge policy: see checkSensitivity and preparePerturbation. Draws follow the codes of nodes and areas, never their
 * position: reordering areas, siblings or keys changes nothing. Complexity: runs + driverRuns·(choices + 1) composite runs.
 *
 * @example for (const { done, total } of sensitivityRuns(request)) report(done / total)
 */
import { rankInto } from '../aggregate/rankInto.ts'
import { renormalise } from '../kernel/renormalise.ts'
import { runComposite } from '../kernel/runComposite.ts'
import { RandomStream } from '../numeric/random.ts'
import type { Warning } from '../types.ts'
import { checkSensitivity } from './checkSensitivity.ts'
import { nominalState, preparePerturbation } from './preparePerturbation.ts'
import type { RunState } from './preparePerturbation.ts'
import { quantile } from './quantile.ts'
import { RankHistogram } from './rankHistogram.ts'
import { rankCorrelation, rankShift } from './rankShift.ts'
import type { Driver, Progress, SensitivityRequest, SensitivityResult, Spread } from './sensitivity.types.ts'
import { sobolIndices } from './sobolIndices.ts'

/** Yields after every `chunk` runs. */
export function* sensitivityRuns(request: SensitivityRequest, chunk = 100): Generator<Progress, SensitivityResult> {
  checkSensitivity(request)
  const { seed, runs, topK = 3, driverRuns = Math.min(runs, 512) } = request
  const runner = new Runner(request)
  const { n, factors } = runner
  const total = runs + driverRuns * (factors.length + 1) + Math.max(0, driverRuns - runs)
  let done = 0
  const histogram = new RankHistogram(n)
  const shifts = new Float64Array(Math.max(runs, driverRuns))
  const correlations: number[] = []
  for (let r = 0; r < shifts.length; r += 1) {
    shifts[r] = runner.shift(r, -1)
    if (r < runs) {
      histogram.add(runner.ranks)
      const correlation = rankCorrelation(runner.nominal, runner.ranks)
      if (correlation !== null) correlations.push(correlation)
    }
    if ((done += 1) % chunk === 0) yield { done, total }
  }
  const b = new Float64Array(driverRuns)
  const mixed = factors.map(() => new Float64Array(driverRuns))
  for (let r = 0; r < driverRuns; r += 1) {
    b[r] = runner.shift(r, factors.length)
    if ((done += 1) % chunk === 0) yield { done, total }
    for (const [i, y] of mixed.entries()) {
      y[r] = runner.shift(r, i)
      if ((done += 1) % chunk === 0) yield { done, total }
    }
  }
  const indices = sobolIndices({ a: shifts.subarray(0, driverRuns), b, ab: mixed }, { bootstrap: 1000, seed })
  const drivers: Driver[] =
    driverRuns === 0
      ? []
      : factors.flatMap(({ choice }, i) => (indices[i] === undefined ? [] : [{ choice, ...indices[i] }]))
  return {
    ranks: request.areas.map((area, i) => ({
      area,
      nominal: runner.nominal[i] || null,
      ...histogram.summary(i, topK),
    })),
    drivers,
    shift: spreadOf(shifts.slice(0, runs)),
    correlation: correlations.length === 0 ? null : spreadOf(Float64Array.from(correlations)),
    seed,
    runs,
    topK,
    driverRuns,
    evaluations: done,
    warnings: runner.warnings(),
  }
}

/** One perturbed composite after another in the same memory. */
class Runner {
  readonly n: number
  readonly nominal: Int32Array
  readonly ranks: Int32Array
  readonly factors: ReturnType<typeof preparePerturbation>['factors']
  readonly #seed: number
  readonly #plan: ReturnType<typeof preparePerturbation>
  readonly #out: Float64Array
  readonly #scratch: Float64Array
  readonly #noisy: Float64Array
  readonly #random = new RandomStream(0)
  #flooredRuns = 0

  constructor(request: SensitivityRequest) {
    this.#seed = request.seed
    this.#plan = preparePerturbation(request)
    const { prepared, factors } = this.#plan
    this.n = prepared.n
    this.factors = factors
    this.#out = new Float64Array(prepared.size * prepared.n)
    this.#scratch = new Float64Array(prepared.n)
    this.#noisy = new Float64Array(prepared.raw.length)
    this.ranks = new Int32Array(prepared.n)
    this.#rank(nominalState(prepared))
    this.nominal = this.ranks.slice()
    this.#flooredRuns = 0
  }

  /** Runs row r with every choice from sample A, but choice `fromB` from sample B (all of them when fromB = factors.length;
   * −1 none), and gives the mean rank shift. */
  shift(r: number, fromB: number): number {
    const { factors, state, settle, noise, prepared } = this.#plan
    factors.forEach(({ id, draw }, i) => {
      this.#random.restart(this.#seed, fromB === i || fromB === factors.length ? 1 : 0, id, r)
      draw(this.#random, state)
    })
    settle(state)
    if (noise !== null) {
      // Noise is the last choice, so its stream is the one just started.
      const raw = prepared.variants[state.run.variant]?.raw ?? prepared.raw
      noise(this.#random, raw, this.#noisy)
      renormalise(prepared, state.run.variant, this.#noisy)
    }
    this.#rank(state)
    return rankShift(this.nominal, this.ranks)
  }

  warnings(): Warning[] {
    const own = [...this.#plan.prepared.warnings]
    if (this.#flooredRuns === 0) return own
    const message = `${this.#flooredRuns} runs raised scores to the floor of a geometric or harmonic mean`
    return [...own, { code: 'floored-zero', path: 'perturb', message }]
  }

  #rank({ run }: RunState): void {
    const { prepared } = this.#plan
    const { tree, n } = prepared
    if (runComposite(prepared, run, this.#out) > 0) this.#flooredRuns += 1
    // A framework of a single indicator has no node to aggregate: its score is the normalised column.
    const scores = (tree.leafOf[0] ?? -1) >= 0 ? (prepared.variants[run.variant]?.matrix ?? this.#out) : this.#out
    rankInto(scores, 0, n, this.#scratch, this.ranks)
  }
}

function spreadOf(values: Float64Array): Spread {
  const sorted = values.sort()
  return { median: quantile(sorted, 0.5), p05: quantile(sorted, 0.05), p95: quantile(sorted, 0.95) }
}
