/** `npm run bench [name …]`: every benchmark of this folder, one after the other, each in a process of its own so that none warms up another. */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const here = import.meta.dirname
const wanted = process.argv.slice(2)
const files = readdirSync(here)
  .filter((f) => f.endsWith('.bench.ts') && (wanted.length === 0 || wanted.some((w) => f.startsWith(w))))
  .sort()
if (files.length === 0) {
  console.error(`no benchmark named ${wanted.join(', ')}`)
  process.exit(1)
}
let failed = 0
for (const file of files) {
  console.log(`\n── ${file.replace('.bench.ts', '')} ${'─'.repeat(60)}`)
  const { status } = spawnSync(
    process.execPath,
    ['--expose-gc', '--disable-warning=ExperimentalWarning', join(here, file)],
    { stdio: 'inherit' },
  )
  if (status !== 0) failed += 1
}
process.exit(failed === 0 ? 0 : 1)
