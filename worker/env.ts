/** Bindings and parsed configuration. A missing binding fails closed; a setting that cannot be read takes its default, which is the careful one.
 * docs/limits.md says what each limit is for. */
import { z } from 'zod'
import { DemoAccount } from './contract/session.ts'
import { REGIONS, type RegionBinding } from '../db/regions.ts'
import { hubDb, regionDb, type HubDb, type RegionDb } from '../db/client.ts'

/** Cloudflare's rate-limiting binding, as far as it is used here. */
export interface Limiter {
  readonly limit: (options: { readonly key: string }) => Promise<{ readonly success: boolean }>
}

export type Env = {
  readonly HUB: D1Database
  readonly ASSETS: Fetcher
  readonly DEMO?: string
  /** JSON of the demonstration's accounts, for its sign-in page. */
  readonly DEMO_ACCOUNTS?: string
  readonly SCRYPT_COST?: string
  /** A secret, at least 32 characters: under it lie the keys that sign the heads of audit logs. Without it nothing is signed. */
  readonly SIGNING_SECRET?: string
  /** Set by the one-machine host only: see http/middleware/handOver.ts. */
  readonly COMPUTE_ORIGIN?: string
  readonly HANDOVER_SECRET?: string
  readonly RATE_LIMITS?: string
  readonly CLIENT_ADDRESS_HEADER?: string
  readonly RATE_ADDRESS?: string
  readonly RATE_KEY?: string
  readonly RATE_COMPUTE_ANONYMOUS?: string
  readonly RATE_COMPUTE_KEY?: string
  readonly COMPUTE_BUDGET_ANONYMOUS_MS?: string
  readonly COMPUTE_BUDGET_KEY_MS?: string
  readonly COMPUTE_BODY_ANONYMOUS_BYTES?: string
  readonly SIGN_IN_PAIR?: string
  readonly SIGN_IN_ADDRESS?: string
  readonly SIGN_IN_ACCOUNT?: string
  readonly HASHES_AT_ONCE?: string
  readonly BODY_GRACE_MS?: string
  readonly BODY_LEAST_BYTES_PER_SECOND?: string
  /** Cloudflare's counters, one for each kind of caller; they see every isolate of a location, the isolate's own only itself. */
  readonly LIMITER_ADDRESS?: Limiter
  readonly LIMITER_KEY?: Limiter
  readonly LIMITER_COMPUTE_ANONYMOUS?: Limiter
  readonly LIMITER_COMPUTE_KEY?: Limiter
  readonly PUBLIC_DATA_LICENCE?: string
} & { readonly [B in RegionBinding]: D1Database }

/** "600/60": so much in so many seconds. */
const allowance = (limit: number, windowSeconds: number) =>
  z
    .string()
    .regex(/^[1-9]\d{0,9}\/[1-9]\d{0,4}$/)
    .transform((text) => {
      const [most = limit, seconds = windowSeconds] = text.split('/').map(Number)
      return { limit: most, windowSeconds: seconds }
    })
    .catch({ limit, windowSeconds })
/** "3/900": so many wrong tries for free, then a delay that doubles up to so many seconds. */
const tries = (free: number, longestSeconds: number) =>
  allowance(free, longestSeconds).transform((a) => ({ free: a.limit, longestSeconds: a.windowSeconds }))
const whole = (least: number, most: number, otherwise: number) =>
  z.coerce.number().int().min(least).max(most).catch(otherwise)

const Config = z.object({
  /** "local" opens the demonstration accounts and keys; only the local seed's server sets it. */
  demo: z.literal('local').nullable().catch(null),
  demoAccounts: z
    .string()
    .transform((text, check): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        check.addIssue('not JSON')
        return z.NEVER
      }
    })
    .pipe(z.array(DemoAccount))
    .catch([]),
  scryptCost: whole(1024, 131072, 16384),
  signingSecret: z.string().min(32).nullable().catch(null),
  /** What the operator says the public data may be used for, a name with or without an address; services/publication/licence.ts reads it. */
  licence: z.string().trim().min(1).max(300).catch('待定'),
  /** "off" opens every rate limit: for tests and while a local server is being seeded. */
  rateLimits: z.enum(['on', 'off']).catch('on'),
  /** The header in which whoever stands in front of us says who called; "" when nobody does. */
  addressHeader: z
    .string()
    .regex(/^[a-z-]*$/)
    .catch('cf-connecting-ip'),
  rateAddress: allowance(600, 60),
  rateKey: allowance(6000, 60),
  rateComputeAnonymous: allowance(20_000, 60),
  rateComputeKey: allowance(120_000, 60),
  budgetAnonymousMs: whole(1, 600_000, 1000),
  budgetKeyMs: whole(1, 600_000, 10_000),
  computeBodyAnonymousBytes: whole(1000, 100_000_000, 12_000_000),
  signInPair: tries(3, 900),
  signInAddress: tries(30, 900),
  signInAccount: tries(10, 60),
  hashesAtOnce: whole(1, 16, 1),
  bodyGraceMs: whole(100, 600_000, 15_000),
  bodyLeastBytesPerSecond: whole(1, 100_000_000, 16_000),
})
export type Config = z.infer<typeof Config>

const known = new WeakMap<Env, Config>()

/** Parsed once for every environment: it is asked for on every request. */
export function readConfig(env: Env): Config {
  const found = known.get(env)
  if (found !== undefined) return found
  const config = parseConfig(env)
  known.set(env, config)
  return config
}

const parseConfig = (env: Env): Config =>
  Config.parse({
    demo: env.DEMO,
    demoAccounts: env.DEMO_ACCOUNTS,
    scryptCost: env.SCRYPT_COST,
    signingSecret: env.SIGNING_SECRET,
    licence: env.PUBLIC_DATA_LICENCE,
    rateLimits: env.RATE_LIMITS,
    addressHeader: env.CLIENT_ADDRESS_HEADER,
    rateAddress: env.RATE_ADDRESS,
    rateKey: env.RATE_KEY,
    rateComputeAnonymous: env.RATE_COMPUTE_ANONYMOUS,
    rateComputeKey: env.RATE_COMPUTE_KEY,
    budgetAnonymousMs: env.COMPUTE_BUDGET_ANONYMOUS_MS,
    budgetKeyMs: env.COMPUTE_BUDGET_KEY_MS,
    computeBodyAnonymousBytes: env.COMPUTE_BODY_ANONYMOUS_BYTES,
    signInPair: env.SIGN_IN_PAIR,
    signInAddress: env.SIGN_IN_ADDRESS,
    signInAccount: env.SIGN_IN_ACCOUNT,
    hashesAtOnce: env.HASHES_AT_ONCE,
    bodyGraceMs: env.BODY_GRACE_MS,
    bodyLeastBytesPerSecond: env.BODY_LEAST_BYTES_PER_SECOND,
  })

export const openHub = (env: Env): HubDb => hubDb(env.HUB)

/** The database of a region, or undefined when this deployment has no binding for it. */
export function openRegion(env: Env, code: string): RegionDb | undefined {
  const region = REGIONS.find((r) => r.code === code)
  if (region === undefined) return undefined
  const binding: D1Database | undefined = env[region.binding]
  return binding === undefined ? undefined : regionDb(binding)
}
