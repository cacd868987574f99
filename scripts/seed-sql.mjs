/** `npm run seed:sql`: writes the reference data as SQL for `wrangler d1 execute`, for databases that live at Cloudflare. */
import { ensureInstalled } from './boot/install.mjs'
import { runOnNode24 } from './boot/node24.mjs'

ensureInstalled()
runOnNode24('scripts/seed/sql.ts')
