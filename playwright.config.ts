/** Browser tests against the production bundle, on a port and a fresh copy of the seeded demonstration of its own. The surprise: this file is
 * loaded again by every worker, so the free port is chosen once and handed on through the environment. */
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { findChromium } from './test/support/chromium.ts'

const port = Number(process.env['JUNHENG_E2E_PORT'] ?? (await freePort()))
process.env['JUNHENG_E2E_PORT'] = String(port)
process.env['JUNHENG_E2E_PREPARED'] ??= join(tmpdir(), `junheng-e2e-${port}`)
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
    baseURL: `http://127.0.0.1:${port}`,
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
    url: `http://127.0.0.1:${port}/api/v1/health`,
    env: { ...definedEnv(), PORT: String(port), JUNHENG_DEMO: '1' },
    reuseExistingServer: false,
    timeout: 120_000,
    stdout: 'ignore',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
})

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
}
