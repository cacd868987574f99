/** The folder of the databases is its owner's alone: 0700, and every file this process or its children make in it 0600. */
import { chmodSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const STICKY = 0o1000

export function openStateFolder(state: string): void {
  process.umask(0o077)
  mkdirSync(state, { recursive: true, mode: 0o700 })
  // A folder shared by all (like /tmp) is not ours to close; what lies in it is.
  if ((statSync(state).mode & STICKY) === 0) chmodSync(state, 0o700)
  const data = join(state, 'v3')
  if (!existsSync(data)) return
  // Made by an earlier release.
  chmodSync(data, 0o700)
  for (const entry of readdirSync(data, { recursive: true, withFileTypes: true }))
    chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o700 : 0o600)
}
