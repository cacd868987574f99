/** `npm run verify -- <bundle.json | proof.json | address of a publication>` looks whether a published result is what it says it is;
 * `npm run verify -- audit <export>` checks an exported audit log. Both without a database. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { ensureInstalled } from './boot/install.mjs'
import { runOnNode24 } from './boot/node24.mjs'

const KINDS = { bundle: 'scripts/verify/bundle.ts', audit: 'scripts/verify/audit.ts' }

const [first = '', ...rest] = process.argv.slice(2)
const kind = Object.hasOwn(KINDS, first) ? first : 'bundle'
const given = kind === first ? rest : process.argv.slice(2)
// The log's check needs no package: on Node 24 it runs in a bare checkout.
if (kind !== 'audit' || Number(process.versions.node.split('.')[0]) < 24) ensureInstalled()
// npm runs scripts in the project's folder; files are named from where the person is.
const here = process.env.INIT_CWD ?? process.cwd()
runOnNode24(
  KINDS[kind],
  given.map((word) => (word.startsWith('--') || !existsSync(resolve(here, word)) ? word : resolve(here, word))),
)
