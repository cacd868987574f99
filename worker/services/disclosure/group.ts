/** Some columns of one period that may move while all other cells stand still, and what the public facts then ask of them: a fact
 * that also rests on cells outside leaves as much room as it has, a tenth of its width at most, so that groups can be proved one by one. */
import { significant } from './rounding.ts'
import { spreadIndex } from './spread.ts'
import { LinearFacts, type RowFact } from './linearFacts.ts'
import type { WalkGroup } from './findWitness.ts'
import type { Cells, DegreeFact, Fact } from './witness.types.ts'

export interface CellGroup extends WalkGroup {
  /** Variable of the period by place in the group. */
  readonly places: Int32Array
  /** Place in the group by variable of the period. */
  readonly local: ReadonlyMap<number, number>
}

const SHARE = 0.1

export function groupOf(cells: Cells, indicators: ReadonlySet<string>, facts: readonly Fact[]): CellGroup {
  const places = Int32Array.from(cells.indicator.keys()).filter((i) => indicators.has(cells.indicator[i] ?? ''))
  const local = new Map(Array.from(places, (i, k) => [i, k] as const))
  const pick = (from: Float64Array): Float64Array => Float64Array.from(places, (i) => from[i] ?? 0)
  const all = facts.flatMap((fact) => restricted(fact, cells, local) ?? [])
  // What a city's mean says follows from its areas' scores nearly; it is checked, not steered by.
  const byArea = new Set(
    all.flatMap((f) =>
      f.what === 'area-score' || f.what === 'area-realization' ? [`${f.source} ${f.what.slice(5)} ${f.node}`] : [],
    ),
  )
  const follows = (f: RowFact): boolean =>
    f.what.startsWith('city-') && byArea.has(`${f.source} ${f.what.slice(5)} ${f.node}`)
  const rows = withoutRepeats(all.filter((f) => !follows(f)))
  const checked = all.filter(follows)
  const degrees = facts.flatMap((fact) => (fact.kind === 'degree' ? (degreeCheck(fact, cells, local) ?? []) : []))
  const open = Uint8Array.from(places, (i) => cells.open[i] ?? 1)
  return {
    places,
    local,
    value: pick(cells.value),
    sd: pick(cells.sd),
    low: pick(cells.low),
    high: pick(cells.high),
    open,
    rows: new LinearFacts<RowFact>(rows, places.length),
    relative: cells.relative.flatMap(({ at, low, high }) => {
      const inside = Array.from(at).flatMap((i) => local.get(i) ?? [])
      return inside.length === 0 ? [] : [{ at: inside, low, high }]
    }),
    columns: cells.columns.flatMap((column) => {
      const inside = Array.from(column).flatMap((i) => local.get(i) ?? [])
      return inside.length === 0 ? [] : [inside]
    }),
    expected: expectedOf(cells, places, all),
    holds: (x) => degrees.every((check) => check(x)) && checked.every((f) => holdsRow(f, x)),
  }
}

function restricted(fact: Fact, cells: Cells, local: ReadonlyMap<number, number>): RowFact | undefined {
  if (fact.kind === 'degree') return undefined
  const inside = Array.from(fact.at.keys()).filter((k) => local.has(fact.at[k] ?? -1))
  if (!inside.some((k) => cells.open[fact.at[k] ?? 0] === 0)) return undefined
  const at = Int32Array.from(inside, (k) => local.get(fact.at[k] ?? 0) ?? 0)
  // A dispersion is of one column, and a column is in one group.
  if (fact.kind === 'spread') return { ...fact, at }
  const value = (ks: Iterable<number>): number => {
    let sum = 0
    for (const k of ks) sum += (fact.coef[k] ?? 0) * (fact.maps[k]?.value(cells.value[fact.at[k] ?? 0] ?? 0) ?? 0)
    return sum
  }
  const own = value(inside)
  const whole = inside.length === fact.at.length
  const all = whole ? own : value(fact.at.keys())
  const room = whole ? Infinity : SHARE * (fact.high - fact.low)
  return {
    ...fact,
    at,
    coef: Float64Array.from(inside, (k) => fact.coef[k] ?? 0),
    maps: inside.flatMap((k) => fact.maps[k] ?? []),
    low: own + Math.max(Math.min(fact.low - all, 0), -room),
    high: own + Math.min(Math.max(fact.high - all, 0), room),
  }
}

/** Each column's regression on the areas' public scores. */
function expectedOf(cells: Cells, places: Int32Array, rows: readonly RowFact[]): Float64Array {
  const standing = new Map<string, number[]>()
  for (const row of rows) {
    if (row.what !== 'area-score') continue
    const area = cells.area[places[row.at[0] ?? 0] ?? 0] ?? ''
    standing.set(area, [...(standing.get(area) ?? []), (row.low + row.high) / 2])
  }
  const level = (i: number): number => {
    const known = standing.get(cells.area[places[i] ?? 0] ?? '') ?? []
    return known.reduce((sum, v) => sum + v, 0) / Math.max(1, known.length)
  }
  const out = new Float64Array(places.length)
  const columns = new Map<string, number[]>()
  places.forEach((place, i) => {
    const indicator = cells.indicator[place] ?? ''
    columns.set(indicator, [...(columns.get(indicator) ?? []), i])
  })
  for (const column of columns.values()) {
    const mean = (f: (i: number) => number): number => column.reduce((sum, i) => sum + f(i), 0) / column.length
    const value = (i: number): number => cells.value[places[i] ?? 0] ?? 0
    const [x, t] = [mean(value), mean(level)]
    const spread = mean((i) => (level(i) - t) ** 2)
    const slope = spread > 0 ? mean((i) => (value(i) - x) * (level(i) - t)) / spread : 0
    for (const i of column) out[i] = slope * (level(i) - t)
  }
  return out
}

function holdsRow(fact: RowFact, x: Float64Array): boolean {
  if (fact.kind === 'spread') return true
  let sum = 0
  for (let k = 0; k < fact.at.length; k += 1)
    sum += (fact.coef[k] ?? 0) * (fact.maps[k]?.value(x[fact.at[k] ?? 0] ?? 0) ?? 0)
  return sum >= fact.low && sum <= fact.high
}

/** A domain and the whole ask the same of one area's cells inside: one row with the narrower interval. */
function withoutRepeats(rows: readonly RowFact[]): RowFact[] {
  const out = new Map<string, RowFact>()
  rows.forEach((row, r) => {
    if (row.kind === 'spread') {
      out.set(`spread ${row.node} ${row.at.join()} ${r}`, row)
      return
    }
    const scale = row.coef.reduce((most, c) => Math.max(most, Math.abs(c)), 0)
    const maps = row.what.endsWith('realization') ? `r ${row.source}` : row.what === 'mean' ? 'm' : `s ${row.source}`
    const key = `${maps} ${row.at.join()} ${Array.from(row.coef, (c) => (c / scale).toPrecision(9)).join()}`
    const known = out.get(key)
    if (known === undefined || known.kind === 'spread') {
      out.set(key, row)
      return
    }
    const by = known.coef.reduce((most, c) => Math.max(most, Math.abs(c)), 0) / scale
    out.set(key, { ...known, low: Math.max(known.low, row.low * by), high: Math.min(known.high, row.high * by) })
  })
  return [...out.values()]
}

/** The node's degree still prints the same when the columns inside have moved. */
function degreeCheck(
  fact: DegreeFact,
  cells: Cells,
  local: ReadonlyMap<number, number>,
): ((x: Float64Array) => boolean) | undefined {
  const inside = fact.of.flatMap((spread, k) =>
    local.has(spread.at[0] ?? -1)
      ? [{ spread: { ...spread, at: spread.at.map((i) => local.get(i) ?? 0) }, weight: fact.weights[k] ?? 0 }]
      : [],
  )
  if (inside.length === 0) return undefined
  let known = fact.knownSum
  let total = fact.knownWeight
  fact.of.forEach((spread, k) => {
    const weight = fact.weights[k] ?? 0
    total += weight
    if (!local.has(spread.at[0] ?? -1)) known += weight * 100 * Math.max(0, 1 - spreadIndex(spread, cells.value))
  })
  return (x) => {
    const own = inside.reduce((sum, s) => sum + s.weight * 100 * Math.max(0, 1 - spreadIndex(s.spread, x)), 0)
    return significant((known + own) / total) === fact.value
  }
}
