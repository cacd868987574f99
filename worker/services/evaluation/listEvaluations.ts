/** A city's evaluations, newest first, page by page. */
import { listEvaluations as query } from '../../../db/region/queries/evaluations.ts'
import { decodeCursor, pageOfRows } from '../../lib/cursor.ts'
import { summaryView } from './view.ts'
import type { TenantContext } from '../../http/context.ts'
import type { EvaluationSummary } from '../../routes/evaluations/schema.ts'

export async function listEvaluations(
  ctx: TenantContext,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: EvaluationSummary[]; nextCursor: string | null }> {
  const page = pageOfRows(await query(ctx.region, ctx.tenantId, limit + 1, decodeCursor(cursor)), limit)
  return { items: page.items.map((row) => summaryView(row)), nextCursor: page.nextCursor }
}
