/** The city's indicator dictionary, and the leaves a framework takes from it. */
import { sql } from 'drizzle-orm'
import type { TenantId } from '../../client.ts'

export interface IndicatorRow {
  code: string
  name: string
  nameEn: string
  unit: string
  direction: 'benefit' | 'cost'
  plausibleLow: number | null
  plausibleHigh: number | null
  /** JSON of an IndicatorScale. */
  scale: string | null
}

/** How an indicator is scaled: a bounded one lies between its own bounds. */
export type IndicatorScale =
  | { readonly kind: 'ratio' }
  | { readonly kind: 'bounded'; readonly low: number; readonly high: number }

export const readIndicators = (tenantId: TenantId) =>
  sql<IndicatorRow>`
    SELECT code, name, name_en AS nameEn, unit, direction, plausible_low AS plausibleLow, plausible_high AS plausibleHigh, scale
    FROM indicators WHERE tenant_id = ${tenantId} ORDER BY code`

/** The body of a framework's current version as JSON text; no row when there is no such framework. */
export const readFrameworkBody = (tenantId: TenantId, frameworkId: string) =>
  sql<{ body: string }>`
    SELECT v.body FROM frameworks f JOIN framework_versions v ON v.tenant_id = f.tenant_id AND v.framework_id = f.id AND v.version = f.version
    WHERE f.tenant_id = ${tenantId} AND f.id = ${frameworkId}`
