/** Weights by themselves: from judgements (ahp), from data (entropy, critic, pca, scatter), from rounds of experts (delphi),
 * or two sets combined. The contract of POST /api/v1/compute/weights. */
import { checkAhp, checkCombined, checkDataWeights, checkDelphi, columnsOf } from './check/checkWeights.ts'
import { Faults } from './check/faults.ts'
import type {
  AhpResult,
  CombinedRequest,
  CombinedResult,
  DataWeightsRequest,
  DataWeightsResult,
  DelphiRequest,
  DelphiResult,
  WeightsRequest,
  WeightsResult,
} from './composite.types.ts'
import { EngineInputError } from './types.ts'
import { ahpWeights } from './weights/ahpWeights.ts'
import { combineWeights } from './weights/combineWeights.ts'
import { dataWeights } from './weights/dataWeights.ts'
import { delphiWeights } from './weights/delphiWeights.ts'

/** Formulas and sources: docs/methods.md §2 and the file of each method. Edge policy: faults of the request, and data or scores
 * that leave nothing to weigh by, throw EngineInputError; nulls are left out, with a warning. O(m² n + m³) at worst.
 * Example: `computeWeights({ method: 'ahp', matrix: [[1, 2], [0.5, 1]] }).weights` is [2/3, 1/3]. */
export function computeWeights<R extends WeightsRequest>(request: R): WeightsResult<R>
export function computeWeights(request: WeightsRequest): AhpResult | CombinedResult | DataWeightsResult | DelphiResult {
  const faults = new Faults()
  switch (request.method) {
    case 'ahp':
      checkAhp(request, faults)
      faults.throwIfAny()
      return ahpWeights(request.matrix)
    case 'delphi':
      return delphi(request, faults)
    case 'combined':
      return combined(request, faults)
    case 'entropy':
    case 'critic':
    case 'pca':
    case 'scatter':
      return fromData(request, faults)
    default:
      throw refusal('method', 'unknown-option', 'must be one of ahp, delphi, entropy, critic, pca, scatter, combined')
  }
}

function delphi(request: DelphiRequest, faults: Faults): DelphiResult {
  checkDelphi(request, faults)
  faults.throwIfAny()
  const result = delphiWeights(request.rounds, request.tieCorrected !== false)
  if (!result.mean.some((score) => score > 0))
    throw refusal('rounds', 'no-variation', 'every score of the last round is 0, which weighs nothing')
  return result
}

function combined(request: CombinedRequest, faults: Faults): CombinedResult {
  checkCombined(request, faults)
  faults.throwIfAny()
  const [a, b] = request.weights
  const codes = Object.keys(a)
  const found = combineWeights(
    codes.map((code) => a[code] as number),
    codes.map((code) => b[code] as number),
    request.rule,
    request.alpha,
  )
  if (!found.some((w) => w > 0))
    throw refusal('weights', 'no-variation', 'no indicator has a weight above 0 in both sets')
  return { weights: Object.fromEntries(codes.map((code, j) => [code, found[j] as number])) }
}

function fromData(request: DataWeightsRequest, faults: Faults): DataWeightsResult {
  checkDataWeights(request, faults)
  faults.throwIfAny()
  const columns = Object.entries(request.values).map(([code, given]) => ({
    code,
    values: endToEnd(columnsOf(given)),
    sign: request.directions[code] === 'cost' ? (-1 as const) : (1 as const),
  }))
  const { weights, detail, warnings } = dataWeights(request.method, columns, request.options)
  if (!weights.some((w) => w > 0))
    throw refusal(
      'values',
      'no-variation',
      `${request.method} weights need at least one indicator that tells the areas apart`,
    )
  return { weights: Object.fromEntries(columns.map(({ code }, j) => [code, weights[j] as number])), detail, warnings }
}

function endToEnd(columns: readonly ArrayLike<number | null>[]): Float64Array {
  const length = columns.reduce((total, column) => total + column.length, 0)
  const values = new Float64Array(length)
  let at = 0
  for (const column of columns) for (let i = 0; i < column.length; i++) values[at++] = column[i] ?? NaN
  return values
}

function refusal(path: string, code: string, message: string): EngineInputError {
  return new EngineInputError([{ path, code, message }])
}
