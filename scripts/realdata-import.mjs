/** `npm run realdata:import -- <folder>`: the 31 provinces of the reference folder into the running server. */
import { ensureInstalled } from './boot/install.mjs'
import { runOnNode24 } from './boot/node24.mjs'

ensureInstalled()
runOnNode24('scripts/realdata/main.ts')
