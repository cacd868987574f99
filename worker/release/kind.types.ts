/** What the registry of outbox kinds holds: how a row of a kind gets to the hub. */
import type { HubDb, RegionDb, Statement, TenantId } from '../../db/client.ts'
import type { WaitingRow } from '../../db/region/queries/outbox.ts'

export interface RelayContext {
  readonly region: RegionDb
  readonly hub: HubDb
  readonly now: () => number
}

/** Carries one row: all of it in one batch of the hub, which may run again and in any order with others. What it answers goes into the region's batch
 * that marks the row as carried. */
export type Carry = (ctx: RelayContext, tenantId: TenantId, row: WaitingRow) => Promise<readonly Statement[]>
