/** Texts of results as this isolate last served them. A run's results never change, so an entry holds for good; that the evaluation still exists, and
 * that the reader may see it, is asked anew each time. Keys begin with the tenant's id. */
import { ByteCache } from '../../lib/byteCache.ts'
import type { TenantContext } from '../../http/context.ts'

const texts = new ByteCache<string>({ mostBytes: 16_000_000 })
const keyOf = (ctx: TenantContext, id: string, what: string): string => `${ctx.tenantId} ${id} ${what}`

export const recallResult = (ctx: TenantContext, id: string, what: string): string | undefined => texts.get(keyOf(ctx, id, what), ctx.now())
/** A text takes one or two bytes a character; two are counted. */
export const keepResult = (ctx: TenantContext, id: string, what: string, text: string): void => texts.set(keyOf(ctx, id, what), text, 2 * text.length, ctx.now())
