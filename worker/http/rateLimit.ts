/** How often, and for how much CPU, a caller may ask. Two counters have to agree: this isolate's own, which knows what is left, and Cloudflare's
 * binding, which sees every isolate of a location but only says yes or no. The answer's RateLimit fields come from the first (http/middleware/request.ts). */
import type { Context } from 'hono'
import type { Config, Env, Limiter } from '../env.ts'
import { RateWindows, type Allowance, type Taken } from '../lib/rateWindows.ts'
import { sentence } from '../words/sentence.ts'
import { clientAddress } from './clientAddress.ts'
import { AppError } from '../contract/problems.ts'
import type { AppEnv, RatePolicy, RateState } from './appEnv.ts'

/** The binding counts calls, not costs: one call for so many milliseconds of CPU. */
export const COMPUTE_UNIT_MS = 250
const MOST_KEYS = 20_000
const windows = new RateWindows(MOST_KEYS)

/** Takes `cost` (requests, or milliseconds of CPU for `compute`) from what the caller has left, or refuses with 429. A cost of 0 only looks. */
export async function limitRate(c: Context<AppEnv>, policy: RatePolicy, cost = 1): Promise<void> {
  const { config, now } = c.get('service')
  if (config.rateLimits === 'off') return
  const allowance = allowanceOf(config, policy, isKnown(c))
  const key = `${policy} ${callerOf(c, policy)}`
  const nowMs = now()
  const before = windows.take(key, 0, allowance, nowMs)
  const taken = cost === 0 ? before : windows.take(key, cost, allowance, nowMs)
  c.set('rate', { ...taken, policy, allowance })
  if (!taken.allowed) throw refusal(c, taken.resetSeconds)
  // Compute is charged to the binding in whole units, whenever this isolate's count passes one.
  const units =
    policy === 'compute' ? unitsAt(allowance, taken) - unitsAt(allowance, before) : cost === 0 || isSafe(c) ? 0 : 1
  const limiter = limiterOf(c.env, policy, isKnown(c))
  if (limiter === undefined) return
  for (let unit = 0; unit < units; unit += 1) {
    if ((await limiter.limit({ key })).success) continue
    c.set('rate', { ...taken, allowed: false, remaining: 0, policy, allowance })
    throw refusal(c, taken.resetSeconds)
  }
}

const unitsAt = ({ limit }: Allowance, { remaining }: Taken): number =>
  Math.floor((limit - remaining) / COMPUTE_UNIT_MS)

export const isKnown = (c: Context<AppEnv>): boolean => c.get('service').actor.kind !== 'anonymous'
const isSafe = (c: Context<AppEnv>): boolean => ['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)

function callerOf(c: Context<AppEnv>, policy: RatePolicy): string {
  const { actor } = c.get('service')
  if (policy === 'address' || actor.kind === 'anonymous') return clientAddress(c)
  if (actor.kind === 'system') return actor.name
  return actor.kind === 'key' ? actor.keyId : actor.userId
}

function allowanceOf(config: Config, policy: RatePolicy, known: boolean): Allowance {
  if (policy === 'address') return config.rateAddress
  if (policy === 'key') return config.rateKey
  return known ? config.rateComputeKey : config.rateComputeAnonymous
}

function limiterOf(env: Env, policy: RatePolicy, known: boolean): Limiter | undefined {
  if (policy === 'address') return env.LIMITER_ADDRESS
  if (policy === 'key') return env.LIMITER_KEY
  return known ? env.LIMITER_COMPUTE_KEY : env.LIMITER_COMPUTE_ANONYMOUS
}

function refusal(c: Context<AppEnv>, retryAfterSeconds: number): AppError {
  return new AppError(
    'rate-limited',
    sentence(isKnown(c) ? 'requests.rate-limited' : 'requests.rate-limited-anonymous', { seconds: retryAfterSeconds }),
    [],
    { retryAfterSeconds },
  )
}

/** draft-ietf-httpapi-ratelimit-headers, and its older three fields, which more clients read. */
export function rateFields({ policy, allowance, remaining, resetSeconds, allowed }: RateState): [string, string][] {
  const name = policy === 'compute' ? 'compute-ms' : policy
  return [
    ['ratelimit-policy', `"${name}";q=${allowance.limit};w=${allowance.windowSeconds}`],
    ['ratelimit', `"${name}";r=${remaining};t=${resetSeconds}`],
    ['ratelimit-limit', String(allowance.limit)],
    ['ratelimit-remaining', String(remaining)],
    ['ratelimit-reset', String(resetSeconds)],
    ...(allowed ? [] : [['retry-after', String(resetSeconds)] as [string, string]]),
  ]
}
