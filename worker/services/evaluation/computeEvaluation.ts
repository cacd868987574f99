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
import { sayIn, type Say } from '../../lib/say.ts'
import { evaluateSnapshot } from './evaluateSnapshot.ts'
import { grainFaults } from './grainFaults.ts'
import { resultDigestOf } from '../../record/evaluation.ts'
import { wordWarning } from './wordWarning.ts'
import type { Locale } from '../../lib/say.ts'

const MOST_FAULTS = 100

export async function computeEvaluation(request: EvaluationRequest, locale: Locale): Promise<EvaluationResult> {
  const say = sayIn(locale)
  const faults = faultsOf(request, say)
  if (faults.length > 0) throw new AppError('invalid', undefined, faults.slice(0, MOST_FAULTS))
  const { snapshot, options } = request
  const framework = cleanBody(request.framework)
  const inputDigest = await evaluationDigest({ snapshot, framework, options, engineVersion: ENGINE_VERSION })
  const { panel, periods, headline } = evaluateSnapshot(snapshot, framework.root, options)
  const resultDigest = await resultDigestOf({ panel, periods })
  const names = new Map(panel.nodes.map((n) => [n.code, say(n.name, n.nameEn || n.name)]))
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
      warnings: panel.warnings.map((w) => wordWarning(w, names, say)),
      periods: [...periods],
    },
    engineVersion: ENGINE_VERSION,
    inputDigest,
    resultDigest,
    sameInputs: request.inputDigest === undefined ? null : request.inputDigest === inputDigest,
  }
}

function faultsOf({ snapshot, framework, options, engineVersion }: EvaluationRequest, say: Say): Fault[] {
  if (engineVersion !== undefined && engineVersion !== ENGINE_VERSION)
    return [
      {
        path: 'engineVersion',
        code: 'other-engine',
        message: say(
          `这些输入由引擎 ${engineVersion} 计算，本服务是 ${ENGINE_VERSION}，结果可能不同；如仍要计算，请去掉 engineVersion 和 inputDigest`,
          `These inputs were computed by engine ${engineVersion}; this is ${ENGINE_VERSION} and results may differ. To compute all the same, leave out engineVersion and inputDigest`,
        ),
      },
    ]
  const bodyFaults = checkBody(framework, say, 'framework')
  if (bodyFaults.length > 0) return bodyFaults
  const faults = checkMethodFits(framework.root, options, say, 'options', null)
  if (options.imputation === 'locf' && snapshot.periods.length < 2)
    faults.push({
      path: 'options.imputation',
      code: 'needs-periods',
      message: say('只有一期数据，无法沿用上一期的值', 'A single period has no earlier value to carry forward'),
    })
  return [
    ...faults,
    ...snapshotFaults(
      snapshot,
      leavesOf(framework.root).map((l) => l.code),
      say,
    ),
  ]
}

function snapshotFaults(
  { areas, periods }: EvaluationRequest['snapshot'],
  codes: readonly string[],
  say: Say,
): Fault[] {
  const names = periods.map((p) => p.period)
  const faults: Fault[] = [...grainFaults(names, 'snapshot.periods', say)]
  const add = (path: string, code: string, zh: string, en: string): void => {
    if (faults.length < MOST_FAULTS) faults.push({ path: `snapshot.${path}`, code, message: say(zh, en) })
  }
  const cells = areas.length * periods.length * codes.length
  if (cells > MOST_EVALUATION_CELLS)
    add(
      'periods',
      'too-large',
      `共 ${cells} 个数值，上限 ${MOST_EVALUATION_CELLS}`,
      `${cells} cells; at most ${MOST_EVALUATION_CELLS}`,
    )
  const seen = new Set<string>()
  areas.forEach(({ code }, i) => {
    if (seen.has(code)) add(`areas[${i}].code`, 'duplicate', `“${code}”重复`, `“${code}” is listed twice`)
    seen.add(code)
  })
  names.forEach((name, t) => {
    if (t > 0 && name <= (names[t - 1] ?? ''))
      add(
        `periods[${t}].period`,
        'not-ascending',
        '时期必须从早到晚排列且不重复',
        'Periods must be ascending, each once',
      )
  })
  const known = new Set(codes)
  periods.forEach(({ populations, values }, t) => {
    const at = `periods[${t}]`
    if (populations.length !== areas.length)
      add(
        `${at}.populations`,
        'wrong-length',
        `应有 ${areas.length} 个数值，每个地区一个`,
        `must hold ${areas.length} numbers, one per area`,
      )
    populations.forEach((p, i) => {
      if (p !== null && p < 0)
        add(`${at}.populations[${i}]`, 'negative-population', '人口不能为负数', 'a population is not negative')
    })
    for (const code of Object.keys(values))
      if (!known.has(code))
        add(
          `${at}.values.${code}`,
          'unknown-indicator',
          `评价框架中没有指标“${code}”`,
          `the framework has no indicator “${code}”`,
        )
    for (const code of codes) {
      const column = Object.hasOwn(values, code) ? values[code] : undefined
      if (column === undefined)
        add(`${at}.values.${code}`, 'missing-column', `缺少指标“${code}”的数值`, `the values of “${code}” are missing`)
      else if (column.length !== areas.length)
        add(
          `${at}.values.${code}`,
          'wrong-length',
          `应有 ${areas.length} 个数值，每个地区一个`,
          `must hold ${areas.length} values, one per area`,
        )
    }
  })
  return faults
}
