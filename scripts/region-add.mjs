/** `npm run region:add -- <code> <name> [nameEn]`: one more region, i.e. one more D1 database, in wrangler.toml and db/regions.ts. */
import { ensureInstalled } from './boot/install.mjs'
import { runOnNode24 } from './boot/node24.mjs'

ensureInstalled()
runOnNode24('scripts/region/add.ts')
