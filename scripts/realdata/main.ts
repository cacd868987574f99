/** Command line of realdata:import. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DEMO_PASSWORD } from '../../db/seed/demo/accounts.ts'
import { PROVINCES_SLUG, importProvinces } from './importProvinces.ts'
import { readProvinces } from './provinces.ts'

const folder = resolve(process.argv[2] ?? '')
if (process.argv[2] === undefined || !existsSync(join(folder, 'panel_derived.csv'))) {
  console.error(
    'usage: npm run realdata:import -- <folder with panel_derived.csv and indicators.csv>\n       JUNHENG_URL (default http://localhost:8787), JUNHENG_OPERATOR_EMAIL and JUNHENG_OPERATOR_PASSWORD (default: the demo operator), JUNHENG_OWNER_PASSWORD',
  )
  process.exit(2)
}
const origin = new URL(process.env['JUNHENG_URL'] ?? `http://localhost:${process.env['PORT'] ?? '8787'}`)
try {
  const { evaluations } = await importProvinces(readProvinces(folder), {
    origin,
    operator: {
      email: process.env['JUNHENG_OPERATOR_EMAIL'] ?? 'operator@junheng.example',
      password: process.env['JUNHENG_OPERATOR_PASSWORD'] ?? DEMO_PASSWORD,
    },
    ownerPassword: process.env['JUNHENG_OWNER_PASSWORD'] ?? DEMO_PASSWORD,
    say: (line) => console.log(`  ${line}`),
  })
  for (const [year, id] of evaluations)
    console.log(`  ${year}  ${new URL(`/c/${PROVINCES_SLUG}/evaluations/${id}`, origin)}`)
} catch (error) {
  console.error(
    error instanceof Error && error.message === 'fetch failed'
      ? `no server answers at ${origin}; start one with npm start`
      : error,
  )
  process.exitCode = 1
}
