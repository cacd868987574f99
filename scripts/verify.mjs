/** `npm run verify -- audit <export>` checks an exported audit log, `npm run verify -- <bundle.json>` a published result; both offline, with no
 * database. On Node 24 nothing has to be installed. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ensureInstalled, ROOT } from './boot/install.mjs'
import { runOnNode24 } from './boot/node24.mjs'

const [first = '', ...rest] = process.argv.slice(2)
const isAudit = first === 'audit'
const script = isAudit ? 'scripts/verify/audit.ts' : 'scripts/verify/bundle.ts'
const given = isAudit ? rest : [first, ...rest]

if (first === '' || !existsSync(join(ROOT, script))) {
  console.error(
    'usage: npm run verify -- audit <export.ndjson> [--keys <junheng-keys.json>] [--head <kept head>]       docs/audit.md',
  )
  if (existsSync(join(ROOT, 'scripts/verify/bundle.ts'))) console.error('       npm run verify -- <bundle.json>')
  process.exit(2)
}
if (Number(process.versions.node.split('.')[0]) < 24) ensureInstalled()
// npm runs scripts in the project's folder; files are named from where the person is.
const here = process.env.INIT_CWD ?? process.cwd()
runOnNode24(
  script,
  given.map((word) => (word.startsWith('--') || !existsSync(resolve(here, word)) ? word : resolve(here, word))),
)
