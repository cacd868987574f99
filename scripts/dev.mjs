/** `npm run dev`: wrangler dev on the same databases as `npm start`, and the web rebuilt at every change. Databases are migrated and seeded
 * first; Ctrl-C ends both. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ensureInstalled, ROOT } from './boot/install.mjs'
import { ENVIRONMENT, node24, whenParentGone } from './boot/node24.mjs'

ensureInstalled()
const node = node24()
const bin = (path) => join(ROOT, 'node_modules', path)
const port = process.env.PORT ?? '8787'
const state = process.env.JUNHENG_STATE ?? '.wrangler/state'
const demo = (process.env.JUNHENG_DEMO ?? '1') === '1' ? 'local' : ''

const prepared = spawnSync(node, ['--disable-warning=ExperimentalWarning', join(ROOT, 'scripts/serve/prepare.ts')], {
  cwd: ROOT,
  stdio: 'inherit',
  env: ENVIRONMENT,
})
if (prepared.status !== 0) process.exit(prepared.status ?? 1)
if (!existsSync(join(ROOT, 'dist', 'index.html')))
  spawnSync(node, [bin('vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
    cwd: ROOT,
    stdio: 'inherit',
    env: ENVIRONMENT,
  })

// Each in its own process group, so that stopping takes workerd and esbuild along.
const children = [
  spawn(node, [bin('vite/bin/vite.js'), 'build', '--watch', '--logLevel', 'warn'], {
    cwd: ROOT,
    stdio: 'inherit',
    detached: true,
    env: ENVIRONMENT,
  }),
  spawn(
    node,
    [
      bin('wrangler/bin/wrangler.js'),
      'dev',
      '--port',
      port,
      '--persist-to',
      state,
      '--var',
      `DEMO:${demo}`,
      '--var',
      `SIGNING_SECRET:${readFileSync(resolve(ROOT, state, 'signing-secret'), 'utf8').trim()}`,
      '--show-interactive-dev-session=false',
    ],
    { cwd: ROOT, stdio: 'inherit', detached: true, env: ENVIRONMENT },
  ),
]
let stopping = false
function stop(code) {
  if (stopping) return
  stopping = true
  for (const child of children) {
    try {
      process.kill(-child.pid, 'SIGTERM')
    } catch {
      // Gone already.
    }
  }
  process.exitCode = code
}
for (const child of children) child.on('exit', (code) => stop(code ?? 0))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(0))
whenParentGone(() => stop(0))
