/** The local server on an empty state folder of its own that goes when it stops: what the browser tests run against. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const state = mkdtempSync(join(tmpdir(), 'junheng-state-'))
process.env['JUNHENG_STATE'] = state
process.on('exit', () => rmSync(state, { recursive: true, force: true }))
await import('./main.ts')
