/** The composite index over one or more periods: impute, treat, weigh, normalise, aggregate, rank. Weights from data are
 * taken once from all periods, so that scores can be compared over time; the result says so in `weightsFrom`. */
import { aggregateScratch, TOPSIS } from './aggregate/aggregation.types.ts'
import { checkPanel } from './check/checkPanel.ts'
import type { PanelPeriod, PanelRequest, PanelResult } from './composite.types.ts'
import { imputePanel } from './impute/imputePanel.ts'
import { imputedChanges, treatedChanges } from './kernel/cellChanges.ts'
import { directedColumn } from './kernel/directedColumn.ts'
import { fitPanel } from './kernel/fitPanel.ts'
import { loadPanel } from './kernel/loadPanel.ts'
import { PanelRun } from './kernel/panelRun.ts'
import { planOf } from './kernel/planOf.ts'
import { meanFloor } from './normalise/meanFloor.ts'
import { shareWeights } from './tree/shareWeights.ts'
import { treatPanel } from './treat/treatPanel.ts'
import type { Warning } from './types.ts'
import { treeWeights } from './weights/treeWeights.ts'

/** Idea: every step of docs/methods.md §1–§3, column by column over typed arrays; one period's scores are held at a time.
 * Source: OECD/JRC Handbook steps 3–6; the steps of COINr (impute → treat → normalise → aggregate).
 * Edge policy: every fault of the request throws one EngineInputError; missing cells stay missing unless `imputation`
 * fills them; every adjusted cell is listed. O(cells · log n + weights).
 * Example: two areas 1 and 3, one benefit indicator, minmax: scores 0 and 100, ranks 2 and 1. */
export function computePanel(request: PanelRequest): PanelResult {
  return runPanel(request, false)
}

/** computePanel and computeComposite in one; `single` leaves periods out of paths and cells. Same complexity.
 * Example: `runPanel(request, false)` is computePanel. */
export function runPanel(request: PanelRequest, single: boolean): PanelResult {
  const { tree, leaves, given } = checkPanel(request, single)
  const { areas, periods, method } = request
  const n = areas.length
  const m = leaves.length
  const count = periods.length
  const names = single ? null : periods

  const raw = loadPanel(request, leaves)
  const imputed = imputePanel(raw, count, m, n, method.imputation ?? 'none', method.imputationOptions?.maxCarry)
  const treated = treatPanel(raw, count, m, n, method.treatment, method.treatmentOptions)
  const warnings: Warning[] = []
  const { rules, byPeriod } = fitPanel(leaves, method, raw, count, n)
  const weights = treeWeights(
    tree,
    given,
    method,
    (leaf) => directedColumn(leaves, rules, raw, count, n, leaf),
    warnings,
  )
  const { local, effective } = shareWeights(tree, weights)

  const plan = planOf(tree, method.aggregation)
  const run = new PanelRun({
    areas,
    names,
    tree,
    leaves,
    raw,
    n,
    m,
    count,
    rules,
    byPeriod,
    weights,
    plan,
    warnings,
    method,
    floor: meanFloor(method.normalisation, method.normalisationOptions ?? {}, method.scale ?? 100),
    policy: {
      strict: method.missing === 'strict',
      minCoverage: method.minCoverage ?? 2 / 3,
      byCount: method.coverageBy === 'count',
      byLeaves: method.coverageBy === 'leaves',
    },
    scratch: aggregateScratch(n, tree.parent.length, method.coverageBy === 'leaves'),
  })
  if (plan[0] === TOPSIS) run.prepareTopsis()
  const results: PanelPeriod[] = periods.map((period, t) => ({ period, ...run.scorePeriod(t) }))
  const fromData = method.weighting !== 'given' && method.weighting !== 'equal'
  return {
    weightsFrom: fromData ? 'all-periods' : 'framework',
    weights: Object.fromEntries(
      tree.codes.map((code, v) => [code, { local: local[v] as number, effective: effective[v] as number }]),
    ),
    periods: results,
    imputed: imputedChanges(imputed, leaves, areas, names, method.imputation === 'locf' ? 'carried-forward' : 'median'),
    treated: treatedChanges(treated, leaves, areas, names),
    clipped: run.clipped,
    warnings,
  }
}
