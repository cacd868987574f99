/** A state folder with the whole demonstration, made once for every content of what shapes it and kept in .cache/state: a copy of it is a fresh
 * server in a second. The surprise: it also ages, because sessions, assignments and staged files in it have an end. */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './settings.ts'
import { sourceHash } from './sourceHash.ts'

const SOURCES = ['db', 'worker', 'scripts/seed', 'scripts/serve', 'wrangler.toml', 'package-lock.json']
const KEPT_FOR_MS = 12 * 3600 * 1000

/** The folder to copy; it is read only. Seeds when there is none of today. */
export async function keptState(): Promise<string> {
  const states = join(ROOT, '.cache', 'state')
  mkdirSync(states, { recursive: true })
  dropOld(states)
  const folder = join(states, sourceHash(SOURCES))
  if (existsSync(folder)) return folder
  const draft = `${folder}.${process.pid}`
  try {
    await prepare(draft)
    renameSync(draft, folder)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    // Another process may have finished the same seed first.
    if (!existsSync(folder)) throw error
  }
  return folder
}

/** In a process of its own: it locks the folder and lets go of every database when it ends. */
function prepare(state: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', join(ROOT, 'scripts', 'serve', 'prepare.ts')],
      {
        cwd: ROOT,
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, JUNHENG_STATE: state, JUNHENG_DEMO: '1' },
      },
    )
    const forward = (signal: NodeJS.Signals): void => void child.kill(signal)
    process.on('SIGINT', forward).on('SIGTERM', forward)
    child.on('error', reject)
    child.on('exit', (code) => {
      process.off('SIGINT', forward).off('SIGTERM', forward)
      if (code === 0) resolve()
      else reject(new Error(`seeding the demonstration failed with exit code ${code ?? 'none'}`))
    })
  })
}

function dropOld(states: string): void {
  for (const name of readdirSync(states)) {
    const path = join(states, name)
    if (statSync(path).mtimeMs < Date.now() - KEPT_FOR_MS) rmSync(path, { recursive: true, force: true })
  }
}

// The test run makes it ahead, beside other parts.
if (import.meta.main) await keptState()
