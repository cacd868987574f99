/** Typed handles on the hub and on one region. The brands keep a hub query from being run on a region and a tenant id from being any string. */
import { drizzle, type DrizzleD1Database } from 'drizzle-orm/d1'
import type { Query, SQL } from 'drizzle-orm'

declare const brand: unique symbol
export type TenantId = string & { readonly [brand]: 'TenantId' }
export type HubDb = DrizzleD1Database & { readonly $client: D1Database; readonly [brand]: 'hub' }
export type RegionDb = DrizzleD1Database & {
  readonly $client: D1Database
  readonly [brand]: 'region'
}

/** A write not yet run: a Drizzle query builder, or raw SQL. db/commit.ts compiles and runs them (Drizzle's own D1 batch cannot bind raw SQL). */
export type Statement = { toSQL(): Query } | SQL

/** Guarantee: the binding is the hub's; the only place that may say so. No schema is handed over: queries name their tables, and working out its
 * relations would take longer than a request's own queries are prepared. */
export const hubDb = (d1: D1Database): HubDb => drizzle(d1) as HubDb
/** Guarantee: the binding is a region's; callers take it from db/regions.ts. */
export const regionDb = (d1: D1Database): RegionDb => drizzle(d1) as RegionDb
/** Guarantee: the id was read from the hub for an actor who may enter this tenant, or by a job for its own row. */
export const asTenantId = (id: string): TenantId => id as TenantId
