/** What one computation may cost and what a caller may spend. Estimated before anything is computed: the answer to a request that would keep
 * everybody waiting is a problem with its estimate, and a caller's spending is counted by estimates, not by how busy the machine was. */
import { estimateCost } from '../../engine/cost/estimateCost.ts'
import { AppError } from '../../contract/problems.ts'
import { isKnown, limitRate } from '../../http/rateLimit.ts'
import { sentence } from '../../words/sentence.ts'
import { createMiddleware } from 'hono/factory'
import { COMPUTE_LIMITS } from '../../contract/compute/limits.ts'
import type { AppEnv } from '../../http/appEnv.ts'
import type { Context } from 'hono'

type Kind = keyof typeof estimateCost
type Asked<K extends Kind> = Parameters<(typeof estimateCost)[K]>[0]

/** Before the body is read: whoever has spent everything sends none. */
export const anythingLeft = createMiddleware<AppEnv>(async function anythingLeft(c, next) {
  await limitRate(c, 'compute', 0)
  await next()
})

export const bodyBytesOf = (c: Context<AppEnv>): number =>
  isKnown(c) ? COMPUTE_LIMITS.bodyBytes : c.get('service').config.computeBodyAnonymousBytes

/** Refuses what is too costly, charges the rest; gives the estimate in milliseconds. */
export async function spend<K extends Kind>(c: Context<AppEnv>, kind: K, request: Asked<K>): Promise<number> {
  const { config } = c.get('service')
  // Guarantee: the table's entry for a kind takes that kind's request.
  const estimate = estimateCost[kind] as (request: Asked<K>) => number
  const estimateMs = Math.max(1, Math.ceil(estimate(request)))
  const limitMs = isKnown(c) ? config.budgetKeyMs : config.budgetAnonymousMs
  if (estimateMs > limitMs) {
    throw new AppError(
      'too-costly',
      sentence(isKnown(c) ? 'requests.too-costly' : 'requests.too-costly-anonymous', { estimateMs, limitMs }),
      [],
      { members: { estimateMs, limitMs } },
    )
  }
  await limitRate(c, 'compute', estimateMs)
  return estimateMs
}
