/** docs/digests.md: its worked example is computed from the page, its script is run as it stands there. */
import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { evaluationDigest } from '../../../worker/engine/digest/evaluationDigest.ts'
import { ENGINE_VERSION } from '../../../worker/engine/version.ts'
import { computeEvaluation } from '../../../worker/services/evaluation/computeEvaluation.ts'
import { evaluateSnapshot } from '../../../worker/services/evaluation/evaluateSnapshot.ts'
import { resultDigestOf } from '../../../worker/record/evaluation.ts'
import { read } from '../../support/sources.ts'
import type { EvaluationInputs } from '../../../worker/contract/evaluations.ts'

const page = read('docs/digests.md')
const block = (language: string): string => new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? ''
const stated = (name: string): string => new RegExp(`\\| ${name} \\| \`([^\`]+)\``).exec(page)?.[1] ?? ''
const text = block('json')
const inputs = JSON.parse(text) as Omit<EvaluationInputs, 'inputDigest'>

it('the worked example has the digests that the page states, by this engine', async () => {
  expect(inputs.engineVersion).toBe(ENGINE_VERSION)
  expect(await evaluationDigest(inputs)).toBe(stated('inputDigest'))
  const results = evaluateSnapshot(inputs.snapshot, inputs.framework.root, inputs.options)
  expect(await resultDigestOf(results)).toBe(stated('resultDigest'))
  expect(results.periods[0]?.scores['R']).toEqual([100, 80, 60])
  expect(results.headline).toMatchObject({
    score: expect.closeTo(86.667, 3),
    realization: expect.closeTo(83.333, 3),
    degree: expect.closeTo(77.639, 3),
  })
})

it('the recipe on the page, followed from the wire answer alone, finds the same resultDigest', async () => {
  const { results, resultDigest } = await computeEvaluation({ ...inputs, options: { ...inputs.options } }, 'en')
  const { nodes, series, adjusted, weightedPeriods, equality, scoresOverTime, warnings, periods } = results
  const digests = periods.map((period) => named(canonical(period)))
  const recipe = {
    nodes,
    series,
    touched: adjusted,
    weightedPeriods,
    equality,
    scoresOverTime,
    warnings: warnings.map((w) => [w.code, w.path ?? null]),
    periods: digests,
  }
  expect(named(canonical(recipe))).toBe(resultDigest)
  expect(resultDigest).toBe(stated('resultDigest'))
})

/** Of the page’s own script, not of the engine. */
function canonical(v: unknown): string {
  if (Array.isArray(v)) return `[${v.map(canonical).join(',')}]`
  if (typeof v !== 'object' || v === null) return JSON.stringify(v)
  const entries = Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`
}
const named = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`

it('the script on the page finds the same inputDigest without this project', () => {
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', block('js')], {
    input: text,
    encoding: 'utf8',
  })
  expect([stdout.trim(), stderr]).toEqual([stated('inputDigest'), ''])
})
