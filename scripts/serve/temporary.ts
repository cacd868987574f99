/** The local server on a copy of the seeded demonstration that goes when it stops: what the browser tests run against. */
import { constants, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keptState } from './keptState.ts'

const state = mkdtempSync(join(tmpdir(), 'junheng-state-'))
process.on('exit', () => rmSync(state, { recursive: true, force: true }))
cpSync(await keptState(), state, { recursive: true, mode: constants.COPYFILE_FICLONE })
process.env['JUNHENG_STATE'] = state
await import('./main.ts')
