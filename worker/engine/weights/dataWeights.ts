/** One door to the four weights that come from data. Columns are raw with a direction each; the methods direct them. */
import type { DataWeighting, DataWeightsResult } from '../composite.types.ts'
import type { Warning } from '../types.ts'
import { criticWeights } from './criticWeights.ts'
import { entropyWeights } from './entropyWeights.ts'
import { pcaWeights } from './pcaWeights.ts'
import { scatterWeights } from './scatterWeights.ts'
import { unitColumn } from './unitColumn.ts'

export interface DirectedColumn {
  readonly code: string
  /** All periods end to end; NaN = missing. */
  readonly values: Float64Array
  readonly sign: -1 | 1
}

export interface DataWeightsOptions {
  readonly shift?: number
  readonly absolute?: boolean
  readonly raw?: boolean
  readonly normalised?: boolean
}

/** Formulas: see each method. Edge policy: a single column weighs 1; if nothing tells the areas apart every weight is 0,
 * which the caller refuses; missing cells raise `incomplete-weights`; a component that is one of many raises
 * `ambiguous-component`. O(m² n + m³). Example: two mirrored columns under `critic` get 0.5 each. */
export function dataWeights(
  method: DataWeighting,
  columns: readonly DirectedColumn[],
  options: DataWeightsOptions = {},
): { readonly weights: Float64Array; readonly detail: DataWeightsResult['detail']; readonly warnings: Warning[] } {
  const warnings: Warning[] = []
  for (const { code, values } of columns) {
    const missing = values.reduce((count, x) => count + (Number.isNaN(x) ? 1 : 0), 0)
    if (missing > 0)
      warnings.push({
        code: 'incomplete-weights',
        path: code,
        message: `${missing} of ${values.length} values are missing from the ${method} weights`,
      })
  }
  const keyed = (numbers: Float64Array): Record<string, number> =>
    Object.fromEntries(columns.map(({ code }, j) => [code, numbers[j] as number]))
  const unit = (): Float64Array[] => columns.map(({ values, sign }) => unitColumn(values, sign))
  const plain = (): Float64Array[] => columns.map(({ values }) => values)
  const found = run()
  if (columns.length === 1) found.weights[0] = 1
  return { ...found, warnings }

  function run(): { weights: Float64Array; detail: DataWeightsResult['detail'] } {
    if (method === 'entropy') {
      const { weights, entropy } = entropyWeights(options.raw === true ? plain() : unit(), options.shift ?? 0)
      return { weights, detail: { entropy: keyed(entropy) } }
    }
    if (method === 'critic') {
      const { weights, information } = criticWeights(unit())
      return { weights, detail: { information: keyed(information) } }
    }
    if (method === 'pca') {
      const { weights, loading, eigenvalue, explained, ambiguous } = pcaWeights(unit(), options.absolute === true)
      if (ambiguous) warnings.push(ambiguity)
      return { weights, detail: { loading: keyed(loading), eigenvalue, explained } }
    }
    const { weights, eigenvalue, ambiguous } = scatterWeights(options.normalised === true ? plain() : unit())
    if (ambiguous) warnings.push(ambiguity)
    return { weights, detail: { eigenvalue } }
  }
}

const ambiguity: Warning = {
  code: 'ambiguous-component',
  message: 'the two largest eigenvalues are equal, so the weights are one choice among many',
}
