/** Makes a one-period composite ready for many runs: data loaded, imputed, treated and normalised in every variant asked
 * for, tree and weights as index arrays. What a run then costs is the aggregation alone. */
import { aggregateScratch } from '../aggregate/aggregation.types.ts'
import { checkNormalisation } from '../check/checkNormalisation.ts'
import { normalisationFacts } from '../normalise/catalogue.ts'
import { checkPanel } from '../check/checkPanel.ts'
import { Faults } from '../check/faults.ts'
import type { CompositeMethod, CompositeRequest, PanelRequest } from '../composite.types.ts'
import { imputePanel } from '../impute/imputePanel.ts'
import { meanFloor } from '../normalise/meanFloor.ts'
import { normaliseColumn } from '../normalise/normaliseColumn.ts'
import type { IndexedFramework } from '../tree/indexTree.ts'
import { treatPanel } from '../treat/treatPanel.ts'
import type { Warning } from '../types.ts'
import { treeWeights } from '../weights/treeWeights.ts'
import { directedColumn } from './directedColumn.ts'
import { fitPanel } from './fitPanel.ts'
import type { PreparedComposite, Variant, VariantSpec } from './kernel.types.ts'
import { imputedChanges, treatedChanges } from './cellChanges.ts'
import { loadPanel } from './loadPanel.ts'
import { planOf } from './planOf.ts'
import { emptyTopsis, refillTopsis } from './topsisColumns.ts'

/** Source: docs/methods.md §7. Edge policy: throws EngineInputError for any fault of the request or of a variant
 * (`variants[i].…`); a variant whose method takes no goalposts looks at the sample. O(cells · variants).
 * Example: `prepareComposite(request, [{ normalisation: 'zscore', options: { mean: 10, sd: 2 } }]).variants.length` is 2. */
export function prepareComposite(request: CompositeRequest, variants: readonly VariantSpec[] = []): PreparedComposite {
  const panel: PanelRequest = {
    ...request,
    periods: [''],
    values: Object.fromEntries(Object.entries(request.values ?? {}).map(([code, column]) => [code, [column]])),
  }
  const framework = checkPanel(panel, true)
  const methods = variants.map((spec, i) => variantMethod(request.method, spec, framework, i))
  const { tree, leaves, given } = framework
  const { method } = request
  const n = request.areas.length
  const m = leaves.length
  const base = loadPanel(panel, leaves)
  const imputed = imputePanel(base, 1, m, n, method.imputation ?? 'none')
  const raw = Float64Array.from(base)
  const treated = treatPanel(raw, 1, m, n, method.treatment, method.treatmentOptions)
  const warnings: Warning[] = []
  const own = makeVariant(framework, method, raw, n)
  const weights = treeWeights(
    tree,
    given,
    method,
    (leaf) => directedColumn(leaves, own.rules, raw, 1, n, leaf),
    warnings,
  )
  const scale = method.scale ?? 100
  const [lo, hi] = typeof scale === 'number' ? [0, scale] : scale
  const others = methods.map((each) => makeVariant(framework, each, treatedLike(each, method, base, raw, m, n), n))
  return {
    areas: request.areas,
    n,
    m,
    size: tree.parent.length,
    tree,
    leaves,
    raw,
    variants: [own, ...others],
    weights,
    plan: planOf(tree, method.aggregation),
    uniformPlans: {
      arithmetic: planOf(tree, 'arithmetic'),
      geometric: planOf(tree, 'geometric'),
      harmonic: planOf(tree, 'harmonic'),
      topsis: planOf(tree, 'topsis'),
    },
    policy: {
      strict: method.missing === 'strict',
      minCoverage: method.minCoverage ?? 2 / 3,
      byCount: method.coverageBy === 'count',
      byLeaves: method.coverageBy === 'leaves',
    },
    topsisOn: method.topsisOptions?.on ?? 'vector',
    shown: { base: lo, span: hi - lo },
    scratch: aggregateScratch(n, tree.parent.length, method.coverageBy === 'leaves'),
    treated: treatedChanges(treated, leaves, request.areas, null),
    imputed: imputedChanges(imputed, leaves, request.areas, null),
    warnings,
  }
}

function variantMethod(
  method: CompositeMethod,
  spec: VariantSpec,
  framework: IndexedFramework,
  i: number,
): CompositeMethod {
  const { takesBounds } = normalisationFacts(spec.normalisation)
  const treatmentOptions = spec.treatmentOptions ?? method.treatmentOptions
  const merged: CompositeMethod = {
    ...method,
    normalisation: spec.normalisation,
    normalisationOptions: spec.options ?? {},
    bounds: takesBounds ? (method.bounds ?? 'sample') : 'sample',
    scale: spec.scale ?? method.scale ?? 100,
    treatment: spec.treatment ?? method.treatment,
    ...(treatmentOptions === undefined ? {} : { treatmentOptions }),
  }
  const faults = new Faults((path) => path.replace(/^method/, `variants[${i}]`))
  checkNormalisation(merged, framework, faults)
  faults.throwIfAny()
  return merged
}

function treatedLike(
  each: CompositeMethod,
  method: CompositeMethod,
  base: Float64Array,
  raw: Float64Array,
  m: number,
  n: number,
): Float64Array {
  if (each.treatment === method.treatment && each.treatmentOptions === method.treatmentOptions) return raw
  const own = Float64Array.from(base)
  treatPanel(own, 1, m, n, each.treatment, each.treatmentOptions)
  return own
}

function makeVariant(framework: IndexedFramework, method: CompositeMethod, raw: Float64Array, n: number): Variant {
  const { leaves } = framework
  const { rules } = fitPanel(leaves, method, raw, 1, n)
  const matrix = new Float64Array(raw.length)
  rules.forEach((rule, leaf) => normaliseColumn(rule, raw, matrix, leaf * n, n))
  const on = method.topsisOptions?.on ?? 'vector'
  const topsis = on === 'vector' && leaves.some((leaf) => leaf.sign === 0) ? null : emptyTopsis(leaves.length, n)
  if (topsis !== null)
    refillTopsis(topsis, leaves, n, on, on === 'vector' ? raw : matrix, { scale: 1, norm: 1, best: 0, worst: 0 })
  const floor = meanFloor(method.normalisation, method.normalisationOptions ?? {}, method.scale ?? 100)
  return { normalisation: method.normalisation, matrix, raw, floor, rules, topsis }
}
