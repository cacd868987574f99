/** What Hono carries for a request: the bindings, and what the middlewares found out. */
import type { OrganisationContext, ServiceContext, TenantContext } from '../context.ts'
import type { Env } from '../env.ts'
import type { Locale } from '../contract/names.ts'
import type { Allowance, Taken } from '../lib/rateWindows.ts'

export type RatePolicy = 'address' | 'key' | 'compute'

export interface RateState extends Taken {
  readonly policy: RatePolicy
  readonly allowance: Allowance
}

export interface AppEnv {
  Bindings: Env
  Variables: {
    requestId: string
    locale: Locale
    service: ServiceContext
    /** What the last limit that looked at this request has left. */
    rate: RateState
    /** Set by http/middleware/city.ts on routes below /cities/:city. */
    tenant: TenantContext
    /** Set by http/middleware/organisation.ts on routes below /groups/:group and /organisations/:org, and where no organisation is named. */
    room: OrganisationContext
  }
}
