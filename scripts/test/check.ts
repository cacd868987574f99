/** `npm run check`: what a change is held against while one works. Types (only what changed is checked again), lint, format, unused code,
 * architecture, and the unit tests that reach a changed file. */
import { execFileSync } from 'node:child_process'
import { ROOT } from '../serve/settings.ts'
import { FORMAT, LINT, TYPE_PROJECTS, UNUSED, tsc, vitest } from './parts.ts'
import { runTool } from './runTool.ts'

const startedAt = performance.now()
const since = changedSince()
const lanes: readonly (readonly (readonly [string, readonly string[]])[])[] = [
  TYPE_PROJECTS.map((project) => [`types ${project}`, tsc(project)] as const),
  [
    ['lint', LINT],
    ['format', FORMAT],
    ...UNUSED.map((command) => ['unused', command] as const),
    ['arch', vitest('--project', 'unit', 'test/arch')],
    [
      `unit tests of what changed since ${since.slice(0, 10)}`,
      vitest('--project', 'unit', '--changed', since, '--passWithNoTests', '--exclude', 'test/arch/**'),
    ],
  ],
]
let failed = 0
await Promise.all(
  lanes.map(async (lane) => {
    for (const [name, command] of lane) {
      const { code, output } = await runTool(command, { gather: true })
      if (code !== 0) {
        failed += 1
        console.log(`\n── ${name}\n${output}`)
      }
      console.log(`${code === 0 ? '✓' : '✗'} ${name}`)
    }
  }),
)
console.log(
  `\n${failed === 0 ? 'all well' : `${failed} failed`} (${((performance.now() - startedAt) / 1000).toFixed(0)} s)`,
)
process.exitCode = failed === 0 ? 0 : 1

/** On a branch everything since it left main, on main itself what is not committed. */
function changedSince(): string {
  try {
    return execFileSync('git', ['merge-base', 'HEAD', 'main'], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return 'HEAD'
  }
}
