/** Runs an evaluation from its three documents, without a city: what an assessor or a resident does to check one. The very path that a city's
 * run takes, so equal documents give equal digests. */
import { evaluationDigest } from '../../engine/digest/evaluationDigest.ts'
import { ENGINE_VERSION } from '../../engine/version.ts'
import { AppError, type Fault } from '../../contract/problems.ts'
import {
  MOST_EVALUATION_CELLS,
  type EvaluationRequest,
  type EvaluationResult,
} from '../../contract/compute/evaluation.ts'
import { leavesOf } from '../framework/body.ts'
import { cleanBody } from '../../record/framework.ts'
import { checkBody } from '../framework/checkBody.ts'
import { checkMethodFits } from '../framework/checkMethodFits.ts'
import { WORDS } from '../../words/index.ts'
import { sentence, type Sentence } from '../../words/sentence.ts'
import { evaluateSnapshot } from './evaluateSnapshot.ts'
import { grainFaults } from './grainFaults.ts'
import { resultDigestOf } from '../../record/evaluation.ts'
import { warningWords } from './warningWords.ts'
import type { Locale } from '../../contract/names.ts'

const MOST_FAULTS = 100

export async function computeEvaluation(request: EvaluationRequest, locale: Locale): Promise<EvaluationResult> {
  const faults = faultsOf(request)
  if (faults.length > 0) throw new AppError('invalid', undefined, faults.slice(0, MOST_FAULTS))
  const { snapshot, options } = request
  const framework = cleanBody(request.framework)
  const inputDigest = await evaluationDigest({ snapshot, framework, options, engineVersion: ENGINE_VERSION })
  const { panel, periods, headline } = evaluateSnapshot(snapshot, framework.root, options)
  const resultDigest = await resultDigestOf({ panel, periods })
  return {
    results: {
      areas: [...panel.areas],
      nodes: [...panel.nodes],
      series: { ...panel.series },
      headline,
      equality: panel.equality,
      scoresOverTime: panel.scoresOverTime,
      weightedPeriods: { ...panel.weightedPeriods },
      adjusted: [...panel.adjusted],
      warnings: panel.warnings.map(warningWords(panel.nodes, WORDS[locale])),
      periods: [...periods],
    },
    engineVersion: ENGINE_VERSION,
    inputDigest,
    resultDigest,
    sameInputs: request.inputDigest === undefined ? null : request.inputDigest === inputDigest,
  }
}

function faultsOf({ snapshot, framework, options, engineVersion }: EvaluationRequest): Fault[] {
  if (engineVersion !== undefined && engineVersion !== ENGINE_VERSION)
    return [
      {
        path: 'engineVersion',
        code: 'other-engine',
        message: sentence('evaluations.other-engine', { engine: engineVersion, own: ENGINE_VERSION }),
      },
    ]
  const bodyFaults = checkBody(framework, 'framework')
  if (bodyFaults.length > 0) return bodyFaults
  const faults = checkMethodFits(framework.root, options, 'options', null)
  if (options.imputation === 'locf' && snapshot.periods.length < 2)
    faults.push({
      path: 'options.imputation',
      code: 'needs-periods',
      message: sentence('evaluations.needs-periods'),
    })
  return [
    ...faults,
    ...snapshotFaults(
      snapshot,
      leavesOf(framework.root).map((l) => l.code),
    ),
  ]
}

function snapshotFaults({ areas, periods }: EvaluationRequest['snapshot'], codes: readonly string[]): Fault[] {
  const names = periods.map((p) => p.period)
  const faults: Fault[] = [...grainFaults(names, 'snapshot.periods')]
  const add = (path: string, code: string, message: Sentence): void => {
    if (faults.length < MOST_FAULTS) faults.push({ path: `snapshot.${path}`, code, message })
  }
  const cells = areas.length * periods.length * codes.length
  if (cells > MOST_EVALUATION_CELLS)
    add('periods', 'too-large', sentence('evaluations.too-many-cells', { count: cells, limit: MOST_EVALUATION_CELLS }))
  const seen = new Set<string>()
  areas.forEach(({ code }, i) => {
    if (seen.has(code)) add(`areas[${i}].code`, 'duplicate', sentence('evaluations.duplicate-area', { code }))
    seen.add(code)
  })
  names.forEach((name, t) => {
    if (t > 0 && name <= (names[t - 1] ?? ''))
      add(`periods[${t}].period`, 'not-ascending', sentence('evaluations.not-ascending'))
  })
  const known = new Set(codes)
  periods.forEach(({ populations, values }, t) => {
    const at = `periods[${t}]`
    if (populations.length !== areas.length)
      add(`${at}.populations`, 'wrong-length', sentence('evaluations.length-of-populations', { length: areas.length }))
    populations.forEach((p, i) => {
      if (p !== null && p < 0)
        add(`${at}.populations[${i}]`, 'negative-population', sentence('evaluations.negative-population'))
    })
    for (const code of Object.keys(values))
      if (!known.has(code))
        add(`${at}.values.${code}`, 'unknown-indicator', sentence('evaluations.unknown-indicator', { code }))
    for (const code of codes) {
      const column = Object.hasOwn(values, code) ? values[code] : undefined
      if (column === undefined)
        add(`${at}.values.${code}`, 'missing-column', sentence('evaluations.missing-column', { code }))
      else if (column.length !== areas.length)
        add(`${at}.values.${code}`, 'wrong-length', sentence('evaluations.length-of-values', { length: areas.length }))
    }
  })
  return faults
}
