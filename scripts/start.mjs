/** `npm start`: from an empty clone to a served product. Needs Node 20 and npm; the rest is installed. */
import { ensureInstalled } from './boot/install.mjs'
import { runOnNode24 } from './boot/node24.mjs'

ensureInstalled()
runOnNode24('scripts/serve/main.ts')
