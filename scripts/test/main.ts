/** Runs the parts, two at a time where they need one core, the browser as soon as no such part waits, each to its end, and closes with
 * `N passed, N failed`. Leaves with 1 when anything failed or when a part ran no test at all. What a part printed is shown whole when it fails. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { ROOT } from '../serve/settings.ts'
import { countPlaywright, countVitest, type Count } from './count.ts'
import { PARTS, type Part } from './parts.ts'
import { referenceFolder } from './referenceFolder.ts'
import { runTool } from './runTool.ts'

const AT_ONCE = 2

const args = process.argv.slice(2)
const names = args.filter((a) => PARTS.some((p) => p.name === a))
const rest = args.filter((a) => !names.includes(a))
// Third-party values may be absent from a clone: the whole run then says so, and the golden values in `unit` carry the load. Asked for by name,
// or with a folder named, the part runs and fails.
const reference = referenceFolder()
const withoutReference = names.length === 0 && !reference.present && !reference.named
const chosen =
  names.length === 0
    ? PARTS.filter((p) => p.inWholeRun && !(withoutReference && p.name === 'reference'))
    : PARTS.filter((p) => names.includes(p.name))
if (names.length === 0 && rest.length > 0 && !rest.some((a) => a.startsWith('-'))) {
  console.error(`unknown part “${rest.join(' ')}”; parts: ${PARTS.map((p) => p.name).join(', ')}`)
  process.exit(2)
}

const scratch = mkdtempSync(join(tmpdir(), 'junheng-test-'))
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }))
const logs = join(ROOT, '.cache', 'test')
mkdirSync(logs, { recursive: true })

const startedAt = performance.now()
const results: { part: Part; count: Count; tookMs: number }[] = []
const waiting = chosen.filter((p) => p.kind !== 'playwright')
const browser = chosen.filter((p) => p.kind === 'playwright')
const manyParts = waiting.length > 1
// The lane that first finds nothing left starts the browser while the other ends its last part. The surprise: `seed` must not be that part, or
// the demonstration would be made twice; it stands early in the list.
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) await run(part, manyParts)
    for (let part = browser.shift(); part !== undefined; part = browser.shift()) await run(part, false)
  }),
)

console.log('')
for (const part of chosen) for (const result of results.filter((r) => r.part === part)) console.log(lineOf(result))
if (withoutReference)
  console.log(
    `– reference  NOT RUN: no third-party values at ${relative(ROOT, reference.path)}; set JUNHENG_REFERENCE to run them. The golden tests ran in unit.`,
  )
const passed = results.reduce((n, r) => n + r.count.passed, 0)
const failed = results.reduce((n, r) => n + r.count.failed, 0)
console.log(`\n${passed} passed, ${failed} failed (${((performance.now() - startedAt) / 1000).toFixed(0)} s)`)
process.exitCode = failed === 0 ? 0 : 1

async function run(part: Part, gather: boolean): Promise<void> {
  const partStartedAt = performance.now()
  if (!gather) console.log(`\n── ${part.name}`)
  const { count, output } = await runPart(part, gather)
  const result = { part, count, tookMs: performance.now() - partStartedAt }
  results.push(result)
  if (!gather) return
  writeFileSync(join(logs, `${part.name}.log`), output)
  if (count.failed > 0) console.log(`\n── ${part.name}\n${output}`)
  console.log(lineOf(result))
}

async function runPart(part: Part, gather: boolean): Promise<{ count: Count; output: string }> {
  const outputs: string[] = []
  const start = async (command: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<number> => {
    const ran = await runTool(command, { gather, env })
    outputs.push(ran.output)
    return ran.code
  }
  const [command] = part.commands
  if (command === undefined) throw new Error(`part ${part.name} has no command`)
  const report = join(scratch, `${part.name}.json`)
  let count: Count
  if (part.kind === 'vitest')
    count = countVitest(
      report,
      await start([...command, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...rest]),
    )
  else if (part.kind === 'playwright')
    count = countPlaywright(
      report,
      await start([...command, '--reporter=list,json', ...rest], { PLAYWRIGHT_JSON_OUTPUT_NAME: report }),
    )
  else {
    const codes: number[] = []
    for (const one of part.commands) codes.push(await start(one))
    count = {
      passed: part.kind === 'step' ? 0 : codes.filter((c) => c === 0).length,
      failed: codes.filter((c) => c !== 0).length,
    }
  }
  return { count, output: outputs.join('') }
}

function lineOf({ part, count, tookMs }: { part: Part; count: Count; tookMs: number }): string {
  return `${count.failed === 0 ? '✓' : '✗'} ${part.name.padEnd(10)} ${String(count.passed).padStart(5)} passed ${String(count.failed).padStart(4)} failed  ${(tookMs / 1000).toFixed(1)} s`
}
