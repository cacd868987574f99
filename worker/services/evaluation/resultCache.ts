/** Results as the bytes in which this isolate last served them. A run's results never change, so an entry holds for good; that the evaluation still exists, and
 * that the reader may see it, is asked anew each time. Keys begin with the tenant's id. */
import { ByteCache } from '../../lib/byteCache.ts'
import type { TenantContext } from '../../context.ts'

const served = new ByteCache<Uint8Array<ArrayBuffer>>({ mostBytes: 16_000_000 })
const keyOf = (ctx: TenantContext, id: string, what: string): string => `${ctx.tenantId} ${id} ${what}`

export const getResult = (ctx: TenantContext, id: string, what: string): Uint8Array<ArrayBuffer> | undefined =>
  served.get(keyOf(ctx, id, what), ctx.now())
export const putResult = (ctx: TenantContext, id: string, what: string, bytes: Uint8Array<ArrayBuffer>): void =>
  served.put(keyOf(ctx, id, what), bytes, bytes.byteLength, ctx.now())
