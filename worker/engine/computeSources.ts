/**
 * Which parts make the whole uneven: Shapley shares of the coefficient of variation and Lerman–Yitzhaki shares of the
 * Gini, for the children of a node in the dispersion of that node's score.
 *
 * A score that is the weighted mean of its children's is a sum of components w_k·x_k, and only such a score can be split
 * this way: where the given totals are not that sum (geometric, harmonic, TOPSIS), the answer is null with reason
 * `not-additive`. Areas in which a child or the total is missing are left out whole and counted.
 * Sources: Shorrocks 2013; Lerman and Yitzhaki 1985 (decompose/). Edge policy: fewer than 3 complete areas
 * (`too-few-areas`), more than 16 children (`too-many-sources`), totals outside an index's domain: null with the reason,
 * each index for itself. O(m 2^m + m n log n).
 *
 * @example computeSources({ parts: { A: [60, 70, 80], B: [80, 80, 80] }, weights: { A: 1, B: 1 } }).shapley
 *   // { total: …, sources: [{ key: 'A', share: 1, … }, { key: 'B', share: 0, … }] }: all of the spread comes from A
 */
import { decomposeCvBySource } from './decompose/decomposeCvBySource.ts'
import type { CvBySource } from './decompose/decomposeCvBySource.ts'
import { decomposeGiniBySource } from './decompose/decomposeGiniBySource.ts'
import type { GiniBySource } from './decompose/decomposeGiniBySource.ts'
import type { InputFault, Reason, Values, Weights } from './types.ts'
import { EngineInputError } from './types.ts'

export interface SourcesRequest {
  /** Scores of each child, along the areas. */
  readonly parts: Readonly<Record<string, Values>>
  /** Weight of each child among its siblings; need not sum to 1. */
  readonly weights: Readonly<Record<string, number>>
  /** The node's own scores, to check that they are the weighted mean of the parts; absent: taken to be. */
  readonly total?: Values
  /** Population of each area; absent: all areas the same. */
  readonly population?: Weights
}

export type SourcesReason = Reason | 'not-additive' | 'too-many-sources'

interface Missing {
  readonly total: null
  readonly reason: SourcesReason
}

export interface SourcesResponse {
  /** Areas with every part. */
  readonly n: number
  readonly missing: number
  readonly shapley: Extract<CvBySource, { total: number }> | Missing
  readonly gini: Extract<GiniBySource, { total: number }> | Missing
}

const FEWEST_AREAS = 3
const MOST_SOURCES = 16
/** A score rounded for the wire may differ from the sum of its rounded parts by this share of the scale. */
const ROUNDING = 1e-6

export function computeSources(request: SourcesRequest): SourcesResponse {
  requireShapes(request)
  const { parts, weights, total, population } = request
  const keys = Object.keys(parts)
  const areas = parts[keys[0] ?? '']?.length ?? 0
  const sum = keys.reduce((all, key) => all + (weights[key] ?? 0), 0)
  const complete = Array.from({ length: areas }, (_, i) => i).filter(
    (i) => keys.every((key) => isThere(parts[key]?.[i])) && (total === undefined || isThere(total[i])),
  )
  const n = complete.length
  const components = Object.fromEntries(
    keys.map((key) => [key, complete.map((i) => ((weights[key] ?? 0) / sum) * (parts[key]?.[i] ?? 0))]),
  )
  const counted = { n, missing: areas - n }
  const none = (reason: SourcesReason): SourcesResponse => ({
    ...counted,
    shapley: { total: null, reason },
    gini: { total: null, reason },
  })
  if (n < FEWEST_AREAS) return none('too-few-areas')
  if (total !== undefined && !complete.every((area, i) => adds(components, i, total[area] ?? 0)))
    return none('not-additive')
  const people = population && complete.map((i) => population[i] ?? 0)
  const gini = decomposeGiniBySource(components, people)
  const cv = keys.length > MOST_SOURCES ? null : decomposeCvBySource(components, people)
  return {
    ...counted,
    shapley: cv === null ? { total: null, reason: 'too-many-sources' } : cv.total === null ? reasonOf(cv) : cv,
    gini: gini.total === null ? reasonOf(gini) : gini,
  }
}

function reasonOf({ reason }: { readonly reason: Reason }): Missing {
  return { total: null, reason }
}

function adds(components: Readonly<Record<string, readonly number[]>>, i: number, total: number): boolean {
  const sum = Object.values(components).reduce((all, column) => all + (column[i] ?? 0), 0)
  return Math.abs(sum - total) <= ROUNDING * Math.max(1, Math.abs(total))
}

function isThere(value: number | null | undefined): boolean {
  return typeof value === 'number' && !Number.isNaN(value)
}

function requireShapes({ parts, weights, total, population }: SourcesRequest): void {
  const faults: InputFault[] = []
  const keys = Object.keys(parts)
  const areas = parts[keys[0] ?? '']?.length ?? 0
  if (keys.length === 0) faults.push({ path: 'parts', code: 'empty', message: 'at least one part is needed' })
  for (const key of keys) {
    const length = parts[key]?.length ?? 0
    if (length !== areas) {
      const message = `${length} values where the first part has ${areas}`
      faults.push({ path: `parts.${key}`, code: 'length-mismatch', message })
    }
    const weight = weights[key]
    if (weight === undefined || !(weight >= 0 && weight < Infinity)) {
      faults.push({ path: `weights.${key}`, code: 'weight', message: 'each part has a finite weight, 0 or more' })
    }
  }
  if (faults.length === 0 && !keys.some((key) => (weights[key] ?? 0) > 0)) {
    faults.push({ path: 'weights', code: 'weight', message: 'at least one weight is above 0' })
  }
  for (const [path, column] of [
    ['total', total],
    ['population', population],
  ] as const) {
    if (column === undefined || column.length === areas) continue
    faults.push({ path, code: 'length-mismatch', message: `${column.length} values for ${areas} areas` })
  }
  if (faults.length > 0) throw new EngineInputError(faults)
}
