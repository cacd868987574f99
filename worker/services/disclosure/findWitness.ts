/** Looks for other values that read the same to the public.
 *
 * Idea: shuffle what of every column its area's score does not explain, which nearly keeps means and dispersions, and then move all cells by the least step that brings every fact to
 * where it should be (Gauss–Newton), again and again; a cell that comes up against its bounds stands still. Public numbers are rounded, so
 * the set looked for has an inside. What satisfies every fact is a witness; two of them that differ in a cell prove that nobody can
 * tell which is true. Deterministic: the draws come from the engine's seeded streams. */
import type { RandomStream } from '../../engine/numeric/random.ts'
import type { LinearFacts, RowFact } from './linearFacts.ts'

/** A group of cells that moves while all others stand still; see group.ts. */
export interface WalkGroup {
  readonly value: Float64Array
  readonly sd: Float64Array
  readonly low: Float64Array
  readonly high: Float64Array
  readonly open: Uint8Array
  readonly rows: LinearFacts<RowFact>
  /** Columns whose extremes must stand somewhere: places of their cells, and the ends that do. */
  readonly relative: readonly {
    readonly at: readonly number[]
    readonly low: number | null
    readonly high: number | null
  }[]
  readonly columns: readonly (readonly number[])[]
  /** By cell, what its area's public score lets one expect of it above the column's mean. */
  readonly expected: Float64Array
  /** What is not a row: degrees of nodes. */
  readonly holds: (x: Float64Array) => boolean
}

const TURNS = 20

/** A long computation that can be left and taken up again; yields how much was done (LinearFacts.takeVisits). */
export type Work<T> = Generator<number, T, void>

/** One try from shuffled columns; undefined when the turns did not settle. `pull` by cell: ±1.5 asks for that side of its column. */
export function* tryShuffled(
  group: WalkGroup,
  pull: Float64Array,
  random: RandomStream,
): Work<Float64Array | undefined> {
  const x = group.value.slice()
  const fixed = group.open.slice()
  shuffle(group, x, pull, random)
  holdExtremes(group, x, fixed)
  // Those that were asked for a side give way last.
  const unit = units(group.sd, fixed, (i) => (Math.abs(pull[i] ?? 0) < 1 ? 1 : 0.25))
  return (yield* correct(group, x, unit, TURNS)) && group.holds(x) ? x : undefined
}

/** One try from a set that is known to hold, with some cells put where `wish` says (NaN = no wish) and all others giving way. */
export function* tryFrom(group: WalkGroup, from: Float64Array, wish: Float64Array): Work<Float64Array | undefined> {
  const x = from.slice()
  const fixed = group.open.slice()
  holdExtremes(group, x, fixed)
  const unit = units(group.sd, fixed, (i) => (Number.isNaN(wish[i] ?? 0) ? 1 : 0.08))
  for (let i = 0; i < x.length; i += 1) {
    const wished = wish[i] ?? Number.NaN
    if (fixed[i] === 0 && !Number.isNaN(wished))
      x[i] = Math.min(Math.max(wished, group.low[i] ?? wished), group.high[i] ?? wished)
  }
  return (yield* correct(group, x, unit, 8)) && group.holds(x) ? x : undefined
}

/** How far each cell goes when a step says 1. */
function units(sd: Float64Array, fixed: Uint8Array, give: (i: number) => number): Float64Array {
  const unit = new Float64Array(sd.length)
  for (let i = 0; i < sd.length; i += 1) unit[i] = fixed[i] === 1 ? 0 : give(i) * Math.max(sd[i] ?? 0, 1e-12)
  return unit
}

function* correct(group: WalkGroup, x: Float64Array, unit: Float64Array, turns: number): Work<boolean> {
  const { low, high, rows } = group
  const own = unit.slice()
  for (let turn = 0; turn < turns; turn += 1) {
    const read = rows.read(x, own)
    if (read !== 'asks') return read === 'holds'
    const step = rows.step()
    for (let i = 0; i < x.length; i += 1) {
      const by = Math.min(Math.max(step[i] as number, -1), 1) * (own[i] as number)
      if (by === 0) continue
      const moved = (x[i] as number) + by
      const kept = Math.min(Math.max(moved, low[i] as number), high[i] as number)
      x[i] = kept
      // It came up against its bounds and stands still from now on.
      if (kept !== moved) own[i] = 0
    }
    yield rows.takeVisits()
  }
  return rows.read(x, own) === 'holds'
}

/** In every column what is left beside the expected is shuffled, and a pulled cell then trades places with whoever stands farthest on
 * that side: mean and dispersion stay nearly, areas keep their standing, and cells reach as far as their column does. */
function shuffle(group: WalkGroup, x: Float64Array, pull: Float64Array, random: RandomStream): void {
  const keep = random.uniform()
  for (let i = 0; i < x.length; i += 1) x[i] = (x[i] ?? 0) - keep * (group.expected[i] ?? 0)
  for (const column of group.columns) {
    const free = column.filter((i) => group.open[i] === 0)
    for (let k = free.length - 1; k > 0; k -= 1)
      swap(x, free[k] ?? 0, free[Math.floor(random.uniform() * (k + 1))] ?? 0)
    for (const i of free) {
      if (Math.abs(pull[i] ?? 0) < 1) continue
      const sign = (pull[i] ?? 0) < 0 ? -1 : 1
      let far = i
      for (const k of free) if (Math.abs(pull[k] ?? 0) < 1 && sign * ((x[k] ?? 0) - (x[far] ?? 0)) > 0) far = k
      swap(x, i, far)
    }
  }
  for (let i = 0; i < x.length; i += 1) {
    const back = (x[i] ?? 0) + keep * (group.expected[i] ?? 0)
    x[i] = Math.min(Math.max(back, group.low[i] ?? back), group.high[i] ?? back)
  }
}

function swap(x: Float64Array, i: number, k: number): void {
  const [a, b] = [x[i] ?? 0, x[k] ?? 0]
  x[i] = b
  x[k] = a
}

/** Scores measured against the column's own extremes ask that some cells stand there: the farthest ones do. */
function holdExtremes(group: WalkGroup, x: Float64Array, fixed: Uint8Array): void {
  for (const { at, low, high } of group.relative)
    for (const [end, sign] of [
      [low, -1],
      [high, 1],
    ] as const) {
      if (end === null) continue
      let far = -1
      for (const i of at) if (fixed[i] === 0 && (far < 0 || sign * ((x[i] ?? 0) - (x[far] ?? 0)) > 0)) far = i
      if (far < 0) continue
      x[far] = end
      fixed[far] = 1
    }
}
