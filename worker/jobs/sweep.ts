/** Every few minutes, in the hub and in each region: keys older than a day are forgotten, staged imports that nobody wrote for a week are discarded;
 * in the hub also wrong sign-ins of yesterday and browsers not seen for half a year. A region that is down keeps no other from being swept. */
import { asTenantId } from '../../db/client.ts'
import { commitBookkeeping, ConflictError } from '../../db/commit.ts'
import { sweepKeys as sweepHubKeys } from '../../db/hub/queries/idempotency.ts'
import { FORGOTTEN_AFTER_MS, sweepSignIns } from '../../db/hub/queries/signInAttempts.ts'
import { readBatch } from '../../db/readBatch.ts'
import { sweepKeys } from '../../db/region/queries/idempotency.ts'
import { readForgotten } from '../../db/region/queries/imports.ts'
import { expireImport } from '../acts/import/expireImport.ts'
import { perform } from '../acts/perform.ts'
import { systemContext } from '../acts/systemContext.ts'
import { openHub, type Env } from '../env.ts'
import { DEVICE_LIFETIME_MS } from '../http/cookies.ts'
import { STAGED_LIMITS } from '../contract/importLimits.ts'
import { eachRegion } from './eachRegion.ts'

/** Imports discarded in one round of one region; the rest waits for the next. */
const ROUND = 200

export async function sweep(env: Env, nowMs: number): Promise<void> {
  const hub = openHub(env)
  const context = systemContext('sweep', hub, nowMs)
  const regions = eachRegion(env, 'sweep', async (region) => {
    await commitBookkeeping(region, [sweepKeys(nowMs)])
    const [forgotten] = await readBatch(region, [readForgotten(nowMs - STAGED_LIMITS.days * 24 * 3600 * 1000, ROUND)])
    for (const { tenantId, id, createdAt } of forgotten) {
      try {
        await perform(expireImport, { ...context, region, tenantId: asTenantId(tenantId) }, { id, createdAt })
      } catch (error) {
        // Written or discarded by somebody in this very moment.
        if (!(error instanceof ConflictError)) throw error
      }
    }
  })
  const signIns = sweepSignIns(hub, nowMs - FORGOTTEN_AFTER_MS, nowMs - DEVICE_LIFETIME_MS)
  await Promise.all([commitBookkeeping(hub, [sweepHubKeys(nowMs), ...signIns]), regions])
}
