/** A start with a damaged database, against real files and workerd: one region's is named and left out, the hub's refuses the start. */
import { chmodSync, existsSync, mkdtempSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { reportBroken } from '../../../scripts/serve/broken.ts'
import { databaseFile } from '../../../scripts/serve/databaseFile.ts'
import { readDeployment, type Deployment } from '../../../scripts/serve/deployment.ts'
import { startHost, type Host, type HostOptions } from '../../../scripts/serve/host.ts'
import { migrate } from '../../../scripts/serve/migrate.ts'
import { openStateFolder } from '../../../scripts/serve/stateFolder.ts'

/** Says which databases it was given. */
const WORKER = 'export default { fetch: (request, env) => Response.json(Object.keys(env)), scheduled: () => undefined }'
let folder = ''
let deployment: Deployment
const options = (more: Partial<HostOptions> = {}): HostOptions => ({
  build: { web: join(folder, 'web'), worker: join(folder, 'index.js'), fresh: true },
  deployment,
  state: join(folder, 'state'),
  ...more,
})
async function withHost<T>(use: (host: Host) => Promise<T>, more: Partial<HostOptions> = {}): Promise<T> {
  const host = await startHost(options(more))
  try {
    return await use(host)
  } finally {
    await host.dispose()
  }
}
const fileOf = (binding: string): string =>
  databaseFile(join(folder, 'state'), deployment.databases.find((d) => d.binding === binding)?.id ?? '')
const mode = (path: string): number => statSync(path).mode & 0o777

const umask = process.umask()
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'junheng-damaged-'))
  mkdirSync(join(folder, 'web'))
  writeFileSync(join(folder, 'index.js'), WORKER)
  deployment = await readDeployment()
  openStateFolder(join(folder, 'state'))
  const { broken } = await withHost((host) => migrate(host, deployment))
  expect([...broken]).toEqual([])
}, 60_000)
afterAll(() => {
  process.umask(umask)
  rmSync(folder, { recursive: true, force: true })
})

it('keeps the databases for their owner alone, those of an earlier release too', () => {
  expect(existsSync(fileOf('HUB'))).toBe(true)
  expect([mode(join(folder, 'state')), mode(fileOf('HUB'))]).toEqual([0o700, 0o600])
  chmodSync(join(folder, 'state'), 0o755)
  chmodSync(fileOf('HUB'), 0o644)
  openStateFolder(join(folder, 'state'))
  expect([mode(join(folder, 'state')), mode(fileOf('HUB'))]).toEqual([0o700, 0o600])
})

it('names a damaged region, migrates and serves the others', async () => {
  writeFileSync(fileOf('REGION_CSJ'), 'no database at all, whatever its name says'.repeat(200))
  for (const rest of ['-wal', '-shm']) rmSync(`${fileOf('REGION_CSJ')}${rest}`, { force: true })
  const { broken } = await withHost((host) => migrate(host, deployment))
  expect([...broken.keys()]).toEqual(['REGION_CSJ'])
  const told = reportBroken(broken, deployment, join(folder, 'state')).join('\n')
  expect(told).toContain('长三角')
  expect(told).toContain(fileOf('REGION_CSJ'))
  const given = await withHost(async (host) => (await host.dispatchFetch('http://h/api/x')).json(), {
    without: new Set(broken.keys()),
  })
  expect(given).toContain('REGION_JJJ')
  expect(given).not.toContain('REGION_CSJ')
}, 60_000)

it('does not start without its hub, and says which file', () => {
  expect(() => reportBroken(new Map([['HUB', 'damaged']]), deployment, join(folder, 'state'))).toThrow(fileOf('HUB'))
})
