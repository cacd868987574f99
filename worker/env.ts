/** Bindings and parsed configuration. A missing binding fails closed. */
import { z } from 'zod'
import { REGIONS, type RegionBinding } from '../db/regions.ts'
import { hubDb, regionDb, type HubDb, type RegionDb } from '../db/client.ts'

export type Env = {
  readonly HUB: D1Database
  readonly ASSETS: Fetcher
  readonly DEMO?: string
  readonly SCRYPT_COST?: string
  /** Set by the one-machine host only: see http/middleware/handOver.ts. */
  readonly COMPUTE_ORIGIN?: string
  readonly HANDOVER_SECRET?: string
  readonly PUBLIC_DATA_LICENCE?: string
} & { readonly [B in RegionBinding]: D1Database }

const Config = z.object({
  /** "local" opens the demonstration accounts and keys; only the local seed's server sets it. */
  demo: z.literal('local').nullable().catch(null),
  scryptCost: z.coerce.number().int().min(1024).max(131072).catch(16384),
  /** What the operator says the public data may be used for, a name with or without an address; services/publication/licence.ts reads it. */
  licence: z.string().trim().min(1).max(300).catch('待定'),
})
export type Config = z.infer<typeof Config>

export const readConfig = (env: Env): Config =>
  Config.parse({ demo: env.DEMO, scryptCost: env.SCRYPT_COST, licence: env.PUBLIC_DATA_LICENCE })

export const openHub = (env: Env): HubDb => hubDb(env.HUB)

/** The database of a region, or undefined when this deployment has no binding for it. */
export function openRegion(env: Env, code: string): RegionDb | undefined {
  const region = REGIONS.find((r) => r.code === code)
  if (region === undefined) return undefined
  const binding: D1Database | undefined = env[region.binding]
  return binding === undefined ? undefined : regionDb(binding)
}
