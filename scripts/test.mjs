/** `npm test`: everything from an empty clone, or the parts named: `npm test -- unit`, `npm test -- types lint worker`. */
import { ensureInstalled } from './boot/install.mjs'
import { runOnNode24 } from './boot/node24.mjs'

ensureInstalled()
runOnNode24('scripts/test/main.ts')
