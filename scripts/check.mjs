/** `npm run check`: the inner loop, in seconds. `npm test` is the whole. */
import { ensureInstalled } from './boot/install.mjs'
import { runOnNode24 } from './boot/node24.mjs'

ensureInstalled()
runOnNode24('scripts/test/check.ts')
