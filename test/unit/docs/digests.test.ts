/** docs/digests.md: its worked example is computed from the page, its script is run as it stands there. */
import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { evaluationDigest } from '../../../worker/engine/digest/evaluationDigest.ts'
import { ENGINE_VERSION } from '../../../worker/engine/version.ts'
import { evaluateSnapshot } from '../../../worker/services/evaluation/evaluateSnapshot.ts'
import { resultDigestOf } from '../../../worker/services/evaluation/resultDigestOf.ts'
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

it('the script on the page finds the same inputDigest without this project', () => {
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', block('js')], {
    input: text,
    encoding: 'utf8',
  })
  expect([stdout.trim(), stderr]).toEqual([stated('inputDigest'), ''])
})
