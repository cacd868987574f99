/** `POST /api/v1/compute/indices`: equalization indices of one column over areas, with decomposition when it is asked for.
 * Asked for nothing in particular it gives every scalar index; the urban–rural ones when a group label says urban or
 * rural, Moran's I when neighbours are given; `lorenz` only when asked. Faults of the request throw EngineInputError. */
import { BY_ALPHABET, checkIndices } from './checkIndices.ts'
import { decomposeGini } from './decompose/decomposeGini.ts'
import { decomposeTheil } from './decompose/decomposeTheil.ts'
import type { IndexKey, IndexOptions } from './indexCatalogue.ts'
import { factsOf, INDEX_KEYS, INDICES } from './indexCatalogue.ts'
import { computeIndex } from './computeIndex.ts'
import { urbanOrRural } from './indices/urbanRural.ts'
import type { IndexResults, IndicesRequest, IndicesResponse } from './indices.types.ts'
import { Column } from './numeric/column.ts'

export type { IndexKey, IndexOptions } from './indexCatalogue.ts'
export type { IndexResults, IndicesRequest, IndicesResponse } from './indices.types.ts'

export function computeIndices(request: IndicesRequest): IndicesResponse {
  checkIndices(request)
  const { values, weights, groups, options = {} } = request
  const column = new Column(values, weights)
  const indices: Record<string, unknown> = {}
  for (const key of request.indices ?? defaultKeys(request)) indices[key] = computeIndex(key, column, request)
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
    const { needs } = factsOf(key)
    if (needs === 'sides') return sides
    return needs === 'neighbours' ? neighbours !== undefined : needs === undefined
  })
}

function conventionOf(weighted: boolean, options: IndexOptions): string {
  const { sample, unbiased } = options
  return [
    weighted ? 'weights normalised; areas of weight 0 do not count' : 'equal weights',
    'areas without a value dropped with their weight',
    `cv ${sample === true ? 'sample (n − 1)' : 'population (n)'}`,
    `gini ${unbiased === true ? 'unbiased, × n/(n − 1)' : 'population'}`,
    'natural log, 0 ln 0 = 0',
    ...BY_ALPHABET.map((key) => {
      const { symbol, default: usual } = INDICES[key].parameter
      return `${key} ${symbol} = ${listed(options[key] ?? usual)}`
    }),
    `quantiles ${weighted ? 'type 1 of the weighted distribution' : 'type 7'}`,
    'moran row-standardised, unweighted, 999 seeded permutations',
  ].join('; ')
}

function listed(parameter: number | readonly number[]): string {
  return typeof parameter === 'number' ? String(parameter) : parameter.join(', ')
}
