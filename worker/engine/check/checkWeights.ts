/** Faults of a computeWeights request: the matrix of judgements, the columns, the rounds, the two sets to combine. */
import type { AhpRequest, CombinedRequest, DataWeightsRequest, DelphiRequest } from '../composite.types.ts'
import type { Faults } from './faults.ts'
import { isFiniteNumber, isList, isRecord } from './shapes.ts'

/** Judgements may be rounded to three decimals (0.333 for 1/3, 0.167 for 1/6) and still count as reciprocal. */
const RECIPROCAL_SLACK = 5e-3

/** Edge policy: square, order ≥ 1, positive and finite, ones on the diagonal, a_ji·a_ij = 1 to 0.5 %. O(n²).
 * Example: `[[1, 2], [2, 1]]` adds `matrix[1][0]: not-reciprocal`. */
export function checkAhp({ matrix }: AhpRequest, faults: Faults): void {
  if (!Array.isArray(matrix) || matrix.length === 0) {
    faults.add('matrix', 'empty', 'must be a square matrix of judgements')
    return
  }
  const n = matrix.length
  matrix.forEach((row: unknown, i) => {
    if (!Array.isArray(row) || row.length !== n) faults.add(`matrix[${i}]`, 'not-square', `must hold ${n} judgements`)
    else
      row.forEach((a: unknown, j) => {
        if (!(typeof a === 'number' && Number.isFinite(a) && a > 0))
          faults.add(`matrix[${i}][${j}]`, 'bad-judgement', 'must be a finite number above 0')
      })
  })
  if (faults.any) return
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      const product = (matrix[i]?.[j] as number) * (matrix[j]?.[i] as number)
      if (i === j && matrix[i]?.[i] !== 1)
        faults.add(`matrix[${i}][${i}]`, 'bad-diagonal', 'an item is as important as itself: 1')
      else if (Math.abs(product - 1) > RECIPROCAL_SLACK)
        faults.add(`matrix[${i}][${j}]`, 'not-reciprocal', `must be 1 over matrix[${j}][${i}]`)
    }
}

/** Edge policy: at least one indicator; all columns of one shape (one column, or one per period); a direction for each
 * indicator and for nothing else; finite or missing cells; `raw` and `normalised` columns ≥ 0. O(cells).
 * Example: a direction for an indicator without values adds `directions.X: unknown-indicator`. */
export function checkDataWeights(request: DataWeightsRequest, faults: Faults): void {
  const { values, directions, options = {}, method } = request
  if (!isRecord(values) || Object.keys(values).length === 0)
    faults.add('values', 'empty', 'must hold at least one indicator')
  if (!isRecord(directions)) faults.add('directions', 'not-an-object', 'must name a direction for each indicator')
  if (!isRecord(options)) faults.add('options', 'not-an-object', 'must be an object')
  if (faults.any) return
  if (options.shift !== undefined && !(isFiniteNumber(options.shift) && options.shift >= 0))
    faults.add('options.shift', 'out-of-range', 'must be a finite number ≥ 0')
  const raw = options.raw === true && method === 'entropy'
  const nonNegative = raw || (options.normalised === true && method === 'scatter')
  let shape: string | null = null
  for (const [code, given] of Object.entries(values)) {
    const direction = Object.hasOwn(directions, code) ? directions[code] : undefined
    if (direction !== 'benefit' && direction !== 'cost')
      faults.add(`directions.${code}`, 'bad-direction', 'must be "benefit" or "cost"')
    const columns = columnsOf(given)
    if (columns.some((column) => !isList(column))) {
      faults.add(`values.${code}`, 'not-a-column', 'must be a list of numbers, or one list per period')
      continue
    }
    const own = columns.map((column) => column.length).join(',')
    shape ??= own
    if (own !== shape || own === '0')
      faults.add(`values.${code}`, 'wrong-length', 'every indicator needs the same, non-empty, areas and periods')
    columns.forEach((column, t) =>
      checkCells(
        column,
        columns.length === 1 && given === column ? `values.${code}` : `values.${code}[${t}]`,
        nonNegative,
        faults,
      ),
    )
  }
  for (const code of Object.keys(directions))
    if (!Object.hasOwn(values, code))
      faults.add(`directions.${code}`, 'unknown-indicator', 'no values are given for this indicator')
}

/** One column, or one per period. O(1). Example: `columnsOf([1, 2])` is [[1, 2]]. */
export function columnsOf(given: DataWeightsRequest['values'][string]): readonly ArrayLike<number | null>[] {
  const first: unknown = isList(given) ? given[0] : undefined
  return isList(first) ? (given as readonly ArrayLike<number | null>[]) : [given as ArrayLike<number | null>]
}

function checkCells(column: ArrayLike<unknown>, path: string, nonNegative: boolean, faults: Faults): void {
  for (let i = 0; i < column.length; i++) {
    const x = column[i]
    if (x === null || (typeof x === 'number' && Number.isNaN(x))) continue
    if (typeof x !== 'number' || !Number.isFinite(x))
      faults.add(`${path}[${i}]`, 'not-a-number', 'must be a finite number or null')
    else if (nonNegative && x < 0) faults.add(`${path}[${i}]`, 'negative-value', 'must not be negative here')
  }
}

/** Edge policy: at least one round of at least one expert; every expert scores every item, the same in all rounds. O(cells).
 * Example: `rounds: []` adds `rounds: empty`. */
export function checkDelphi({ rounds }: DelphiRequest, faults: Faults): void {
  if (!Array.isArray(rounds) || rounds.length === 0) {
    faults.add('rounds', 'empty', 'must hold at least one round')
    return
  }
  const items = rounds[0]?.[0]?.length ?? 0
  rounds.forEach((round: unknown, r) => {
    if (!Array.isArray(round) || round.length === 0) {
      faults.add(`rounds[${r}]`, 'empty', 'must hold at least one expert')
      return
    }
    round.forEach((scores: unknown, e) => {
      if (!Array.isArray(scores) || scores.length !== items || items === 0) {
        faults.add(`rounds[${r}][${e}]`, 'wrong-length', 'every expert scores the same items, at least one')
        return
      }
      scores.forEach((score: unknown, i) => {
        if (!(typeof score === 'number' && Number.isFinite(score) && score >= 0))
          faults.add(`rounds[${r}][${e}][${i}]`, 'bad-score', 'must be a finite number ≥ 0')
      })
    })
  })
}

/** Edge policy: both sets name the same indicators, finite and ≥ 0, not all 0. O(n).
 * Example: an indicator in one set only adds `weights[1].X: missing-weight`. */
export function checkCombined({ weights, rule, alpha }: CombinedRequest, faults: Faults): void {
  if (rule !== 'multiplicative' && rule !== 'convex')
    faults.add('rule', 'unknown-option', 'must be one of multiplicative, convex')
  if (rule === 'convex' && !(typeof alpha === 'number' && alpha >= 0 && alpha <= 1))
    faults.add('alpha', 'out-of-range', 'the convex rule needs a share between 0 and 1')
  if (!Array.isArray(weights) || weights.length !== 2 || !weights.every(isRecord)) {
    faults.add('weights', 'wrong-length', 'must hold the two sets of weights to combine')
    return
  }
  weights.forEach((set: Readonly<Record<string, unknown>>, k) => {
    const other = (weights as readonly Readonly<Record<string, unknown>>[])[1 - k] ?? {}
    for (const code of Object.keys(other))
      if (!Object.hasOwn(set, code))
        faults.add(`weights[${k}].${code}`, 'missing-weight', 'both sets must name the same indicators')
    for (const [code, w] of Object.entries(set))
      if (!(typeof w === 'number' && Number.isFinite(w) && w >= 0))
        faults.add(`weights[${k}].${code}`, 'bad-weight', 'must be a finite number ≥ 0')
    if (!Object.values(set).some((w) => w !== 0))
      faults.add(`weights[${k}]`, 'all-weights-zero', 'at least one weight must be above 0')
  })
}
