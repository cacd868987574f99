/** Browser tests against the production bundle, freshly seeded, on a port and a state folder of its own. The surprise: this file is loaded
 * again by every worker, so the free port is chosen once and handed on through the environment. */
import { createServer } from 'node:net'
import { defineConfig } from '@playwright/test'
import { findChromium } from './test/support/chromium.ts'

const port = Number(process.env['JUNHENG_E2E_PORT'] ?? (await freePort()))
process.env['JUNHENG_E2E_PORT'] = String(port)
const chromium = await findChromium()

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 30_000,
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    browserName: 'chromium',
    locale: 'zh-CN',
    launchOptions: {
      executablePath: chromium.executablePath,
      args: [...chromium.args],
      env: { ...definedEnv(), ...chromium.env },
    },
    trace: 'retain-on-failure',
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
