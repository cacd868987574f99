/** What a request for indices must look like; every fault is collected with its JSON path and thrown at once.
 * Surprise: data outside an index's domain (a negative, a zero, too few areas) is no fault: that index is null. */
import { INDEX_KEYS, INDICES, PARAMETER_KEYS } from './indexCatalogue.ts'
import type { IndicesRequest } from './indices.types.ts'
import type { InputFault } from './types.ts'
import { EngineInputError } from './types.ts'

/** Distinct groups: a decomposition answers with a line for each pair of them. */
export const MOST_GROUPS = 200

/** The order in which options are named, here and in `convention`. */
export const BY_ALPHABET = PARAMETER_KEYS.toSorted()
const OPTIONS: ReadonlySet<string> = new Set(['sample', 'unbiased', ...PARAMETER_KEYS])

type AddFault = (path: string, code: string, message: string) => void

export function checkIndices(request: IndicesRequest): void {
  const faults: InputFault[] = []
  const fault: AddFault = (path, code, message) => faults.push({ path, code, message })
  const { values, weights, groups, indices, options = {} } = request
  for (let i = 0; i < values.length; i++) {
    const value = values[i]
    if (value !== null && !Number.isFinite(value)) fault(`values[${i}]`, 'number', 'must be a finite number or null')
  }
  checkLength('weights', weights, values.length, fault)
  checkLength('groups', groups, values.length, fault)
  for (const [i, weight] of (weights ?? []).entries()) {
    if (!(weight >= 0 && weight < Infinity)) fault(`weights[${i}]`, 'weight', 'must be a finite number, 0 or more')
  }
  for (const [i, group] of (groups ?? []).entries()) {
    if (typeof group !== 'string') fault(`groups[${i}]`, 'string', 'must be a string')
  }
  const distinct = new Set(groups).size
  if (distinct > MOST_GROUPS)
    fault('groups', 'too-many-groups', `${distinct} distinct groups; at most ${MOST_GROUPS}: merge small ones`)
  if (request.decompose === true && groups === undefined)
    fault('decompose', 'missing-group', 'a decomposition needs groups: give one label per value')
  for (const [i, key] of (indices ?? []).entries()) {
    if (!INDEX_KEYS.includes(key)) fault(`indices[${i}]`, 'unknown-key', `no such index: ${String(key)}`)
  }
  for (const key of BY_ALPHABET) checkParameters(key, options[key], INDICES[key].parameter.least, fault)
  for (const key of Object.keys(options)) {
    if (!OPTIONS.has(key)) fault(`options.${key}`, 'unknown-key', `no such option: ${key}`)
  }
  if (faults.length > 0) throw new EngineInputError(faults)
}

function checkLength(path: string, list: ArrayLike<unknown> | undefined, wanted: number, fault: AddFault): void {
  if (list !== undefined && list.length !== wanted) fault(path, 'length', `${list.length} ${path} for ${wanted} values`)
}

function checkParameters(
  key: string,
  asked: number | readonly number[] | undefined,
  least: number,
  fault: AddFault,
): void {
  if (asked === undefined) return
  const list = typeof asked === 'number' ? [asked] : asked
  if (list.length === 0) fault(`options.${key}`, 'empty', 'must name at least one parameter')
  for (const [i, parameter] of list.entries()) {
    const path = typeof asked === 'number' ? `options.${key}` : `options.${key}[${i}]`
    if (!Number.isFinite(parameter) || parameter < least) {
      fault(path, 'number', least === 0 ? 'must be a finite number, 0 or more' : 'must be a finite number')
    }
  }
}
