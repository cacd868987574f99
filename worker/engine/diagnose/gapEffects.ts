/**
 * What closing each gap would do: the composite recomputed with that one cell at its target, and all of them together.
 *
 * Idea: no linearisation. Bounds taken from the sample move when a cell moves, weights from data too, and an index of
 * dispersion over areas answers to all of it; so the composite is run again for every gap. Effects of single gaps do not
 * add up to `together`; both are given.
 * Formula: effect = index(scores with x_ij := T_ij) − index(scores), for any index of the chosen node's scores.
 * Edge policy: a gap that names no area or indicator of the request throws EngineInputError; an index without a value
 * before or after has a null change. Complexity: one column and one aggregation per gap when neither treatment, imputation
 * nor weights look at the data beyond the column; else one build per gap.
 *
 * @example gapEffects(request, gaps, { index: (scores) => cv(scores) }).each[0]
 * // { area: 'A', indicator: 'I01', score: { before: 62, after: 66 }, index: { before: 0.31, after: 0.29, change: −0.02 } }
 */
import type { CompositeRequest } from '../composite.types.ts'
import type { PreparedComposite } from '../kernel/kernel.types.ts'
import { prepareComposite } from '../kernel/prepareComposite.ts'
import { runComposite } from '../kernel/runComposite.ts'
import { fitRule } from '../normalise/fitRule.ts'
import { normaliseColumn } from '../normalise/normaliseColumn.ts'
import { EngineInputError } from '../types.ts'
import type { Values } from '../types.ts'
import type { Gap } from './gapList.ts'

export type ScoreIndex = (scores: Values) => { readonly value: number | null }

export interface Change {
  readonly before: number | null
  readonly after: number | null
  readonly change: number | null
}

export interface GapEffect {
  readonly area: string
  readonly indicator: string
  /** The area's own score at the node. */
  readonly score: Change
  readonly index: Change
}

export interface GapEffects {
  readonly each: readonly GapEffect[]
  readonly together: Change
}

export interface GapEffectOptions {
  readonly index: ScoreIndex
  /** Code of the node whose scores the index is taken over; the root unless told. */
  readonly node?: string
}

type Closing = Pick<Gap, 'area' | 'indicator' | 'target'>
type Scores = (number | null)[]

export function gapEffects(request: CompositeRequest, gaps: readonly Closing[], options: GapEffectOptions): GapEffects {
  const prepared = prepareComposite(request)
  const node = options.node === undefined ? 0 : prepared.tree.codes.indexOf(options.node)
  if (node < 0) throw fault('node', 'unknown-node', `the framework has no node ${options.node}`)
  const cells = gaps.map((gap, g) => cellOf(prepared, gap, g))
  const before = scoresOf(prepared, node)
  const indexBefore = options.index(before).value
  const closing = independentColumns(request, prepared)
    ? closeInPlace(prepared, node)
    : closeAnew(request, prepared, node)
  const each = gaps.map((gap, g) => {
    const after = closing([cells[g] ?? never()], [gap.target])
    const area = prepared.areas.indexOf(gap.area)
    return {
      area: gap.area,
      indicator: gap.indicator,
      score: changeOf(before[area] ?? null, after[area] ?? null),
      index: changeOf(indexBefore, options.index(after).value),
    }
  })
  const all =
    gaps.length === 0
      ? before
      : closing(
          cells,
          gaps.map((gap) => gap.target),
        )
  return { each, together: changeOf(indexBefore, options.index(all).value) }
}

type Cell = readonly [leaf: number, area: number]
type Closer = (cells: readonly Cell[], targets: readonly number[]) => Scores

/** True when a score depends on its own column and fixed weights alone. */
function independentColumns({ method }: CompositeRequest, { plan }: PreparedComposite): boolean {
  const fixedWeights = method.weighting === 'equal' || method.weighting === 'given'
  return fixedWeights && method.treatment === 'none' && (method.imputation ?? 'none') === 'none' && plan[0] !== 3
}

/** Refits and normalises the adjusted columns, runs, and puts their raw values and scores back. */
function closeInPlace(prepared: PreparedComposite, node: number): Closer {
  const { n, raw, variants } = prepared
  const [variant] = variants
  const matrix = variant?.matrix ?? new Float64Array()
  const [nominalRaw, nominalScores] = [raw.slice(), matrix.slice()]
  return (cells, targets) => {
    cells.forEach(([leaf, area], k) => (raw[leaf * n + area] = targets[k] ?? Number.NaN))
    const adjusted = new Set(cells.map(([leaf]) => leaf))
    for (const leaf of adjusted) {
      const rule = variant?.rules[leaf]
      if (rule === undefined) continue
      fitRule(rule, raw, leaf * n, n)
      normaliseColumn(rule, raw, matrix, leaf * n, n)
    }
    const scores = scoresOf(prepared, node)
    for (const leaf of adjusted) {
      raw.set(nominalRaw.subarray(leaf * n, (leaf + 1) * n), leaf * n)
      matrix.set(nominalScores.subarray(leaf * n, (leaf + 1) * n), leaf * n)
    }
    return scores
  }
}

/** Builds the composite again from the changed values: treatment, imputation, weights and all. */
function closeAnew(request: CompositeRequest, { tree }: PreparedComposite, node: number): Closer {
  return (cells, targets) => {
    const values: Record<string, (number | null)[]> = {}
    cells.forEach(([leaf, area], k) => {
      const code = tree.codes[tree.nodeOfLeaf[leaf] ?? 0] ?? ''
      values[code] ??= Array.from(request.values[code] ?? [])
      values[code][area] = targets[k] ?? null
    })
    return scoresOf(prepareComposite({ ...request, values: { ...request.values, ...values } }), node)
  }
}

function scoresOf(prepared: PreparedComposite, node: number): Scores {
  const { n, size, tree, weights } = prepared
  const out = new Float64Array(size * n)
  runComposite(prepared, { weights, variant: 0, aggregation: null, omit: -1 }, out)
  const leaf = tree.leafOf[node] ?? -1
  const source = leaf >= 0 ? (prepared.variants[0]?.matrix ?? out) : out
  const start = (leaf >= 0 ? leaf : node) * n
  return Array.from(source.subarray(start, start + n), (x) => (Number.isNaN(x) ? null : x))
}

function cellOf({ areas, tree }: PreparedComposite, { area, indicator, target }: Closing, g: number): Cell {
  const leaf = tree.leafOf[tree.codes.indexOf(indicator)] ?? -1
  if (leaf < 0) throw fault(`gaps[${g}].indicator`, 'unknown-indicator', `the framework has no indicator ${indicator}`)
  const at = areas.indexOf(area)
  if (at < 0) throw fault(`gaps[${g}].area`, 'unknown-area', `the request has no area ${area}`)
  if (!Number.isFinite(target)) throw fault(`gaps[${g}].target`, 'not-finite', 'a target must be finite')
  return [leaf, at]
}

function changeOf(before: number | null, after: number | null): Change {
  return { before, after, change: before === null || after === null ? null : after - before }
}

function fault(path: string, code: string, message: string): EngineInputError {
  return new EngineInputError([{ path, code, message }])
}

function never(): never {
  throw new Error('every gap has its cell')
}
