/** Migrates and seeds the local databases and leaves: what `npm run dev` and `npm run migrate` need before or without a server. */
import { reportBroken } from './broken.ts'
import { build } from './build.ts'
import { startHost } from './host.ts'
import { lockState } from './lock.ts'
import { migrate } from './migrate.ts'
import { readDeployment } from './deployment.ts'
import { readSettings } from './settings.ts'
import { seed } from './seed.ts'
import { signingSecret } from './signingSecret.ts'

const settings = readSettings(process.env)
process.on('exit', lockState(settings.state, settings.port))
const deployment = await readDeployment()
const host = await startHost({
  build: await build(),
  deployment,
  state: settings.state,
  vars: { ...settings.vars, SIGNING_SECRET: signingSecret(settings.state), RATE_LIMITS: 'off' },
})
try {
  const { applied, broken } = await migrate(host, deployment)
  for (const line of reportBroken(broken, deployment, settings.state)) console.log(`  ${line}`)
  console.log(`  ${applied} migrations applied to ${deployment.databases.length} databases in ${settings.state}`)
  const report = await seed(
    host,
    await host.ready,
    settings,
    (line) => console.log(`  ${line}`),
    new Set(broken.keys()),
  )
  if (report.operator?.password !== undefined && report.operator.password !== null)
    console.log(`  operator ${report.operator.email}, password (shown this once): ${report.operator.password}`)
} finally {
  await host.dispose()
}
