/** `npm run migrate`: brings the local databases up to date and seeds them, without serving. */
import { ensureInstalled } from './boot/install.mjs'
import { runOnNode24 } from './boot/node24.mjs'

ensureInstalled()
runOnNode24('scripts/serve/prepare.ts')
