/** Hands a task to Node 24, which comes as a locked package, whatever Node the system has; signals and the exit code pass through. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './install.mjs'

/** The Node 24 of the installation, else the running one if it is recent enough. */
export function node24() {
  const platform = { linux: 'linux', win32: 'win', darwin: 'darwin' }[process.platform] ?? process.platform
  const bundled = join(
    ROOT,
    'node_modules',
    `node-${platform}-${process.arch}`,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  )
  if (existsSync(bundled)) return bundled
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  console.error(
    `Node 24 is needed: no package brings it for ${process.platform}-${process.arch}, and this is Node ${process.versions.node}. Install Node 24 and try again.`,
  )
  return process.exit(1)
}

export const ENVIRONMENT = {
  ...process.env,
  WRANGLER_SEND_METRICS: 'false',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  NO_UPDATE_NOTIFIER: '1',
}

/** Calls back once the process that started this one is gone. npm runs a script through a shell, and a signal sent to npm ends that shell
 * without reaching the script: without this a stopped `npm start` would go on serving. Outside npm nothing is watched, so nohup works. */
export function whenParentGone(callback) {
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    callback()
  }, 500)
  timer.unref()
}

/** Runs `script` (a path from the repository root) and leaves with its exit code. The child leads a process group of its own: signals are
 * forwarded to it alone, and when it is killed the hard way, what it started goes with it. */
export function runOnNode24(script, args = process.argv.slice(2), env = {}) {
  const ownGroup = process.platform !== 'win32'
  const child = spawn(node24(), ['--disable-warning=ExperimentalWarning', join(ROOT, script), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    detached: ownGroup,
    env: { ...ENVIRONMENT, JUNHENG_SUPERVISED: '1', ...env },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal))
  whenParentGone(() => child.kill('SIGTERM'))
  child.on('error', (error) => {
    console.error(`cannot start Node 24: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => {
    if (ownGroup) endGroup(child.pid)
    process.exit(code ?? (signal === 'SIGINT' ? 130 : 143))
  })
}

function endGroup(leader) {
  try {
    process.kill(-leader, 'SIGKILL')
  } catch {
    // The usual case: nobody is left.
  }
}
