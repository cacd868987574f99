/**
 * Makes a sensitivity request ready to run: the composite in every treatment and normalisation that may be drawn, and one
 * factor per choice that writes its draw into the run's state.
 *
 * The surprise: a factor reads nothing but its own random stream, so a choice's draws are the same whatever else is
 * questioned. Edge policy: an alternative that the data or another choice do not allow (a target method without targets, a
 * geometric mean of z-scores) throws EngineInputError at its own path in `perturb`. Complexity: one build per
 * treatment × normalisation.
 *
 * @example preparePerturbation(request).factors.map(({ choice }) => choice) // ['weights', 'aggregation']
 */
import type { Aggregation, CompositeRequest } from '../composite.types.ts'
import type { PreparedComposite, RunChoices, VariantSpec } from '../kernel/kernel.types.ts'
import { prepareComposite } from '../kernel/prepareComposite.ts'
import type { RandomStream } from '../numeric/random.ts'
import { EngineInputError } from '../types.ts'
import { byCode } from './byCode.ts'
import { noiseDrawer } from './drawNoise.ts'
import { weightDrawer } from './drawWeights.ts'
import { choices } from './sensitivity.types.ts'
import type { Choice, NormalisationAlternative, SensitivityRequest, TreatmentAlternative } from './sensitivity.types.ts'

/** What one run is made from; `variant` follows from the two positions once all factors have drawn. */
export interface RunState {
  readonly run: RunChoices
  treatment: number
  normalisation: number
}

export interface Factor {
  readonly choice: Choice
  /** Names the factor's random streams; never changes meaning. */
  readonly id: number
  readonly draw: (random: RandomStream, state: RunState) => void
}

export interface PreparedPerturbation {
  readonly prepared: PreparedComposite
  readonly factors: readonly Factor[]
  readonly state: RunState
  /** Sets `run.variant` from the drawn positions. */
  readonly settle: (state: RunState) => void
  readonly noise: ReturnType<typeof noiseDrawer> | null
}

export function preparePerturbation(request: SensitivityRequest): PreparedPerturbation {
  const { perturb } = request
  const plain: CompositeRequest = {
    areas: request.areas,
    framework: request.framework,
    values: request.values,
    method: request.method,
  }
  const normalisations = (perturb.normalisation ?? []).map(normalisationOf)
  const treatments = (perturb.treatment ?? []).map(treatmentOf)
  requireTreatments(plain, treatments)
  const prepared = prepareVariants(plain, treatments, normalisations)
  requireCombinations(prepared, request, normalisations)
  const draws: Partial<Record<Choice, Factor['draw']>> = {}
  if (perturb.weights !== undefined) {
    const drawWeights = weightDrawer(prepared, perturb.weights)
    draws.weights = (random, state) => drawWeights(random, state.run.weights)
  }
  if (treatments.length > 0) draws.treatment = (random, state) => (state.treatment = random.below(treatments.length))
  if (normalisations.length > 0)
    draws.normalisation = (random, state) => (state.normalisation = random.below(normalisations.length))
  const means = perturb.aggregation ?? []
  if (means.length > 0)
    draws.aggregation = (random, state) => (state.run.aggregation = means[random.below(means.length)] ?? null)
  if (perturb.leaveOneOut === true) draws.leaveOneOut = leafDrawer(prepared)
  // Noise fills the data, not the state: see sensitivityRuns.
  if (perturb.noise !== undefined) draws.noise = () => undefined
  return {
    prepared,
    factors: choices.flatMap((choice, k) =>
      draws[choice] === undefined ? [] : [{ choice, id: k + 1, draw: draws[choice] }],
    ),
    state: nominalState(prepared),
    settle: (state) => {
      const asked = treatments.length > 0 || normalisations.length > 0
      state.run.variant = asked ? 1 + state.treatment * Math.max(1, normalisations.length) + state.normalisation : 0
    },
    noise: perturb.noise === undefined ? null : noiseDrawer(prepared, perturb.noise),
  }
}

export function nominalState(prepared: PreparedComposite): RunState {
  return {
    run: { weights: prepared.weights.slice(), variant: 0, aggregation: null, omit: -1 },
    treatment: 0,
    normalisation: 0,
  }
}

function leafDrawer({ tree, m }: PreparedComposite): Factor['draw'] {
  if (m < 2) throw fault('perturb.leaveOneOut', 'cannot-run', 'leaving one out needs at least two indicators')
  const leaves = byCode(Array.from({ length: m }, (_, j) => tree.codes[tree.nodeOfLeaf[j] ?? 0] ?? ''))
  return (random, state) => (state.run.omit = leaves[random.below(m)] ?? -1)
}

/** Variants 1 … follow treatment by treatment, each with every normalisation. */
function prepareVariants(
  plain: CompositeRequest,
  treatments: readonly TreatmentAlternative[],
  normalisations: readonly NormalisationAlternative[],
): PreparedComposite {
  const { method } = plain
  const own: NormalisationAlternative = { normalisation: method.normalisation }
  const questioned = treatments.length > 0 || normalisations.length > 0
  const eachNormalisation = normalisations.length > 0 ? normalisations : [own]
  const eachTreatment = treatments.length > 0 ? treatments : [null]
  const specs = eachTreatment.flatMap((treatment) => eachNormalisation.map((n) => variantOf(plain, treatment, n)))
  try {
    return prepareComposite(plain, questioned ? specs : [])
  } catch (error) {
    if (!(error instanceof EngineInputError)) throw error
    const alternative = /^variants\[(\d+)\]/
    throw new EngineInputError(
      error.faults.map((f) => {
        const found = alternative.exec(f.path)
        if (found === null) return f
        const k = Number(found[1]) % eachNormalisation.length
        return {
          path: `perturb.normalisation[${k}]`,
          code: f.code,
          message: `${eachNormalisation[k]?.normalisation} cannot run: ${f.message}`,
        }
      }),
    )
  }
}

function variantOf(
  { method }: CompositeRequest,
  treatment: TreatmentAlternative | null,
  n: NormalisationAlternative,
): VariantSpec {
  // The request's own options belong to its own normalisation; another one starts from its defaults.
  const options = n.options ?? (n.normalisation === method.normalisation ? method.normalisationOptions : undefined)
  return {
    normalisation: n.normalisation,
    ...(options === undefined ? {} : { options }),
    ...(n.scale === undefined ? {} : { scale: n.scale }),
    ...(treatment === null ? {} : { treatment: treatment.treatment }),
    ...(treatment?.options === undefined ? {} : { treatmentOptions: treatment.options }),
  }
}

function requireTreatments(plain: CompositeRequest, treatments: readonly TreatmentAlternative[]): void {
  treatments.forEach(({ treatment, options }, k) => {
    if (options === undefined) return
    try {
      prepareComposite({ ...plain, method: { ...plain.method, treatment, treatmentOptions: options } })
    } catch (error) {
      if (!(error instanceof EngineInputError)) throw error
      const at = (path: string) => path.replace(/^method\.treatmentOptions/, `perturb.treatment[${k}].options`)
      throw new EngineInputError(error.faults.map((f) => ({ ...f, path: at(f.path) })))
    }
  })
}

/** Every mean that may be drawn must be able to take every normalisation that may be drawn with it. */
function requireCombinations(
  prepared: PreparedComposite,
  request: SensitivityRequest,
  normalisations: readonly NormalisationAlternative[],
): void {
  const drawn = prepared.variants.slice(prepared.variants.length > 1 ? 1 : 0)
  const means: readonly (Aggregation | null)[] = request.perturb.aggregation ?? [null]
  means.forEach((mean, a) => {
    const plan = mean === null ? prepared.plan : prepared.uniformPlans[mean]
    drawn.forEach((variant, v) => {
      const k = v % Math.max(1, normalisations.length)
      const path = mean === null ? `perturb.normalisation[${k}]` : `perturb.aggregation[${a}]`
      if (plan[0] === 3) {
        if (variant.topsis !== null) return
        throw fault(
          path,
          'missing-direction',
          'topsis cannot run: on raw values it needs the direction of every indicator',
        )
      }
      if (!Number.isNaN(variant.floor) || plan.every((each) => each === 0)) return
      const what = mean ?? 'the request’s geometric or harmonic mean'
      throw fault(
        path,
        'needs-positive-scores',
        `${what} cannot run with ${variant.normalisation}: it needs positive scores`,
      )
    })
  })
}

function normalisationOf(
  given: NormalisationAlternative | NormalisationAlternative['normalisation'],
): NormalisationAlternative {
  return typeof given === 'string' ? { normalisation: given } : given
}

function treatmentOf(given: TreatmentAlternative | TreatmentAlternative['treatment']): TreatmentAlternative {
  return typeof given === 'string' ? { treatment: given } : given
}

function fault(path: string, code: string, message: string): EngineInputError {
  return new EngineInputError([{ path, code, message }])
}
