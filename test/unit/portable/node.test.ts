/** The portable scenarios in this process, in Node 24 and in the Node that npm runs on (20 on a plain Debian): the kept digests in each.
 * After a change that is meant to move published digits: raise ENGINE_VERSION, then `npx vitest run --project unit test/unit/portable -u`. */
import { execFileSync, spawnSync } from 'node:child_process'
import { beforeAll, describe, expect, it } from 'vitest'
import { node24 } from '../../../scripts/boot/node24.mjs'
import kept from '../../golden/data/portable.json' with { type: 'json' }
import { portableBundle } from '../../portable/bundle.ts'
import { portableDigests } from '../../portable/scenarios.ts'

/** The Node that started npm; outside npm the one on the path. */
const SYSTEM_NODE = process.env['npm_node_execpath'] ?? 'node'

it('Node 24, which the product is run on, reaches the kept digests in this process', async () => {
  expect(versionOf(node24())).toBe(Number(process.versions.node.split('.')[0]))
  expect(versionOf(node24())).toBeGreaterThanOrEqual(24)
  const text = `${JSON.stringify(await portableDigests(), null, 2)}\n`
  await expect(text).toMatchFileSnapshot('../../golden/data/portable.json')
})

describe('the minified bundle reaches the kept digests', () => {
  let script = ''
  beforeAll(async () => {
    script = `${await portableBundle()}\nportable.portableDigests().then((digests) => console.log(JSON.stringify(digests)))`
  })
  const digestsIn = (node: string): unknown =>
    JSON.parse(execFileSync(node, ['-'], { input: script, encoding: 'utf8', maxBuffer: 1e7 }))

  it('in the Node of the system, 20 or newer', () => {
    expect(versionOf(SYSTEM_NODE)).toBeGreaterThanOrEqual(20)
    expect(digestsIn(SYSTEM_NODE)).toEqual(kept)
  })
})

function versionOf(node: string): number {
  const { stdout, error } = spawnSync(node, ['--version'], { encoding: 'utf8' })
  if (error !== undefined)
    throw new Error(`no Node answers as “${node}”: put Node 20 or newer on the PATH, as npm needs`)
  return Number(/^v(\d+)/.exec(stdout)?.[1])
}
