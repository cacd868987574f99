/** Runs the parts one after another, each to its end, and closes with `N passed, N failed`. Leaves with 1 when anything failed or when a part
 * ran no test at all. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../serve/settings.ts'
import { countPlaywright, countVitest, type Count } from './count.ts'
import { PARTS, type Part } from './parts.ts'

const args = process.argv.slice(2)
const names = args.filter((a) => PARTS.some((p) => p.name === a))
const rest = args.filter((a) => !names.includes(a))
const chosen = names.length === 0 ? PARTS.filter((p) => p.inWholeRun) : PARTS.filter((p) => names.includes(p.name))
if (names.length === 0 && rest.length > 0 && !rest.some((a) => a.startsWith('-'))) {
  console.error(`unknown part “${rest.join(' ')}”; parts: ${PARTS.map((p) => p.name).join(', ')}`)
  process.exit(2)
}

const scratch = mkdtempSync(join(tmpdir(), 'junheng-test-'))
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }))
const startedAt = performance.now()
const results: { part: Part; count: Count; tookMs: number }[] = []
for (const part of chosen) {
  console.log(`\n── ${part.name}`)
  const partStartedAt = performance.now()
  results.push({ part, count: await runPart(part), tookMs: performance.now() - partStartedAt })
}

console.log('')
for (const { part, count, tookMs } of results)
  console.log(
    `${count.failed === 0 ? '✓' : '✗'} ${part.name.padEnd(10)} ${String(count.passed).padStart(5)} passed ${String(count.failed).padStart(4)} failed  ${(tookMs / 1000).toFixed(1)} s`,
  )
const passed = results.reduce((n, r) => n + r.count.passed, 0)
const failed = results.reduce((n, r) => n + r.count.failed, 0)
console.log(`\n${passed} passed, ${failed} failed (${((performance.now() - startedAt) / 1000).toFixed(0)} s)`)
process.exitCode = failed === 0 ? 0 : 1

async function runPart(part: Part): Promise<Count> {
  if (part.kind === 'check') {
    const codes = await Promise.all(part.commands.map((command) => run(command)))
    return { passed: codes.filter((c) => c === 0).length, failed: codes.filter((c) => c !== 0).length }
  }
  const report = join(scratch, `${part.name}.json`)
  const [command] = part.commands
  if (command === undefined) throw new Error(`part ${part.name} has no command`)
  if (part.kind === 'vitest') {
    const code = await run([
      ...command,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...rest,
    ])
    return countVitest(report, code)
  }
  const code = await run([...command, '--reporter=list,json', ...rest], { PLAYWRIGHT_JSON_OUTPUT_NAME: report })
  return countPlaywright(report, code)
}

/** A tool's script below node_modules, on this very Node. */
function run([script, ...args]: readonly string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', join(ROOT, 'node_modules', script ?? ''), ...args],
      { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } },
    )
    const forward = (signal: NodeJS.Signals): void => void child.kill(signal)
    process.on('SIGINT', forward).on('SIGTERM', forward)
    child.on('error', () => resolve(1))
    child.on('exit', (code) => {
      process.off('SIGINT', forward).off('SIGTERM', forward)
      resolve(code ?? 1)
    })
  })
}
