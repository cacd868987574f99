/** Carries what waits in a region's outbox to the hub. Two databases share no transaction, so every step may run again: the hub's batch is whole and
 * leaves alone what is there, and the mark in the region comes last. Run twice, at once or after a crash anywhere, it loses and doubles nothing. */
import { asTenantId, type TenantId } from '../../db/client.ts'
import { commitBookkeeping } from '../../db/commit.ts'
import { listWaiting, markFailed, markRelayed } from '../../db/region/queries/outbox.ts'
import { KINDS } from './kinds/index.ts'
import type { Carry, RelayContext } from './kind.types.ts'

export interface RelayOutcome {
  readonly relayed: number
  readonly failed: number
}

const BATCH = 20

export async function relayOutbox(
  ctx: RelayContext,
  options: { readonly limit?: number; readonly only?: { readonly tenantId: TenantId; readonly id: string } } = {},
): Promise<RelayOutcome> {
  let relayed = 0
  let failed = 0
  for (const row of await listWaiting(ctx.region, options.limit ?? BATCH, ctx.now(), options.only)) {
    const tenantId = asTenantId(row.tenantId)
    try {
      const marks = await carrierOf(row.kind)(ctx, tenantId, row)
      await commitBookkeeping(ctx.region, [...marks, markRelayed(ctx.region, tenantId, row.id, ctx.now())])
      relayed += 1
    } catch (error) {
      failed += 1
      await commitBookkeeping(ctx.region, [
        markFailed(ctx.region, tenantId, row.id, error instanceof Error ? error.message : String(error)),
      ])
    }
  }
  return { relayed, failed }
}

function carrierOf(kind: string): Carry {
  const carry = Object.entries(KINDS).find(([name]) => name === kind)?.[1]
  if (carry === undefined) throw new Error(`nothing carries an outbox row of kind ${kind}`)
  return carry
}
