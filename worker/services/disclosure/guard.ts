/** Decides what of a publication may leave the region: starts from all that people would like to read and takes back, column by column,
 * whatever would let a withheld value be worked out, together with everything this city has published before.
 *
 * Proof: for every withheld cell there are two sets of values that read the same to the public and lie two standard deviations
 * apart in that cell (findWitness.ts). Taking a number back only makes more sets possible, so what was found stays found. A
 * column goes for all areas and periods at once: a pattern of gaps would tell something itself. */
import { FEWEST_FOR_INDICATOR } from './publicFacts.ts'
import { SETTING_UP, Search, type Published } from './search.ts'
import { familyOf, type Cut, type Source } from './source.ts'
import type { EvaluationNode, SnapshotPeriod } from '../../contract/evaluations.ts'
import type { Work } from './findWitness.ts'
import type { Cells } from './witness.types.ts'

/** Why something is kept back, by code; words are put to it where it is read. */
export type KeptReason = 'few-areas' | 'single-indicator' | 'solvable' | 'method' | 'too-many-cells' | 'with-earlier'

export interface Decision {
  readonly cuts: Readonly<Record<string, Cut>>
  /** By kind of number and node: why it is not public though wanted. */
  readonly kept: readonly {
    readonly what: keyof Cut
    readonly node: string
    readonly period: string | null
    readonly reason: KeptReason
  }[]
  /** Cells that stay open to be worked out whatever is taken back; then nothing may be published. */
  readonly exposed: readonly { readonly period: string; readonly indicator: string; readonly area: string }[]
  /** Was anything given up because the search had used its time? */
  readonly outOfTime: boolean
  /** How wide the proven interval of the least protected cell is, in standard deviations; null when nothing is withheld. */
  readonly narrowest: number | null
  /** Consistent sets found, by period: tests run the whole computation on them. */
  readonly witnesses: Readonly<Record<string, { readonly cells: Cells; readonly values: readonly Float64Array[] }>>
}

const MOST_ROUNDS = 8
/** Columns that are searched together: enough to give way to each other in every area. */
const ENOUGH_COLUMNS = 40
/** Sets of one period beyond this many cells are not searched; scores of areas stay home then. */
const MOST_CELLS = 40_000
export const isLarge = ({ snapshot, leaves }: Source): boolean => snapshot.areas.length * leaves.length > MOST_CELLS
/** About 13 s of CPU: half for the areas' scores, what is left for the rest; whatever is not proved by then counts as danger. */
export const MOST_VISITS = 4e9

type Kept = Decision['kept'][number]

interface Options {
  /** A publication that is refused already is not searched. */
  readonly search?: boolean
  readonly keep?: boolean
  readonly mostVisits?: number
}

/** In one piece, for whoever holds up nobody. */
export function decide(source: Source, earlier: readonly Published[], options: Options = {}): Decision {
  const work = deciding(source, earlier, options)
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
  }
}

export function* deciding(
  source: Source,
  earlier: readonly Published[],
  { search = true, keep = false, mostVisits = MOST_VISITS }: Options = {},
): Work<Decision> {
  const { nodes, snapshot } = source
  const { leavesBelow } = familyOf(nodes)
  const codesBelow = (code: string): string[] => (leavesBelow.get(code) ?? []).map((leaf) => leaf.code)
  const isOpen = (code: string): boolean => codesBelow(code).every((leaf) => source.open.has(leaf))
  const kept: Kept[] = []
  const root = nodes.find((n) => n.parent === null)?.code ?? ''
  const large = isLarge(source)
  const middle = nodes.filter((n) => n.kind === 'dimension' || n.kind === 'domain').map((n) => n.code)
  const possible = source.opaque === null && !large
  if (!possible && !isOpen(root))
    kept.push({ what: 'areaScores', node: root, period: null, reason: large ? 'too-many-cells' : 'method' })
  const free = nodes.filter((n) => n.kind !== 'indicator' && isOpen(n.code)).map((n) => n.code)
  let scores = possible && !isOpen(root) ? [root] : []
  let groups = columnGroups(source, middle, codesBelow, earlier)
  const dropped = new Map<string, Dropped>(
    snapshot.periods.map((p) => [
      p.period,
      { means: new Set(), degrees: new Set(), cityScores: new Set(), cityRealization: new Set() },
    ]),
  )
  const cutOf = (data: SnapshotPeriod): Cut => {
    const gone = dropped.get(data.period)
    const base = baseCut(source, data, leavesBelow)
    const byArea = [...new Set([...scores, ...free])]
    return {
      areaScores: byArea,
      areaRealization: free,
      cityScores: nodes
        .map((n) => n.code)
        .filter((c) => (base.cityScores.includes(c) || byArea.includes(c)) && gone?.cityScores.has(c) !== true),
      cityRealization: base.cityRealization.filter((c) => gone?.cityRealization.has(c) !== true),
      means: base.means.filter((c) => gone?.means.has(c) !== true),
      degrees: base.degrees.filter((c) => gone?.degrees.has(c) !== true),
    }
  }
  // A search that is not wanted (the publication is refused already) or too large proves nothing, and nothing by area is public then.
  const searches: Search[] = []
  if (!large && search)
    for (const [t, data] of snapshot.periods.entries()) {
      const made = new Search(source, data, t, cutOf(data), earlier, keep)
      searches.push(made)
      yield SETTING_UP * made.cells.value.length
    }
  let visits = 0
  const goOn = (): boolean => visits < (scores.length > 0 ? mostVisits / 2 : mostVisits)
  let outOfTime = false
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const weak: { search: Search; i: number; period: string }[] = []
    for (const search of searches)
      for (const group of groups) {
        const run = search.run(cutOf(search.data), group, goOn)
        for (;;) {
          const step = run.next()
          if (step.done === true) {
            weak.push(...step.value.map((i) => ({ search, i, period: search.data.period })))
            break
          }
          visits += step.value
          yield step.value
        }
      }
    if (weak.length === 0) break
    const late = !goOn()
    outOfTime ||= late
    const reason: KeptReason = late ? 'too-many-cells' : searches.some((s) => s.joint) ? 'with-earlier' : 'solvable'
    const merged = mergeWeak(groups, new Set(weak.map(({ search, i }) => search.cells.indicator[i] ?? '')))
    if (merged !== undefined && !late) {
      groups = merged
    } else if (scores.length > 0) {
      kept.push(...scores.map((node): Kept => ({ what: 'areaScores', node, period: null, reason })))
      scores = []
    } else if (late || !coarsen(weak, dropped, source, reason, kept)) break
  }
  const widths = searches.flatMap((s) => s.narrowest() ?? [])
  return {
    cuts: Object.fromEntries(snapshot.periods.map((data) => [data.period, cutOf(data)])),
    kept,
    exposed: searches.flatMap((s) =>
      (s.addsNothing(cutOf(s.data)) ? [] : s.weak()).map((i) => ({
        period: s.data.period,
        indicator: s.cells.indicator[i] ?? '',
        area: s.cells.area[i] ?? '',
      })),
    ),
    outOfTime,
    narrowest: widths.length === 0 ? null : Math.min(...widths),
    witnesses: Object.fromEntries(searches.map((s) => [s.data.period, { cells: s.cells, values: s.witnesses }])),
  }
}

type Dropped = Record<'means' | 'degrees' | 'cityScores' | 'cityRealization', Set<string>>

/** Columns by the lowest domain or dimension above them, neighbours together until there are enough. */
function columnGroups(
  source: Source,
  middle: readonly string[],
  codesBelow: (code: string) => string[],
  earlier: readonly Published[],
): Set<string>[] {
  const home = new Map<string, string>()
  // Depth first: the lower node comes later and wins.
  for (const code of middle) for (const leaf of codesBelow(code)) home.set(leaf, code)
  const groups = new Map<string, Set<string>>()
  // What only an earlier publication withheld is in danger too: the new numbers may say what it left open.
  const codes = new Set([source, ...earlier.map((e) => e.source)].flatMap((s) => s.leaves.map((l) => l.code)))
  for (const code of codes) {
    const key = home.get(code) ?? ''
    groups.set(key, (groups.get(key) ?? new Set()).add(code))
  }
  const out: Set<string>[] = []
  for (const group of groups.values()) {
    const last = out.at(-1)
    if (last === undefined || last.size >= ENOUGH_COLUMNS) out.push(new Set(group))
    else for (const code of group) last.add(code)
  }
  const last = out.at(-1)
  if (out.length > 1 && last !== undefined && last.size < ENOUGH_COLUMNS) {
    out.pop()
    for (const code of last) out.at(-1)?.add(code)
  }
  return out
}

/** Groups that are too small to hide in take in the smallest of the others; undefined when there is one group only. */
function mergeWeak(groups: readonly Set<string>[], weak: ReadonlySet<string>): Set<string>[] | undefined {
  if (groups.length < 2) return undefined
  const bySize = groups.toSorted((a, b) => a.size - b.size)
  const bad = bySize.filter((g) => [...g].some((c) => weak.has(c)))
  const good = bySize.filter((g) => !bad.includes(g))
  const out: Set<string>[] = []
  const merged = new Set<string>(bad.flatMap((g) => [...g]))
  const [first, ...rest] = good
  if (bad.length === 1 && first !== undefined) {
    for (const c of first) merged.add(c)
    out.push(...rest)
  } else out.push(...good)
  return [merged, ...out]
}

/** The city's own numbers that the rule lets out at most. */
function baseCut(
  source: Source,
  data: SnapshotPeriod,
  leavesBelow: ReturnType<typeof familyOf>['leavesBelow'],
): Omit<Cut, 'areaScores' | 'areaRealization'> {
  const counts = new Map(
    source.leaves.map(({ code }) => [code, (data.values[code] ?? []).filter((v) => v !== null).length]),
  )
  const enough = (code: string): boolean => source.open.has(code) || (counts.get(code) ?? 0) >= FEWEST_FOR_INDICATOR
  const below = (node: EvaluationNode): readonly EvaluationNode[] =>
    (leavesBelow.get(node.code) ?? []).filter((leaf) => (counts.get(leaf.code) ?? 0) > 0 && leaf.effectiveWeight > 0)
  const binding = (node: EvaluationNode): readonly EvaluationNode[] =>
    below(node).filter((leaf) => leaf.targetSource !== null && leaf.targetSource.kind !== 'estimated')
  const open = (node: EvaluationNode): boolean => below(node).every((leaf) => source.open.has(leaf.code))
  const inner = source.nodes.filter((n) => n.kind !== 'indicator')
  const leaves = source.nodes.filter((n) => n.kind === 'indicator').map((n) => n.code)
  const many = source.snapshot.areas.length >= FEWEST_FOR_INDICATOR
  const follows = source.opaque === null && source.method.aggregation === 'arithmetic'
  return {
    cityScores: inner
      .filter((n) => open(n) || (many && follows && n.kind !== 'category' && below(n).length > 1))
      .map((n) => n.code),
    cityRealization: inner
      .filter(
        (n) =>
          open(n) ||
          (n.kind !== 'category' && (many ? binding(n).length > 1 : n.parent === null && binding(n).length > 2)),
      )
      .map((n) => n.code),
    means: leaves.filter(enough),
    degrees: [
      ...inner
        .filter(
          (n) => open(n) || (many ? below(n).length > 0 && below(n).every((l) => enough(l.code)) : below(n).length > 2),
        )
        .map((n) => n.code),
      ...leaves.filter(enough),
    ],
  }
}

/** Last resort, where earlier publications leave nothing else: the indicators in danger keep their mean and degree, and so do the nodes
 * above them, in this period. Returns whether there was anything left to take back. */
function coarsen(
  weak: readonly { readonly search: Search; readonly i: number; readonly period: string }[],
  dropped: ReadonlyMap<string, Dropped>,
  source: Source,
  reason: KeptReason,
  kept: Kept[],
): boolean {
  const parent = new Map(source.nodes.map((n) => [n.code, n.parent]))
  let changed = false
  for (const { search, i, period } of weak) {
    const gone = dropped.get(period)
    const leaf = search.cells.indicator[i] ?? ''
    if (gone === undefined) continue
    const take = (what: keyof typeof gone, node: string): void => {
      if (gone[what].has(node)) return
      gone[what].add(node)
      kept.push({ what, node, period, reason })
      changed = true
    }
    take('means', leaf)
    take('degrees', leaf)
    for (let up = parent.get(leaf) ?? null; up !== null; up = parent.get(up) ?? null) {
      take('degrees', up)
      take('cityScores', up)
      take('cityRealization', up)
    }
  }
  return changed
}
