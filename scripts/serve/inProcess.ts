/** The Worker in workerd inside this process, on databases in memory, with reference data and one operator: for tests that go through the API
 * from outside. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installOperator } from '../../db/seed/operator.ts'
import { productStatements } from '../../db/seed/product.ts'
import { hubDb } from '../../db/client.ts'
import { buildWorker } from './build.ts'
import { readDeployment } from './deployment.ts'
import { startHost } from './host.ts'
import { migrate } from './migrate.ts'

export interface InProcess {
  readonly origin: URL
  readonly operator: { readonly email: string; readonly password: string }
  readonly stop: () => Promise<void>
}

export async function startInProcess(): Promise<InProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'junheng-worker-'))
  await buildWorker(folder)
  const deployment = await readDeployment()
  const host = await startHost({
    build: { web: join(folder, 'web'), worker: join(folder, 'index.js'), fresh: true },
    deployment,
    state: null,
  })
  const { broken } = await migrate(host, deployment)
  if (broken.size > 0) throw new Error([...broken].join('\n'))
  const d1 = await host.getD1Database('HUB')
  await d1.batch((await productStatements(Date.now())).map((s) => d1.prepare(s.sql).bind(...s.params)))
  const operator = { email: 'operator@test.example', password: 'operator-of-the-test' }
  await installOperator(hubDb(d1 as unknown as D1Database), operator, Date.now())
  return {
    origin: await host.ready,
    operator,
    stop: async () => {
      await host.dispose()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
