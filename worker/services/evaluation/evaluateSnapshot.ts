/** The whole computation of an evaluation, from a snapshot to results. Pure: no clock, no database, no language; the same inputs give the same bytes. */
import { computePanel } from '../../engine/computePanel.ts'
import { leavesOf } from '../framework/body.ts'
import { attributesOf } from './decomposeColumns.ts'
import { engineFramework, engineMethod } from './engineInput.ts'
import { flattenNodes } from './flattenNodes.ts'
import { periodGaps } from './periodGaps.ts'
import { periodWeights } from './periodWeights.ts'
import { scorePeriod } from './scorePeriod.ts'
import { domainLines, headlineOf, seriesOf } from './seriesOf.ts'
import { shortBoards } from './shortBoards.ts'
import type { CellChange, PanelResult } from '../../engine/composite.types.ts'
import type { Snapshot } from '../../routes/evaluations/schema.ts'
import type { MethodOptions, TreeNode } from '../../routes/frameworks/schema.ts'
import type { Panel, Results, StoredWarning } from './results.types.ts'

const MOST_TOUCHED = 2000
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
  const weightedPeriods: Record<string, boolean> = {}
  const scored = periods.map((data, t) => {
    const weights = periodWeights(data)
    weightedPeriods[data.period] = weights !== null
    return scorePeriod(data, panel.periods[t] ?? { scores: {}, normalised: {}, ranks: {} }, nodes, weights, attributes)
  })
  const series = seriesOf(nodes, scored, method.headlineIndex)
  const rootSeries = series[root.code] ?? { score: [], gini: [], cv: [], theilT: [], degree: [] }
  const headline = headlineOf(root.code, rootSeries, scored, areas, method.headlineIndex, weightedPeriods)
  const latest = periods.find((p) => p.period === headline.period)
  const gaps = latest === undefined ? [] : periodGaps(areas, nodes, latest)
  return {
    panel: {
      areas,
      nodes,
      series,
      touched: touchedCells(panel),
      warnings: warningsOf(
        snapshot,
        leaves.map((l) => l.code),
        panel,
        weightedPeriods,
      ),
      weightedPeriods,
    },
    periods: scored,
    missingCount: periods.reduce(
      (sum, p) => sum + leaves.reduce((n, { code }) => n + (p.values[code] ?? []).filter((v) => v === null).length, 0),
      0,
    ),
    headline,
    board: {
      series: rootSeries,
      domains: domainLines(nodes, series, root.code),
      shortBoards: shortBoards(gaps, areas, nodes),
    },
  }
}

function touchedCells({ imputed, treated, clipped }: PanelResult): Panel['touched'] {
  return [...cellsOf('imputed', imputed), ...cellsOf('treated', treated), ...cellsOf('clipped', clipped)].slice(
    0,
    MOST_TOUCHED,
  )
}

function cellsOf(kind: 'imputed' | 'treated' | 'clipped', cells: readonly CellChange[]): Panel['touched'] {
  return cells.slice(0, MOST_TOUCHED).map((c) => ({
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
  codes: readonly string[],
  panel: PanelResult,
  weighted: Readonly<Record<string, boolean>>,
): StoredWarning[] {
  const empty = codes.filter((code) => periods.every((p) => (p.values[code] ?? []).every((v) => v === null)))
  const touched = panel.imputed.length + panel.treated.length + panel.clipped.length
  const unweighted = Object.keys(weighted).filter((p) => weighted[p] === false)
  const own: StoredWarning[] = [
    ...empty.map((code) => ({
      code: 'indicator-without-values',
      path: code,
      message: 'no area has a value in any period',
    })),
    ...unweighted.map((period) => ({
      code: 'unweighted-period',
      path: period,
      message: 'populations are incomplete, so means and indices of this period are unweighted',
    })),
    ...(touched > MOST_TOUCHED
      ? [
          {
            code: 'touched-cut',
            path: String(touched),
            message: `of ${touched} touched cells the first ${MOST_TOUCHED} are listed`,
          },
        ]
      : []),
  ]
  const all = [
    ...own,
    ...panel.warnings.filter(
      (w) => !(w.code === 'constant-indicator' && w.path !== undefined && empty.includes(w.path)),
    ),
  ]
  if (all.length <= MOST_WARNINGS) return all
  return [
    ...all.slice(0, MOST_WARNINGS - 1),
    { code: 'warnings-cut', path: String(all.length), message: `${all.length} warnings in all` },
  ]
}
