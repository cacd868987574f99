/** One period's search: the facts that are public, and how far apart consistent sets of values have been found in every cell. */
import { RandomStream } from '../../engine/numeric/random.ts'
import { CellTable } from './cellTable.ts'
import { tryFrom, tryShuffled, type Work } from './findWitness.ts'
import { groupOf, type CellGroup } from './group.ts'
import { publicFacts } from './publicFacts.ts'
import type { Cut, Source } from './source.ts'
import type { Cells, Fact } from './witness.types.ts'
import type { SnapshotPeriod } from '../../contract/evaluations.ts'

/** An earlier publication, with what of each period is public. */
export interface Published {
  readonly source: Source
  readonly cuts: Readonly<Record<string, Cut>>
}

const MOST_TRIES = 400
/** Tries in a row that protect no further cell before a group is given up. */
const IDLE_TRIES = 64
const MOST_WISHES = 24
/** Following a cell into facts and groups, in visits. */
export const SETTING_UP = 2000
/** Sets that tries start from. */
const POOL = 8
export const WIDTH_IN_SD = 2

export class Search {
  readonly cells: Cells
  readonly data: SnapshotPeriod
  readonly place: number
  readonly keep: boolean
  /** Sets found: all cells, true outside the group that moved. Kept when `keep` is set. */
  readonly witnesses: Float64Array[] = []
  /** Does an earlier publication speak of this period? */
  readonly joint: boolean
  readonly #facts: readonly Fact[]
  readonly #low: Float64Array
  readonly #high: Float64Array
  #tries = 0

  constructor(
    source: Source,
    data: SnapshotPeriod,
    place: number,
    cut: Cut,
    earlier: readonly Published[],
    keep: boolean,
  ) {
    this.data = data
    this.place = place
    this.keep = keep
    const table = new CellTable()
    const facts = publicFacts(source, data, cut, table)
    const before = earlier.flatMap((p) => {
      const theirs = p.source.snapshot.periods.find((d) => d.period === data.period)
      const theirCut = p.cuts[data.period]
      if (theirs === undefined || theirCut === undefined) return []
      const said = publicFacts(p.source, theirs, theirCut, table)
      const under = new Set(said.flatMap((f) => (f.kind === 'degree' && isPublic(f, theirCut) ? f.of : [])))
      return said.filter((f) => isPublic(f, theirCut) || (f.kind === 'spread' && under.has(f)))
    })
    this.joint = before.length > 0
    // What is public already stays so, and need not be said twice.
    const known = new Map(before.map((f) => [nameOf(f), f]))
    this.#facts = [...facts.filter((f) => !known.has(nameOf(f))), ...known.values()]
    this.cells = table.finish()
    this.#low = this.cells.value.slice()
    this.#high = this.cells.value.slice()
  }

  /** Walks the columns of one group under what is public now, until every cell is wide enough, the walks are used up or it may not go on. */
  *run(cut: Cut, indicators: ReadonlySet<string>, goOn: () => boolean): Work<number[]> {
    const inside = (): number[] => this.weak().filter((i) => indicators.has(this.cells.indicator[i] ?? ''))
    let weak = inside()
    if (weak.length === 0) return []
    const group = groupOf(this.cells, indicators, this.#public(cut))
    yield SETTING_UP * group.places.length
    const pull = new Float64Array(group.places.length)
    const pool: Float64Array[] = [group.value]
    let idle = 0
    for (let k = 0; k < MOST_TRIES && idle < IDLE_TRIES && goOn(); k += 1) {
      if (weak.length === 0) break
      idle += 1
      const random = new RandomStream(44898, this.place, this.#tries)
      this.#tries += 1
      const base = pool[Math.floor(random.uniform() * pool.length)]
      const x =
        base === undefined || k % 8 === 0
          ? yield* tryShuffled(group, pull, random)
          : yield* tryFrom(group, base, this.#wishes(group, weak, base, random))
      if (x === undefined) continue
      if (pool.push(x) > POOL) pool.splice(1, 1)
      group.places.forEach((i, at) => {
        const value = x[at] ?? 0
        this.#low[i] = Math.min(this.#low[i] ?? value, value)
        this.#high[i] = Math.max(this.#high[i] ?? value, value)
      })
      const left = weak.filter((i) => this.#isWeak(i))
      if (left.length < weak.length) idle = 0
      weak = left
      if (this.keep) this.witnesses.push(this.#whole(group.places, x))
    }
    return weak
  }

  /** Is everything that would be public of this period public already? Then saying it again tells nobody anything. */
  addsNothing(cut: Cut): boolean {
    return !this.#facts.some((f) => f.source === '' && isPublic(f, cut))
  }

  /** What the public reads under a cut, with the dispersions that its degrees of nodes rest on. */
  #public(cut: Cut): Fact[] {
    const told = new Set(this.#facts.filter((f) => f.source !== '' || isPublic(f, cut)))
    const under = new Set([...told].flatMap((f) => (f.kind === 'degree' ? f.of.map(nameOf) : [])))
    return this.#facts.filter((f) => told.has(f) || (f.kind === 'spread' && under.has(nameOf(f))))
  }

  weak(): number[] {
    const out: number[] = []
    for (let i = 0; i < this.#low.length; i += 1) if (this.#isWeak(i)) out.push(i)
    return out
  }

  #isWeak(i: number): boolean {
    return this.cells.open[i] === 0 && !(this.#width(i) >= WIDTH_IN_SD)
  }

  /** Width of the least protected cell in s.d.; null when nothing is withheld. */
  narrowest(): number | null {
    let least: number | null = null
    for (let i = 0; i < this.#low.length; i += 1)
      if (this.cells.open[i] === 0) least = Math.min(least ?? Infinity, this.#width(i))
    return least
  }

  /** A few cells that lack width, spread over areas and indicators, each beyond where it has been. */
  #wishes(
    { places, local }: CellGroup,
    weak: readonly number[],
    base: Float64Array,
    random: RandomStream,
  ): Float64Array {
    const wish = new Float64Array(places.length).fill(Number.NaN)
    const order = weak.map((i) => local.get(i) ?? 0)
    const [usedAreas, usedColumns] = [new Set<string>(), new Set<string>()]
    for (let taken = 0, k = order.length - 1; k >= 0 && taken < MOST_WISHES; k -= 1) {
      const other = Math.floor(random.uniform() * (k + 1))
      const at = order[other] ?? 0
      order[other] = order[k] ?? 0
      const i = places[at] ?? 0
      const [area, column] = [this.cells.area[i] ?? '', this.cells.indicator[i] ?? '']
      if (usedAreas.has(area) || usedColumns.has(column)) continue
      usedAreas.add(area)
      usedColumns.add(column)
      taken += 1
      const sd = this.cells.sd[i] ?? 0
      const [low, high, here] = [this.#low[i] ?? 0, this.#high[i] ?? 0, base[at] ?? 0]
      const roomUp = (this.cells.high[i] ?? Infinity) - high > 0.05 * sd
      const roomDown = low - (this.cells.low[i] ?? -Infinity) > 0.05 * sd
      const up = roomUp && (!roomDown || (high - here < here - low ? random.uniform() < 0.8 : random.uniform() < 0.2))
      const reach = (0.3 + 0.9 * random.uniform()) * sd
      wish[at] = up ? high + reach : low - reach
    }
    return wish
  }

  #whole(places: Int32Array, x: Float64Array): Float64Array {
    const all = this.cells.value.slice()
    places.forEach((i, at) => {
      all[i] = x[at] ?? 0
    })
    return all
  }

  #width(i: number): number {
    return ((this.#high[i] ?? 0) - (this.#low[i] ?? 0)) / (this.cells.sd[i] ?? 1)
  }
}

const nameOf = (f: Fact): string =>
  f.kind === 'degree'
    ? `${f.what} ${f.node} ${f.value} ${f.weights.join()} ${f.of.map((s) => s.at.join()).join('|')}`
    : `${f.what} ${f.node} ${f.low} ${f.high} ${f.at.join()}`

function isPublic(fact: Fact, cut: Cut): boolean {
  switch (fact.what) {
    case 'area-score':
      return cut.areaScores.includes(fact.node)
    case 'area-realization':
      return cut.areaRealization.includes(fact.node)
    case 'city-score':
      return cut.cityScores.includes(fact.node)
    case 'city-realization':
      return cut.cityRealization.includes(fact.node)
    case 'mean':
      return cut.means.includes(fact.node)
    case 'degree':
    case 'spread':
      return cut.degrees.includes(fact.node)
  }
}
