/** Browser tests against the production bundle, on a fresh copy of the seeded demonstration and a port of its own. The surprise: this file is
 * loaded again by every worker; the server says its port only after the first time, and `wait` below leaves it in the environment for the others. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { findChromium } from './test/support/chromium.ts'

process.env['JUNHENG_E2E_PREPARED'] ??= join(tmpdir(), `junheng-e2e-${process.pid}`)
const origin = process.env['JUNHENG_E2E_ORIGIN']
const chromium = await findChromium()

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  globalSetup: './test/e2e/prepare.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  use: {
    ...(origin === undefined ? {} : { baseURL: origin }),
    browserName: 'chromium',
    locale: 'zh-CN',
    launchOptions: {
      executablePath: chromium.executablePath,
      args: [...chromium.args],
      env: { ...definedEnv(), ...chromium.env },
    },
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: false },
    screenshot: 'only-on-failure',
  },
  webServer: {
    command: `"${process.execPath}" --disable-warning=ExperimentalWarning scripts/serve/temporary.ts`,
    // Its own words and not an answer at an address: a stranger on the port would be taken for it.
    wait: { stdout: /均衡 Junheng\s+(?<junheng_e2e_origin>http:\/\/\S+)/ },
    env: { ...definedEnv(), PORT: '0', JUNHENG_DEMO: '1' },
    timeout: 120_000,
    stdout: 'ignore',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
})

function definedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
}
