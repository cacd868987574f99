/** The whole computation of an evaluation, from a snapshot to results. Pure: no clock, no database, no language; the same inputs give the same bytes. */
import { computePanel } from '../../engine/computePanel.ts'
import { leavesOf } from '../framework/body.ts'
import { attributesOf } from './decomposeColumns.ts'
import { engineFramework, engineMethod } from './engineInput.ts'
import { flattenNodes } from './flattenNodes.ts'
import { equalityConvention } from './measureEquality.ts'
import { periodGaps } from './periodGaps.ts'
import { periodWeights } from './periodWeights.ts'
import { scorePeriod } from './scorePeriod.ts'
import { EMPTY_SERIES, domainLines, headlineOf, scoresOverTime, seriesOf } from './seriesOf.ts'
import { worstGaps } from './worstGaps.ts'
import { MOST_ADJUSTED, withoutWords } from './warningWords.ts'
import type { CellChange, PanelResult } from '../../engine/composite.types.ts'
import type { EvaluationNode, Snapshot } from '../../contract/evaluations.ts'
import type { MethodOptions, TreeNode } from '../../contract/frameworks.ts'
import type { Panel, Results, StoredPeriod, StoredWarning } from './results.types.ts'

const MOST_WARNINGS = 200

export function evaluateSnapshot(snapshot: Snapshot, root: TreeNode, method: MethodOptions): Results {
  const { areas, periods } = snapshot
  const leaves = leavesOf(root)
  const panel = computePanel({
    areas: areas.map((a) => a.code),
    periods: periods.map((p) => p.period),
    framework: engineFramework(root, method),
    values: Object.fromEntries(leaves.map(({ code }) => [code, periods.map((p) => p.values[code] ?? [])])),
    method: engineMethod(method),
  })
  const nodes = flattenNodes(root, panel.weights)
  const attributes = attributesOf(areas)
  const weights = periods.map(periodWeights)
  const weightedPeriods = Object.fromEntries(periods.map(({ period }, t) => [period, (weights[t] ?? null) !== null]))
  const equality = equalityConvention(method, weightedPeriods)
  const overTime = scoresOverTime(method)
  const scored = periods.map((data, t) =>
    scorePeriod(
      data,
      panel.periods[t] ?? { scores: {}, normalised: {}, ranks: {} },
      nodes,
      weights[t] ?? null,
      attributes,
      equality,
      method,
    ),
  )
  const series = seriesOf(nodes, scored)
  const rootSeries = series[root.code] ?? EMPTY_SERIES
  const headline = headlineOf(root.code, rootSeries, scored, areas, equality, overTime, weightedPeriods)
  const latest = periods.find((p) => p.period === headline.period)
  const gaps = latest === undefined ? [] : periodGaps(areas, nodes, latest)
  return {
    panel: {
      areas,
      nodes,
      series,
      adjusted: adjustedCells(panel),
      warnings: warningsOf(snapshot, nodes, panel, weightedPeriods, scored, method),
      weightedPeriods,
      equality,
      scoresOverTime: overTime,
    },
    periods: scored,
    missingCount: periods.reduce(
      (sum, p) => sum + leaves.reduce((n, { code }) => n + (p.values[code] ?? []).filter((v) => v === null).length, 0),
      0,
    ),
    headline,
    board: {
      series: rootSeries,
      domains: domainLines(nodes, series, root.code, overTime),
      worstGaps: worstGaps(gaps, areas, nodes),
      estimatedShare: nodes[0]?.estimatedShare ?? 0,
      scoresOverTime: overTime,
    },
  }
}

function adjustedCells({ imputed, treated, clipped }: PanelResult): Panel['adjusted'] {
  return [...cellsOf('imputed', imputed), ...cellsOf('treated', treated), ...cellsOf('clipped', clipped)].slice(
    0,
    MOST_ADJUSTED,
  )
}

function cellsOf(kind: 'imputed' | 'treated' | 'clipped', cells: readonly CellChange[]): Panel['adjusted'] {
  return cells.slice(0, MOST_ADJUSTED).map((c) => ({
    kind,
    indicator: c.indicator,
    area: c.area,
    period: c.period ?? '',
    from: c.before,
    to: c.after,
    note: c.action,
  }))
}

function warningsOf(
  { periods }: Snapshot,
  nodes: readonly EvaluationNode[],
  panel: PanelResult,
  weighted: Readonly<Record<string, boolean>>,
  scored: readonly StoredPeriod[],
  method: MethodOptions,
): StoredWarning[] {
  const codes = nodes.filter((node) => node.kind === 'indicator').map((node) => node.code)
  const empty = codes.filter((code) => periods.every((p) => (p.values[code] ?? []).every((v) => v === null)))
  const adjusted = panel.imputed.length + panel.treated.length + panel.clipped.length
  const unweighted = Object.keys(weighted).filter((p) => weighted[p] === false)
  const own: StoredWarning[] = [
    ...empty.map((code) => ({ code: 'indicator-without-values', path: code })),
    ...unweighted.map((period) => ({ code: 'unweighted-period', path: period })),
    ...equalityWarnings(nodes, scored, method, unweighted.length > 0),
    ...(adjusted > MOST_ADJUSTED ? [{ code: 'touched-cut', path: String(adjusted) }] : []),
  ]
  const all = [
    ...own,
    ...panel.warnings
      .filter((w) => !(w.code === 'constant-indicator' && w.path !== undefined && empty.includes(w.path)))
      .map(withoutWords),
  ]
  if (all.length <= MOST_WARNINGS) return all
  return [...all.slice(0, MOST_WARNINGS - 1), { code: 'warnings-cut', path: String(all.length) }]
}

/** Whatever keeps a degree from being read as it stands: a weighting that had to give way, values off their scale, a degree held at 0. */
function equalityWarnings(
  nodes: readonly EvaluationNode[],
  scored: readonly StoredPeriod[],
  { equalityWeighting }: MethodOptions,
  someUnweighted: boolean,
): StoredWarning[] {
  const found: StoredWarning[] = []
  if (equalityWeighting === 'population' && someUnweighted) found.push({ code: 'equality-unweighted' })
  for (const { code, kind } of nodes) {
    if (kind !== 'indicator') continue
    for (const { period, equality } of scored) {
      const line = equality[code]
      if (line?.reason === 'outside-scale') found.push({ code: 'outside-scale', path: `${code}[${period}]` })
      if (line?.clipped === true) found.push({ code: 'degree-clipped', path: `${code}[${period}]` })
    }
  }
  return found
}
