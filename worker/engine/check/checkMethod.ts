/** Faults of the method against its framework: unknown options, options out of range, and alternatives that cannot run on
 * this framework (a target missing, a geometric mean of z-scores …). Nothing is guessed or silently replaced. */
import { AGGREGATIONS, IMPUTATIONS, MEANS, SIMPLE_WEIGHTINGS, TREATMENTS, WEIGHTINGS } from '../compositeKeys.ts'
import { NORMALISATIONS } from '../normalise/catalogue.ts'
import type { CompositeMethod } from '../composite.types.ts'
import { meanFloor } from '../normalise/meanFloor.ts'
import type { IndexedFramework } from '../tree/indexTree.ts'
import { checkNormalisation } from './checkNormalisation.ts'
import type { Faults } from './faults.ts'
import { isFiniteNumber, isRecord } from './shapes.ts'

/** Expects a framework without faults. O(nodes). Example: `normalisation: 'target'` with a leaf that has no target adds
 * `method.normalisation: missing-target`. */
export function checkMethod(
  method: CompositeMethod,
  framework: IndexedFramework,
  periods: number,
  faults: Faults,
): void {
  if (!isRecord(method)) {
    faults.add('method', 'missing-method', 'must be an object')
    return
  }
  if (!optionsAreObjects(method, faults)) return
  oneOf(method.imputation ?? 'none', IMPUTATIONS, 'method.imputation', faults)
  if (method.imputation === 'locf' && periods < 2)
    faults.add('method.imputation', 'needs-periods', 'a single period has no earlier observation to carry forward')
  atLeast(method.imputationOptions?.maxCarry, 1, 'method.imputationOptions.maxCarry', faults)
  checkTreatment(method, faults)
  const before = faults.count
  if (oneOf(method.normalisation, NORMALISATIONS, 'method.normalisation', faults))
    checkNormalisation(method, framework, faults)
  const sound = faults.count === before
  checkWeighting(method, faults)
  checkAggregation(method, framework, sound, faults)
  oneOf(method.missing, ['renormalise', 'strict'], 'method.missing', faults)
  within(method.minCoverage, 0, 1, 'method.minCoverage', faults)
  oneOf(method.coverageBy ?? 'weight', ['weight', 'count', 'leaves'], 'method.coverageBy', faults)
}

function optionsAreObjects(method: CompositeMethod, faults: Faults): boolean {
  const keys = [
    'imputationOptions',
    'treatmentOptions',
    'normalisationOptions',
    'weightingOptions',
    'topsisOptions',
  ] as const
  return requireObjects(method, keys, 'method', faults)
}

function requireObjects(holder: object, keys: readonly string[], path: string, faults: Faults): boolean {
  const wrong = keys.filter((key) => {
    const part = (holder as Readonly<Record<string, unknown>>)[key]
    return part !== undefined && !isRecord(part)
  })
  for (const key of wrong) faults.add(`${path}.${key}`, 'not-an-object', 'must be an object, or be left out')
  return wrong.length === 0
}

function checkTreatment(method: CompositeMethod, faults: Faults): void {
  oneOf(method.treatment, TREATMENTS, 'method.treatment', faults)
  for (const key of ['skewness', 'kurtosis', 'k'] as const)
    atLeast(method.treatmentOptions?.[key], 0, `method.treatmentOptions.${key}`, faults)
  const most = method.treatmentOptions?.maxPoints
  if (most !== undefined && !(Number.isInteger(most) && most >= 0))
    faults.add('method.treatmentOptions.maxPoints', 'out-of-range', 'must be a whole number ≥ 0')
}

function checkWeighting(method: CompositeMethod, faults: Faults): void {
  const path = 'method.weightingOptions'
  if (!oneOf(method.weighting, WEIGHTINGS, 'method.weighting', faults)) return
  const { shift, scope, of, rule, alpha } = method.weightingOptions ?? {}
  atLeast(shift, 0, `${path}.shift`, faults)
  oneOf(scope ?? 'leaves', ['leaves', 'siblings'], `${path}.scope`, faults)
  within(alpha, 0, 1, `${path}.alpha`, faults)
  if (method.weighting !== 'combined') return
  if (!Array.isArray(of) || of.length !== 2)
    faults.add(`${path}.of`, 'missing-option', 'combined weights need the two that they combine')
  else of.forEach((key: unknown, i) => oneOf(key, SIMPLE_WEIGHTINGS, `${path}.of[${i}]`, faults))
  oneOf(rule, ['multiplicative', 'convex'], `${path}.rule`, faults)
  if (rule === 'convex' && alpha === undefined)
    faults.add(`${path}.alpha`, 'missing-option', 'the convex rule needs the share of the first')
}

/** `normalised`: the normalisation is free of faults, so that its scores can be reasoned about. */
function checkAggregation(
  method: CompositeMethod,
  framework: IndexedFramework,
  normalised: boolean,
  faults: Faults,
): void {
  const { aggregation } = method
  const means = new Set<unknown>()
  if (isRecord(aggregation)) {
    const { tree } = framework
    requireObjects(aggregation, ['byDepth', 'byCode'], 'method.aggregation', faults)
    oneOf(aggregation.default, MEANS, 'method.aggregation.default', faults)
    means.add(aggregation.default)
    for (const [depth, mean] of Object.entries(aggregation.byDepth ?? {})) {
      const path = `method.aggregation.byDepth.${depth}`
      const known = tree.parent.some((_, v) => (tree.leafOf[v] as number) < 0 && String(tree.depth[v]) === depth)
      if (!known) faults.add(path, 'unknown-depth', 'no node with children lies at this depth (the root is 0)')
      oneOf(mean, MEANS, path, faults)
      means.add(mean)
    }
    for (const [code, mean] of Object.entries(aggregation.byCode ?? {})) {
      const path = `method.aggregation.byCode.${code}`
      const v = tree.codes.indexOf(code)
      if (v < 0 || (tree.leafOf[v] as number) >= 0)
        faults.add(path, 'unknown-node', 'no node with children has this code')
      oneOf(mean, MEANS, path, faults)
      means.add(mean)
    }
  } else {
    oneOf(aggregation, AGGREGATIONS, 'method.aggregation', faults)
    means.add(aggregation)
  }
  oneOf(method.topsisOptions?.on ?? 'vector', ['vector', 'normalised'], 'method.topsisOptions.on', faults)
  if (means.has('topsis') && method.topsisOptions?.on !== 'normalised')
    for (const leaf of framework.leaves)
      if (leaf.sign === 0)
        faults.add(
          'method.aggregation',
          'missing-direction',
          `TOPSIS on raw values needs the direction of ${leaf.code}`,
        )
  const needsPositive = normalised && (means.has('geometric') || means.has('harmonic'))
  if (
    needsPositive &&
    Number.isNaN(meanFloor(method.normalisation, method.normalisationOptions ?? {}, method.scale ?? 100))
  )
    faults.add(
      'method.aggregation',
      'needs-positive-scores',
      `geometric and harmonic means cannot take ${method.normalisation} scores, which reach 0 and below`,
    )
}

function oneOf(value: unknown, allowed: readonly string[], path: string, faults: Faults): boolean {
  if (typeof value === 'string' && allowed.includes(value)) return true
  faults.add(path, 'unknown-option', `must be one of ${allowed.join(', ')}`)
  return false
}

function atLeast(value: unknown, least: number, path: string, faults: Faults): void {
  if (value !== undefined && !(isFiniteNumber(value) && value >= least))
    faults.add(path, 'out-of-range', `must be a finite number ≥ ${least}`)
}

function within(value: unknown, lo: number, hi: number, path: string, faults: Faults): void {
  if (value !== undefined && !(typeof value === 'number' && value >= lo && value <= hi))
    faults.add(path, 'out-of-range', `must lie between ${lo} and ${hi}`)
}
