/** Every few minutes: carry what waits in the regions' outboxes to the hub. */
import { openHub, type Env } from '../env.ts'
import { relayOutbox } from '../release/relayOutbox.ts'
import { eachRegion } from './eachRegion.ts'

const ROUNDS = 10

export async function relayAll(env: Env): Promise<void> {
  const hub = openHub(env)
  await eachRegion(env, 'relay', async (region) => {
    // Ends when nothing is carried any more; what failed is tried again at the next tick.
    for (let round = 0; round < ROUNDS; round += 1)
      if ((await relayOutbox({ region, hub, now: Date.now })).relayed === 0) return
  })
}
