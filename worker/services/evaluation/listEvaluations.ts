/** A city's evaluations, newest first, page by page. */
import { listEvaluations as query } from '../../../db/region/queries/evaluations.ts'
import { decodeCursor, pageOfRows } from '../../contract/cursor.ts'
import { summaryView } from './view.ts'
import type { TenantContext } from '../../context.ts'
import { namedIn, sinceMs } from '../../lib/since.ts'
import type { z } from 'zod'
import type { EvaluationSummary, ListEvaluationsQuery } from '../../contract/evaluations.ts'

export async function listEvaluations(
  ctx: TenantContext,
  { cursor, limit, since, state, period }: z.infer<typeof ListEvaluationsQuery>,
): Promise<{ items: EvaluationSummary[]; nextCursor: string | null }> {
  const page = pageOfRows(
    await query(ctx.region, ctx.tenantId, limit + 1, decodeCursor(cursor), {
      sinceMs: sinceMs(since),
      states: namedIn(state),
      periods: namedIn(period),
    }),
    limit,
  )
  return { items: page.items.map((row) => summaryView(row)), nextCursor: page.nextCursor }
}
