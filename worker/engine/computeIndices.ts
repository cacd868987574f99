/** `POST /api/v1/compute/indices`: equalization indices of one column over areas, with decomposition when it is asked for.
 * Asked for nothing in particular it gives every scalar index; the urban–rural ones when a group label says urban or
 * rural, Moran's I when neighbours are given; `lorenz` only when asked. Faults of the request throw EngineInputError. */
import { checkIndices, INDEX_KEYS } from './checkIndices.ts'
import { decomposeGini } from './decompose/decomposeGini.ts'
import { decomposeTheil } from './decompose/decomposeTheil.ts'
import { lorenz } from './indices/lorenz.ts'
import { urbanOrRural } from './indices/urbanRural.ts'
import { urbanRuralGap } from './indices/urbanRuralGap.ts'
import { urbanRuralRatio } from './indices/urbanRuralRatio.ts'
import type { IndexKey, IndexOptions, IndexResults, IndicesRequest, IndicesResponse } from './indices.types.ts'
import { Column } from './numeric/column.ts'
import { without } from './numeric/measure.ts'
import { DEFAULT_ALPHA, DEFAULT_EPSILON, parameterIndex, SCALAR_INDICES } from './scalarIndices.ts'
import { moran } from './space/moran.ts'

export type {
  IndexKey,
  IndexOptions,
  IndexResults,
  IndicesRequest,
  IndicesResponse,
  ParameterResult,
  ScalarKey,
} from './indices.types.ts'

export function computeIndices(request: IndicesRequest): IndicesResponse {
  checkIndices(request)
  const { values, weights, groups, options = {} } = request
  const column = new Column(values, weights)
  const indices: Record<string, unknown> = {}
  for (const key of request.indices ?? defaultKeys(request)) indices[key] = oneIndex(key, request, column, options)
  return {
    n: column.n,
    missing: column.missing,
    mean: column.x.length === 0 ? null : column.meanValue,
    weighted: weights !== undefined,
    indices: indices as IndexResults,
    ...(groups !== undefined &&
      isDecomposed(request) && {
        decomposition: { ...decomposeTheil(values, groups, weights), gini: decomposeGini(values, groups, weights) },
      }),
    convention: conventionOf(weights !== undefined, options),
  }
}

/** Every pair of groups is set against each other: nobody who only wants the Gini index is made to wait for that. */
export function isDecomposed({ groups, indices, decompose }: IndicesRequest): boolean {
  if (groups === undefined) return false
  return decompose ?? (indices === undefined || indices.includes('theilT') || indices.includes('theilL'))
}

function defaultKeys({ groups, neighbours }: IndicesRequest): IndexKey[] {
  const sides = groups?.some((label) => urbanOrRural(label) !== undefined) === true
  return INDEX_KEYS.filter((key) => {
    if (key === 'urbanRuralRatio' || key === 'urbanRuralGap') return sides
    return key === 'moran' ? neighbours !== undefined : key !== 'lorenz'
  })
}

function oneIndex(
  key: IndexKey,
  request: IndicesRequest,
  column: Column,
  options: IndexOptions,
): IndexResults[IndexKey] {
  const { values, weights, groups, neighbours } = request
  switch (key) {
    case 'ge':
    case 'atkinson':
      return parameterIndex(key, column, options)
    case 'lorenz':
      return lorenz(column)
    case 'urbanRuralRatio':
      return groups === undefined ? without('missing-group') : urbanRuralRatio(values, groups, weights)
    case 'urbanRuralGap':
      return groups === undefined ? without('missing-group') : urbanRuralGap(values, groups, weights)
    case 'moran':
      return neighbours === undefined ? { value: null, reason: 'not-applicable' } : moran(values, neighbours)
    default:
      return SCALAR_INDICES[key](column, options)
  }
}

function conventionOf(
  weighted: boolean,
  { sample, unbiased, atkinson = DEFAULT_EPSILON, ge = DEFAULT_ALPHA }: IndexOptions,
): string {
  return [
    weighted ? 'weights normalised; areas of weight 0 do not count' : 'equal weights',
    'areas without a value dropped with their weight',
    `cv ${sample === true ? 'sample (n − 1)' : 'population (n)'}`,
    `gini ${unbiased === true ? 'unbiased, × n/(n − 1)' : 'population'}`,
    'natural log, 0 ln 0 = 0',
    `atkinson ε = ${listed(atkinson)}`,
    `ge α = ${listed(ge)}`,
    `quantiles ${weighted ? 'type 1 of the weighted distribution' : 'type 7'}`,
    'moran row-standardised, unweighted, 999 seeded permutations',
  ].join('; ')
}

function listed(parameter: number | readonly number[]): string {
  return typeof parameter === 'number' ? String(parameter) : parameter.join(', ')
}
