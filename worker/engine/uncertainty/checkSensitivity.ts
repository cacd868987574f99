/** Faults of what a sensitivity request adds to a composite request. An alternative that is not understood is a fault with
 * its path, never left out; whether the data allow it shows in preparePerturbation. Complexity: O(alternatives).
 * Example: `checkSensitivity({ …, runs: 0 })` throws EngineInputError at `runs`. */
import { Faults } from '../check/faults.ts'
import { AGGREGATIONS, TREATMENTS } from '../compositeKeys.ts'
import { NORMALISATIONS } from '../normalise/catalogue.ts'
import { choices } from './sensitivity.types.ts'
import type { SensitivityRequest } from './sensitivity.types.ts'

export function checkSensitivity(request: SensitivityRequest): void {
  const faults = new Faults()
  const { seed, runs, topK = 3, driverRuns = 0, perturb } = request
  checkWhole(faults, 'seed', seed, 0, Number.MAX_SAFE_INTEGER)
  checkWhole(faults, 'runs', runs, 1, 100_000)
  checkWhole(faults, 'topK', topK, 1, Number.MAX_SAFE_INTEGER)
  checkWhole(faults, 'driverRuns', driverRuns, 0, 100_000)
  if (typeof perturb !== 'object' || perturb === null) {
    faults.add('perturb', 'missing', 'an object that names at least one choice to question')
    return faults.throwIfAny()
  }
  for (const key of Object.keys(perturb).sort()) {
    if (!choices.some((choice) => choice === key))
      faults.add(`perturb.${key}`, 'unknown-choice', `one of ${choices.join(', ')}`)
  }
  checkAmount(faults, 'perturb.weights', perturb.weights, { range: [1e-9, 1], dirichlet: [0.1, 1e6] })
  checkAmount(faults, 'perturb.noise', perturb.noise, { range: [1e-9, 1], sd: [1e-9, 10] })
  checkList(faults, 'perturb.treatment', perturb.treatment, TREATMENTS, 'treatment')
  checkList(faults, 'perturb.normalisation', perturb.normalisation, NORMALISATIONS, 'normalisation')
  checkList(faults, 'perturb.aggregation', perturb.aggregation, AGGREGATIONS, null)
  if (perturb.leaveOneOut !== undefined && typeof perturb.leaveOneOut !== 'boolean') {
    faults.add('perturb.leaveOneOut', 'not-a-boolean', 'true or false')
  }
  if (!faults.any && choices.every((choice) => perturb[choice] === undefined || perturb[choice] === false)) {
    faults.add('perturb', 'nothing-perturbed', `nothing is questioned: name at least one of ${choices.join(', ')}`)
  }
  faults.throwIfAny()
}

function checkWhole(faults: Faults, path: string, x: unknown, least: number, most: number): void {
  if (typeof x === 'number' && Number.isInteger(x) && x >= least && x <= most) return
  faults.add(path, 'out-of-range', `a whole number from ${least} to ${most}`)
}

/** `{ range: 0.25 }`: exactly one of the kinds, within its bounds. */
function checkAmount(
  faults: Faults,
  path: string,
  given: unknown,
  kinds: Readonly<Record<string, readonly [number, number]>>,
): void {
  if (given === undefined) return
  const entries = typeof given === 'object' && given !== null ? Object.entries(given) : []
  const [kind, amount] = entries[0] ?? ['', 0]
  const bounds = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
  if (entries.length !== 1 || bounds === undefined) {
    faults.add(path, 'bad-perturbation', `exactly one of ${Object.keys(kinds).join(' or ')}`)
  } else if (typeof amount !== 'number' || !(amount >= bounds[0] && amount <= bounds[1])) {
    faults.add(`${path}.${kind}`, 'out-of-range', `a number from ${bounds[0]} to ${bounds[1]}`)
  }
}

function checkList(faults: Faults, path: string, list: unknown, known: readonly string[], key: string | null): void {
  if (list === undefined) return
  if (!Array.isArray(list) || list.length === 0) {
    faults.add(path, 'empty', 'a list of at least one alternative')
    return
  }
  list.forEach((item: unknown, k) => {
    const name: unknown =
      key !== null && typeof item === 'object' && item !== null ? (item as Record<string, unknown>)[key] : item
    if (typeof name === 'string' && known.includes(name)) return
    faults.add(`${path}[${k}]`, 'unknown-alternative', `${JSON.stringify(name)} is not one of ${known.join(', ')}`)
  })
}
