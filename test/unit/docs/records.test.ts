/** docs/records.md: its script is run as it stands there, and what it says of the kept example is so. */
import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { read } from '../../support/sources.ts'
import type { Bundle } from '../../../worker/contract/record.ts'

const page = read('docs/records.md')
const script = /```js\n([\s\S]*?)```/.exec(page)?.[1] ?? ''
const stated = (name: string): string => new RegExp(`\\| ${name} \\| \`?([^\`|]+?)\`? \\|`).exec(page)?.[1] ?? ''
const OPEN = read('test/fixtures/bundle@1/open.json')
const run = (input: string) =>
  spawnSync(process.execPath, ['--input-type=module', '-e', script], { input, encoding: 'utf8' })

it('the script on the page finds the root of the kept example without this project', () => {
  const { stdout, stderr } = run(OPEN)
  expect([stdout.trim(), stderr]).toEqual([stated('root'), ''])
  const { seal } = (JSON.parse(OPEN) as Bundle).head
  expect(stated('parts')).toMatch(new RegExp(`^${seal?.parts.length}:`))
  expect(seal?.parts.find((p) => p.part === 'period:2024')?.numbers?.size).toBe(Number(stated('leaves of 2024')))
})

it('and finds a changed document', () => {
  const changed = JSON.parse(OPEN) as Bundle
  changed.periods[1]?.scores['JH']?.reverse()
  expect(run(JSON.stringify(changed)).stderr).toContain('period:2022 was changed')
})
