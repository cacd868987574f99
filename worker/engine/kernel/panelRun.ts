/** One panel while it is being scored, period by period, on shared scratch. Collects clipped cells and warnings. */
import { aggregateTree } from '../aggregate/aggregateTree.ts'
import { type AggregateScratch, type CoveragePolicy, TOPSIS } from '../aggregate/aggregation.types.ts'
import { fitTopsis, type TopsisFit } from '../aggregate/fitTopsis.ts'
import { rankInto } from '../aggregate/rankInto.ts'
import { type TopsisColumns, topsisTree } from '../aggregate/topsisTree.ts'
import type { CellChange, Column, CompositeMethod, CompositeScores } from '../composite.types.ts'
import type { ColumnRule } from '../normalise/columnRule.ts'
import { fitRule } from '../normalise/fitRule.ts'
import { normaliseColumn } from '../normalise/normaliseColumn.ts'
import type { LeafSpec } from '../tree/indexTree.ts'
import type { Warning } from '../types.ts'
import { gatherLeaf } from './fitPanel.ts'
import type { TreeIndex } from '../tree/treeIndex.types.ts'
import { listClipped, listUnscored } from './listCells.ts'
import { emptyTopsis, fillVector, refillTopsis } from './topsisColumns.ts'

export interface PanelState {
  readonly areas: readonly string[]
  /** Period names for paths and cells; null when there is one period without a name. */
  readonly names: readonly string[] | null
  readonly tree: TreeIndex
  readonly leaves: readonly LeafSpec[]
  readonly raw: Float64Array
  readonly n: number
  readonly m: number
  readonly count: number
  readonly rules: readonly ColumnRule[]
  readonly byPeriod: boolean
  readonly weights: Float64Array
  readonly plan: Uint8Array
  readonly warnings: Warning[]
  readonly method: CompositeMethod
  readonly floor: number
  readonly policy: CoveragePolicy
  readonly scratch: AggregateScratch
}

/** Example: `new PanelRun(state).scorePeriod(0).scores`. Each period is O(nodes · n + n log n · nodes). */
export class PanelRun {
  readonly clipped: CellChange[] = []
  readonly #state: PanelState
  readonly #matrix: Float64Array
  readonly #scores: Float64Array
  readonly #sorting: Float64Array
  readonly #ranks: Float64Array
  #topsis: TopsisColumns | null = null
  #fits: readonly TopsisFit[] | null = null

  constructor(state: PanelState) {
    this.#state = state
    this.#matrix = new Float64Array(state.m * state.n)
    this.#scores = new Float64Array(state.tree.parent.length * state.n)
    this.#sorting = new Float64Array(state.n)
    this.#ranks = new Float64Array(state.n)
    if (!state.byPeriod) state.rules.forEach((rule, leaf) => this.#warnConstant(rule, leaf, null))
  }

  /** TOPSIS compares periods too unless each is its own sample: norm, best and worst then come from all periods. */
  prepareTopsis(): void {
    const { leaves, raw, n, m, count, method, byPeriod } = this.#state
    this.#topsis = emptyTopsis(m, n)
    if (byPeriod || count === 1) return
    const scores = method.topsisOptions?.on === 'normalised'
    this.#fits = leaves.map((leaf, j) => {
      const fit: TopsisFit = { scale: 1, norm: 1, best: 0, worst: 0 }
      const values = gatherLeaf(raw, count, m, n, j)
      if (!scores) {
        fitTopsis(leaf.sign, values, 0, values.length, fit)
        return fit
      }
      const column = new Float64Array(values.length)
      normaliseColumn(this.#state.rules[j] as ColumnRule, values, column, 0, values.length)
      const present = column.filter((score) => !Number.isNaN(score))
      return {
        ...fit,
        best: present.reduce((a, b) => Math.max(a, b), -Infinity),
        worst: present.reduce((a, b) => Math.min(a, b), Infinity),
      }
    })
  }

  scorePeriod(t: number): CompositeScores {
    const { tree, leaves, n, m, weights, plan, floor, policy, scratch, method, names, warnings } = this.#state
    const raw = this.#state.raw.subarray(t * m * n, (t + 1) * m * n)
    this.#normalise(raw, t)
    const floored = aggregateTree(tree, this.#matrix, n, weights, plan, floor, policy, -1, scratch, this.#scores)
    if (floored > 0) {
      warnings.push({
        code: 'floored-zero',
        path: names?.[t] ?? (tree.codes[0] as string),
        message: `${floored} scores below ${floor} were raised to it before a geometric or harmonic mean`,
      })
    }
    if (this.#topsis !== null && plan[0] === TOPSIS) {
      this.#fillTopsis(this.#topsis, raw)
      const [base, top] = typeof method.scale === 'object' ? method.scale : [0, method.scale ?? 100]
      topsisTree(tree, this.#topsis, n, weights, plan, base, top - base, policy, scratch, this.#scores)
    }
    const normalised = Object.fromEntries(leaves.map(({ code }, leaf) => [code, toColumn(this.#matrix, leaf * n, n)]))
    const scores: [string, Column][] = []
    const ranks: [string, Column][] = []
    tree.codes.forEach((code, v) => {
      const leaf = tree.leafOf[v] as number
      if (leaf >= 0 && v > 0) return
      const [source, start] = leaf >= 0 ? [this.#matrix, leaf * n] : [this.#scores, v * n]
      scores.push([code, toColumn(source, start, n)])
      rankInto(source, start, n, this.#sorting, this.#ranks)
      ranks.push([code, Array.from(this.#ranks, (rank) => (rank === 0 ? null : rank))])
    })
    return { scores: Object.fromEntries(scores), normalised, ranks: Object.fromEntries(ranks) }
  }

  #normalise(raw: Float64Array, t: number): void {
    const { rules, byPeriod, n, leaves, areas, names, warnings } = this.#state
    rules.forEach((rule, leaf) => {
      if (byPeriod) {
        fitRule(rule, raw, leaf * n, n)
        this.#warnConstant(rule, leaf, t)
      }
      normaliseColumn(rule, raw, this.#matrix, leaf * n, n)
      listClipped(rule, raw, this.#matrix, leaf, n, { period: t, leaves, areas, names }, this.clipped)
      listUnscored(raw, this.#matrix, leaf, n, { period: t, leaves, areas, names }, warnings)
    })
  }

  #fillTopsis(columns: TopsisColumns, raw: Float64Array): void {
    const { leaves, n, method } = this.#state
    const on = method.topsisOptions?.on ?? 'vector'
    const source = on === 'vector' ? raw : this.#matrix
    if (this.#fits === null) refillTopsis(columns, leaves, n, on, source, { scale: 1, norm: 1, best: 0, worst: 0 })
    else this.#fits.forEach((fit, leaf) => fillVector(columns, leaf, n, fit, source, leaf * n))
  }

  #warnConstant(rule: ColumnRule, leaf: number, t: number | null): void {
    if (!rule.constant) return
    const { leaves, names, warnings } = this.#state
    const code = leaves[leaf]?.code as string
    warnings.push({
      code: 'constant-indicator',
      path: t === null || names === null ? code : `${code}[${names[t]}]`,
      message: 'all areas have the same value, so this indicator ranks nobody; every area gets the midpoint',
    })
  }
}

/** Typed cells → a plain column with null for missing. Columns without gaps stay packed doubles. */
function toColumn(source: Float64Array, start: number, n: number): Column {
  const column: (number | null)[] = Array.from(source.subarray(start, start + n))
  for (let i = 0; i < n; i++) if (Number.isNaN(column[i])) column[i] = null
  return column
}
