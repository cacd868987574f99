/** What a fresh database needs before anybody can use it: reference data always, then either the demonstration or one operator. What
 * was done is remembered in the hub's audit log, so a second start does nothing. */
import { productStatements } from '../../db/seed/product.ts'
import { installOperator } from '../../db/seed/operator.ts'
import { holdsDemo } from '../../db/seed/demo/organisations.ts'
import { seedDemo } from '../seed/demo.ts'
import { runScheduled, type Host } from './host.ts'
import { hubDb } from '../../db/client.ts'
import { StartRefused, type Settings } from './settings.ts'

export interface SeedReport {
  readonly demoSeeded: boolean
  readonly demoPresent: boolean
  /** Set when an operator was made now with a password nobody chose: shown once. */
  readonly operator: { readonly email: string; readonly password: string | null } | null
}

export async function seed(
  host: Host,
  origin: URL,
  settings: Settings,
  say: (line: string) => void,
  without: ReadonlySet<string> = new Set(),
): Promise<SeedReport> {
  const d1 = await host.getD1Database('HUB')
  const nowMs = Date.now()
  await d1.batch((await productStatements(nowMs)).map((s) => d1.prepare(s.sql).bind(...s.params)))
  const hub = hubDb(d1 as unknown as D1Database)
  if (!settings.demo) {
    // The demonstration's passwords are public: its data folder must never be opened as a real installation.
    if (await holdsDemo(hub))
      throw new StartRefused(
        `${settings.state} 中是演示数据，不能作为正式数据使用。请设置 JUNHENG_STATE 为另一个目录。\nThis state folder holds demonstration data with public passwords. Set JUNHENG_STATE to another folder.`,
      )
    return { demoSeeded: false, demoPresent: false, operator: await installOperator(hub, settings.operator, nowMs) }
  }
  const demoSeeded = await seedDemo({ hub, origin, relay: () => runScheduled(host, 'seed'), say, without })
  return { demoSeeded, demoPresent: true, operator: null }
}
