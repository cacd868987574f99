/** Reads how many tests passed and failed from the reporters' JSON. A run that broke off, or in which nothing ran, counts as one failure, and
 * so does a skipped test: nothing is skipped silently. */
import { existsSync, readFileSync } from 'node:fs'

export interface Count {
  readonly passed: number
  readonly failed: number
}

export function countVitest(report: string, exitCode: number): Count {
  const json = read<{ numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number }>(
    report,
  )
  if (json === undefined) return { passed: 0, failed: 1 }
  return settle(json.numPassedTests, json.numFailedTests + json.numPendingTests + json.numTodoTests, exitCode)
}

export function countPlaywright(report: string, exitCode: number): Count {
  const json = read<{ stats: { expected: number; unexpected: number; flaky: number; skipped: number } }>(report)
  if (json === undefined) return { passed: 0, failed: 1 }
  return settle(json.stats.expected, json.stats.unexpected + json.stats.flaky + json.stats.skipped, exitCode)
}

function settle(passed: number, failed: number, exitCode: number): Count {
  const broken = failed === 0 && (exitCode !== 0 || passed === 0)
  return { passed, failed: broken ? 1 : failed }
}

function read<T>(file: string): T | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined
}
