/** Every few minutes: seal what the audit logs have gained, in the regions and in the hub. A region that is down keeps no other from being sealed. */
import { cityLogsToSeal, hubLogsToSeal } from '../../db/log/store.ts'
import { openHub, readConfig, type Env } from '../env.ts'
import { sealLog } from '../services/log/sealLog.ts'
import { eachRegion } from './eachRegion.ts'
import type { LogStore } from '../../db/log/store.ts'

export async function sealAll(env: Env): Promise<void> {
  const hub = openHub(env)
  const ctx = { hub, now: Date.now, secret: readConfig(env).signingSecret }
  const seal = async (store: LogStore): Promise<void> => {
    const { halt } = await sealLog(ctx, store)
    if (halt !== null)
      // oxlint-disable-next-line no-console -- somebody has to look: rows of a log were changed behind the product's back
      console.error(JSON.stringify({ level: 'error', job: 'seal', log: store.log, ...halt }))
  }
  await eachRegion(env, 'seal', async (region) => {
    for (const store of await cityLogsToSeal(region)) await seal(store)
  })
  // Last: a city's first key is an act in the hub.
  for (const store of await hubLogsToSeal(hub)) await seal(store)
}
