/** Command line of region:add: reads both files, writes both or none. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../serve/settings.ts'
import { RegionError, addRegion } from './addRegion.ts'

const [code = '', name = '', nameEn = name] = process.argv.slice(2)
if (code === '' || name === '') {
  console.error(
    'usage: npm run region:add -- <code> <name> [nameEn]     e.g. npm run region:add -- ctr 中部地区 "Central China"',
  )
  process.exit(2)
}
const paths = { regions: join(ROOT, 'db/regions.ts'), wrangler: join(ROOT, 'wrangler.toml') }
const before = { regions: readFileSync(paths.regions, 'utf8'), wrangler: readFileSync(paths.wrangler, 'utf8') }
try {
  const after = addRegion(before, { code, name, nameEn })
  if (after.regions === before.regions && after.wrangler === before.wrangler) {
    console.log(`region “${code}” is there already; nothing to do`)
  } else {
    writeFileSync(paths.regions, after.regions)
    writeFileSync(paths.wrangler, after.wrangler)
    console.log(
      `region “${code}” (${name}) added to db/regions.ts and wrangler.toml.\nLocally it is there at the next start. At Cloudflare:\n  npx wrangler d1 create junheng-region-${code}        then put its id into wrangler.toml\n  npx wrangler d1 migrations apply REGION_${code.toUpperCase()} --remote\n  npm run -s seed:sql > seed.sql && npx wrangler d1 execute HUB --remote --file=seed.sql\n  npx wrangler deploy`,
    )
  }
} catch (error) {
  if (!(error instanceof RegionError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
