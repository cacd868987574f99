/** `asOf` of a query → the change set after which the values are asked for; null when the moment lies before the first. */
import { readBatch } from '../../../db/readBatch.ts'
import { readPosition, type AsOf } from '../../../db/region/queries/asOf.ts'
import { AppError } from '../../contract/problems.ts'
import { sentence, type Sentence } from '../../words/sentence.ts'
import type { TenantContext } from '../../context.ts'
import type { AsOfPosition } from '../../contract/ledger.ts'

export async function requirePosition(ctx: TenantContext, text: string): Promise<AsOfPosition | null> {
  const asOf: AsOf = text.startsWith('set_') ? { setId: text } : { ms: Date.parse(text.replace(' ', '+')) }
  if ('ms' in asOf && Number.isNaN(asOf.ms)) refuse('bad-moment', sentence('ledger.bad-moment', { text }))
  const [[position]] = await readBatch(ctx.region, [readPosition(ctx.tenantId, asOf)])
  if (position === undefined && 'setId' in asOf) refuse('unknown-set', sentence('ledger.unknown-set', { id: text }))
  return position ?? null
}

function refuse(code: string, message: Sentence): never {
  throw new AppError('invalid', undefined, [{ path: 'asOf', code, message }])
}
