/** `npm run verify -- <bundle.json | proof.json | address of a publication>`: looks whether a published result is what it says it is. A first word
 * of KINDS names another thing to verify. */
import { ensureInstalled } from './boot/install.mjs'
import { runOnNode24 } from './boot/node24.mjs'

const BUNDLE = 'scripts/verify/bundle.ts'
const KINDS = { bundle: BUNDLE }

const [first = '', ...rest] = process.argv.slice(2)
const named = Object.hasOwn(KINDS, first)
ensureInstalled()
runOnNode24(named ? KINDS[first] : BUNDLE, named ? rest : process.argv.slice(2))
