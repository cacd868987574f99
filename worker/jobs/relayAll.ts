/** Every few minutes: carry what waits in the regions' outboxes to the hub. A region that is down keeps no other from being served. */
import { REGIONS } from '../../db/regions.ts'
import { openHub, openRegion, type Env } from '../env.ts'
import { relayOutbox } from '../services/relay/relayOutbox.ts'

const ROUNDS = 10

export async function relayAll(env: Env): Promise<void> {
  const hub = openHub(env)
  await Promise.all(
    REGIONS.map(async ({ code }) => {
      const region = openRegion(env, code)
      if (region === undefined) return
      try {
        // Ends when nothing is carried any more; what failed is tried again at the next tick.
        for (let round = 0; round < ROUNDS; round += 1)
          if ((await relayOutbox({ region, hub, now: Date.now })).relayed === 0) return
      } catch (error) {
        // oxlint-disable-next-line no-console -- the structured log of a failure nobody expected
        console.error(
          JSON.stringify({
            level: 'error',
            job: 'relay',
            region: code,
            error: error instanceof Error ? (error.stack ?? error.message) : String(error),
          }),
        )
      }
    }),
  )
}
