/** Makes sure that node_modules is what package-lock.json says. Runs on any Node from 20 with nothing installed, so it
 * imports only Node itself. The surprise: "installed" is judged by a mark holding the lock's hash, not by the folder being there. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const LOCK = new URL('../../package-lock.json', import.meta.url)
const MARK = new URL('../../node_modules/.junheng-installed', import.meta.url)
const NPM_LIST = new URL('../../node_modules/.package-lock.json', import.meta.url)

/** Installs with `npm ci` unless the present installation belongs to this very lock file. */
export function ensureInstalled() {
  const wanted = createHash('sha256').update(readFileSync(LOCK)).digest('hex')
  if (existsSync(MARK) && readFileSync(MARK, 'utf8') === wanted) return
  if (!existsSync(MARK) && holdsEveryPackage()) {
    writeFileSync(MARK, wanted)
    return
  }
  console.log('安装依赖 · installing dependencies (npm ci) …')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { status, error } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (error !== undefined || status !== 0) {
    console.error(`npm ci failed${error === undefined ? ` with exit code ${status}` : `: ${error.message}`}`)
    process.exit(status ?? 1)
  }
  writeFileSync(MARK, wanted)
}

/** True when somebody ran `npm ci` or `npm install` by hand: every package of the lock is there in the locked version, optional ones aside. */
function holdsEveryPackage() {
  if (!existsSync(NPM_LIST)) return false
  const locked = JSON.parse(readFileSync(LOCK, 'utf8')).packages
  const present = JSON.parse(readFileSync(NPM_LIST, 'utf8')).packages
  return Object.entries(locked).every(
    ([path, entry]) =>
      path === '' || entry.optional === true || entry.peer === true || present[path]?.version === entry.version,
  )
}
