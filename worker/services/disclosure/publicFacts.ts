/** What the public numbers of one publication say about the cells of one period, as facts. */
import { covers } from '../../engine/aggregate/aggregation.types.ts'
import { indicatorEquality } from '../../engine/equality/indicatorEquality.ts'
import { isBinding } from '../evaluation/measureRealization.ts'
import { periodWeights } from '../evaluation/periodWeights.ts'
import { IDENTITY, MEANS, attainmentMap, compose, scaled, scoreMap } from './cellMaps.ts'
import { sameDecimal, sameFigures, significant, type Interval } from './rounding.ts'
import { extremeKey, familyOf, type Cut, type Source } from './source.ts'
import type { CellTable } from './cellTable.ts'
import type { CellMap, Fact, FactTag, SpreadFact } from './witness.types.ts'
import type { EvaluationNode, SnapshotPeriod } from '../../contract/evaluations.ts'

/** Below this many areas with a value an indicator's mean and degree stay home. */
export const FEWEST_FOR_INDICATOR = 5
/** Below this many no dispersion exists at all. */
const FEWEST_FOR_SPREAD = 3
/** How closely a witness keeps every dispersion, relative to it, so that degrees of nodes print the same. */
const SPREAD_SLACK = 5e-5

type Terms = ReadonlyMap<number, { readonly coef: number; readonly map: CellMap }>

export function publicFacts(source: Source, data: SnapshotPeriod, cut: Cut, table: CellTable): Fact[] {
  const { nodes, method, convention, snapshot } = source
  const areas = snapshot.areas.map((a) => a.code)
  const weights = periodWeights(data)
  const spreadWeights = convention.weighting === 'population' ? weights : null
  const { children, leavesBelow } = familyOf(nodes)
  const at = new Map<string, Int32Array>()
  const maps = new Map<string, CellMap>()
  const facts: Fact[] = []
  const spreads = new Map<string, SpreadFact>()
  const degreeOf = new Map<string, number>()
  const tag = (what: FactTag['what'], node: string): FactTag => ({ source: source.id, what, node })

  for (const leaf of source.leaves) {
    const column = data.values[leaf.code] ?? []
    const scale = leaf.indicator.scale ?? { kind: 'ratio' as const }
    const measured = indicatorEquality(column, {
      scale,
      family: convention.family,
      fewest: FEWEST_FOR_SPREAD,
      ...(spreadWeights === null ? {} : { weights: spreadWeights }),
    })
    const extremes = source.extremes.get(extremeKey(data.period, leaf.code))
    const places = table.column(leaf.code, areas, column, scale, source.open.has(leaf.code), extremes, measured.sd ?? 0)
    at.set(leaf.code, places)
    const map = table.map(['score', leaf.indicator, method, extremes], () => {
      const own = scoreMap(leaf, method, extremes)
      return own === undefined || method.aggregation === 'arithmetic' ? own : compose(MEANS[method.aggregation], own)
    })
    if (map !== undefined) maps.set(leaf.code, map)
    if (measured.degree !== null) degreeOf.set(leaf.code, measured.degree)
    const present = Array.from(places.keys()).filter((a) => (places[a] ?? -1) >= 0)
    if (present.length === 0 || source.open.has(leaf.code)) continue
    const mean = present.reduce((sum, a) => sum + (column[a] ?? 0), 0) / present.length
    facts.push(
      sum(
        tag('mean', leaf.code),
        new Map(present.map((a) => [places[a] ?? 0, { coef: 1 / present.length, map: IDENTITY }])),
        sameFigures(mean),
      ),
    )
    const weighing = present.filter((a) => spreadWeights === null || (spreadWeights[a] ?? 0) > 0)
    if (measured.index === null || measured.index === 0) continue
    const spread: SpreadFact = {
      ...tag('spread', leaf.code),
      kind: 'spread',
      at: Int32Array.from(weighing, (a) => places[a] ?? 0),
      weights: spreadWeights === null ? null : Float64Array.from(weighing, (a) => spreadWeights[a] ?? 0),
      family: convention.family,
      scale,
      ...spreadInterval(measured.index),
    }
    facts.push(spread)
    spreads.set(leaf.code, spread)
  }

  const termsOf = (node: EvaluationNode, area: number): Terms | null => {
    if (node.kind === 'indicator') {
      const place = at.get(node.code)?.[area] ?? -1
      const map = maps.get(node.code)
      return place < 0 || map === undefined ? null : new Map([[place, { coef: 1, map }]])
    }
    const parts = (children.get(node.code) ?? []).flatMap((child) => {
      const terms = child.localWeight > 0 ? termsOf(child, area) : null
      return terms === null ? [] : [{ weight: child.localWeight, terms }]
    })
    const total = parts.reduce((all, p) => all + p.weight, 0)
    if (total === 0) return null
    return new Map(
      parts.flatMap((p) =>
        [...p.terms].map(([i, t]) => [i, { coef: (t.coef * p.weight) / total, map: t.map }] as const),
      ),
    )
  }
  const coverage = (
    node: EvaluationNode,
    area: number,
    counts: (leaf: EvaluationNode) => boolean,
  ): readonly [number, number] => {
    let [have, all] = [0, 0]
    for (const leaf of leavesBelow.get(node.code) ?? []) {
      all += leaf.effectiveWeight
      if (counts(leaf) && (at.get(leaf.code)?.[area] ?? -1) >= 0) have += leaf.effectiveWeight
    }
    return [have, all]
  }
  const visible = (node: EvaluationNode, area: number): boolean => {
    const [have, all] = coverage(node, area, () => true)
    return have > 0 && covers(have, all, method.missing === 'strict' ? 1 : method.minCoverage)
  }
  const attained = new Map(
    nodes.flatMap(({ code, target, direction }) =>
      target === null || direction === null
        ? []
        : [[code, table.map(['attained', target, direction], () => scaled(attainmentMap(target, direction), 100))]],
    ),
  )
  const realized = (node: EvaluationNode, area: number): Terms | null => {
    const [have, all] = coverage(node, area, binding)
    if (!(have > 0 && covers(have, all, method.realizationCoverage))) return null
    return new Map(
      (leavesBelow.get(node.code) ?? []).flatMap((leaf) => {
        const place = at.get(leaf.code)?.[area] ?? -1
        const map = attained.get(leaf.code)
        if (place < 0 || map === undefined || !binding(leaf)) return []
        return [[place, { coef: leaf.effectiveWeight / have, map }] as const]
      }),
    )
  }
  const byCode = new Map(nodes.map((n) => [n.code, n]))
  const wanted = (codes: readonly string[]): EvaluationNode[] => codes.flatMap((code) => byCode.get(code) ?? [])
  const city = (rows: readonly (Terms | null)[]): Terms => {
    const total = rows.reduce((all, row, a) => all + (row === null ? 0 : (weights?.[a] ?? 1)), 0)
    const out = new Map<number, { coef: number; map: CellMap }>()
    rows.forEach((row, a) => {
      for (const [i, t] of row ?? []) out.set(i, { coef: (t.coef * (weights?.[a] ?? 1)) / total, map: t.map })
    })
    return out
  }
  const valueOf = (terms: Terms): number =>
    [...terms].reduce((all, [i, t]) => all + t.coef * t.map.value(table.valueAt(i)), 0)
  const { back, value: into } = MEANS[method.aggregation]

  for (const node of wanted(cut.areaScores))
    for (let a = 0; a < areas.length; a += 1) {
      const terms = visible(node, a) ? termsOf(node, a) : null
      if (terms === null) continue
      const [low, high] = sameDecimal(back(valueOf(terms)))
      facts.push(sum(tag('area-score', node.code), terms, [into(low), into(high)]))
    }
  for (const node of wanted(cut.areaRealization))
    for (let a = 0; a < areas.length; a += 1) {
      const terms = realized(node, a)
      if (terms !== null) facts.push(sum(tag('area-realization', node.code), terms, sameDecimal(valueOf(terms))))
    }
  if (method.aggregation === 'arithmetic')
    for (const node of wanted(cut.cityScores)) {
      const terms = city(areas.map((_, a) => (visible(node, a) ? termsOf(node, a) : null)))
      if (terms.size > 0) facts.push(sum(tag('city-score', node.code), terms, sameFigures(valueOf(terms))))
    }
  for (const node of wanted(cut.cityRealization)) {
    const terms = city(areas.map((_, a) => realized(node, a)))
    if (terms.size > 0) facts.push(sum(tag('city-realization', node.code), terms, sameFigures(valueOf(terms))))
  }
  for (const node of wanted(cut.degrees)) {
    if (node.kind === 'indicator') continue
    const below = (leavesBelow.get(node.code) ?? []).filter((leaf) => degreeOf.has(leaf.code))
    const known = below.filter((leaf) => !spreads.has(leaf.code))
    const total = below.reduce((all, leaf) => all + leaf.effectiveWeight, 0)
    if (known.length === below.length || total === 0) continue
    const weighed = (leaf: EvaluationNode): number => leaf.effectiveWeight * (degreeOf.get(leaf.code) ?? 0)
    const hidden = below.flatMap((leaf) => {
      const spread = spreads.get(leaf.code)
      return spread === undefined ? [] : [{ spread, weight: leaf.effectiveWeight }]
    })
    facts.push({
      ...tag('degree', node.code),
      kind: 'degree',
      of: hidden.map((h) => h.spread),
      weights: hidden.map((h) => h.weight),
      knownWeight: known.reduce((all, leaf) => all + leaf.effectiveWeight, 0),
      knownSum: known.reduce((all, leaf) => all + weighed(leaf), 0),
      value: significant(below.reduce((all, leaf) => all + weighed(leaf), 0) / total),
    })
  }
  return facts
}

const binding = (leaf: EvaluationNode): boolean => leaf.target !== null && leaf.direction !== null && isBinding(leaf)

function sum(tag: FactTag, terms: Terms, [low, high]: Interval): Fact {
  const entries = [...terms]
  return {
    ...tag,
    kind: 'sum',
    at: Int32Array.from(entries, ([i]) => i),
    coef: Float64Array.from(entries, ([, t]) => t.coef),
    maps: entries.map(([, t]) => t.map),
    low,
    high,
  }
}

/** The indices whose degree prints the same, and close enough to the true one. */
function spreadInterval(index: number): { low: number; high: number } {
  if (index >= 1) return { low: 1, high: Infinity }
  const [low, high] = sameFigures(100 * (1 - index))
  const slack = SPREAD_SLACK * index
  return { low: Math.max(1 - high / 100, index - slack, 0), high: Math.min(1 - low / 100, index + slack) }
}
