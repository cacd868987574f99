/** The same evaluations for every runtime: whatever the engine can be asked, over data made here (data.ts), each named by the digest of its answer.
 * The kept digests are test/golden/data/portable.json; Node 24, the Node that npm runs on, workerd and Chromium must all reach them. The lists of
 * methods are the engine's own, so a method that is added is held too. */
import { aggregationsOf, panelScenarios, sensitivityScenarios, weightScenarios } from './composite.ts'
import type { Scenarios } from './data.ts'
import { evaluationScenarios } from './evaluation.ts'
import { indexScenarios } from './inequality.ts'
import { kernelScenarios } from './kernels.ts'
import { movementScenarios } from './movement.ts'
import { digestOf } from '../../worker/engine/digest/digestOf.ts'

const SCENARIOS: Scenarios = {
  ...aggregationsOf(),
  ...panelScenarios(),
  ...weightScenarios(),
  ...sensitivityScenarios(),
  ...indexScenarios(),
  ...movementScenarios(),
  ...evaluationScenarios(),
  ...kernelScenarios(),
}

/** By scenario, in the order of their names. */
export async function portableDigests(): Promise<Record<string, string>> {
  const digests: Record<string, string> = {}
  for (const name of Object.keys(SCENARIOS).sort()) digests[name] = await digestOf(plain(SCENARIOS[name]?.()))
  return digests
}

/** What JSON keeps of an answer; typed arrays as lists. */
const plain = (answer: unknown): unknown =>
  JSON.parse(JSON.stringify(answer, (_, item: unknown) => (item instanceof Float64Array ? Array.from(item) : item)))
