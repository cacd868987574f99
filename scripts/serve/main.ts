/** The local server, also the way to self-host on one machine: prepare in private, then open the port. Stops on SIGINT and SIGTERM and
 * takes workerd with it. */
import { randomUUID } from 'node:crypto'
import { reportBroken } from './broken.ts'
import { build } from './build.ts'
import { printWelcome } from './welcome.ts'
import { changeHost, portOf, runScheduled, startCompute, startHost, type HostOptions } from './host.ts'
import { lockState, requireFreePort } from './lock.ts'
import { migrate } from './migrate.ts'
import { readDeployment } from './deployment.ts'
import { StartRefused, readSettings } from './settings.ts'
import { seed } from './seed.ts'
import { signingSecret } from './signingSecret.ts'

const CRON_EVERY_MS = 5 * 60 * 1000

const say = (line: string): void => console.log(`  ${line}`)

const complain = (error: unknown): void => console.error(error instanceof StartRefused ? error.message : error)

async function main(): Promise<void> {
  const startedAt = performance.now()
  const settings = readSettings(process.env)
  await requireFreePort(settings.host, settings.port)
  const unlock = lockState(settings.state, settings.port)
  process.on('exit', unlock)

  const deployment = await readDeployment()
  const built = await build()
  say(built.fresh ? '已构建 · built web and Worker' : '沿用上次构建 · build is up to date')

  // Not for the second workerd, which signs nothing.
  const secrets = { SIGNING_SECRET: signingSecret(settings.state) }
  const base: HostOptions = {
    build: built,
    deployment,
    state: settings.state,
    // Seeding goes through the same doors as everybody, in a hurry.
    vars: { ...settings.vars, ...secrets, RATE_LIMITS: 'off' },
  }
  const host = await startHost(base)
  let compute: Awaited<ReturnType<typeof startCompute>> | undefined
  let stopping = false
  const stop = async (code: number): Promise<void> => {
    if (stopping) return
    stopping = true
    await Promise.all([host.dispose(), compute?.host.dispose()])
    process.exit(code)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0))
  const supervisor = process.env['JUNHENG_SUPERVISED'] === '1' ? process.ppid : null
  if (supervisor !== null)
    setInterval(() => {
      if (process.ppid !== supervisor) void stop(0)
    }, 1000).unref()

  try {
    const { applied: migrations, broken } = await migrate(host, deployment)
    for (const line of reportBroken(broken, deployment, settings.state)) say(line)
    const options: HostOptions = { ...base, without: new Set(broken.keys()) }
    if (broken.size > 0) await changeHost(host, options)
    say(
      migrations === 0
        ? '数据库已是最新 · databases are up to date'
        : `已应用 ${migrations} 个迁移 · applied ${migrations} migrations`,
    )
    const report = await seed(host, await host.ready, settings, say, options.without)
    const secret = randomUUID()
    compute = await startCompute({ ...base, vars: settings.vars }, secret)
    await changeHost(host, {
      ...options,
      vars: { ...settings.vars, ...secrets, COMPUTE_ORIGIN: compute.origin, HANDOVER_SECRET: secret },
      listen: { host: settings.host, port: settings.port },
    })
    const relay = (): void =>
      void Promise.all(deployment.crons.map((cron) => runScheduled(host, cron))).catch((error: unknown) =>
        console.error('cron:', error),
      )
    setInterval(relay, CRON_EVERY_MS).unref()
    printWelcome({ settings, port: await portOf(host), report, tookMs: performance.now() - startedAt })
  } catch (error) {
    complain(error)
    await stop(1)
  }
}

main().catch((error: unknown) => {
  complain(error)
  process.exit(1)
})
