/** A city's frameworks, the one edited last first. */
import { listFrameworks as query } from '../../../db/region/queries/frameworks.ts'
import { decodeCursor, pageOfRows } from '../../contract/cursor.ts'
import { summaryView } from './view.ts'
import type { TenantContext } from '../../context.ts'
import type { FrameworkSummary } from '../../contract/frameworks.ts'

export async function listFrameworks(
  ctx: TenantContext,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ items: FrameworkSummary[]; nextCursor: string | null }> {
  const rows = await query(ctx.region, ctx.tenantId, limit + 1, decodeCursor(cursor))
  const page = pageOfRows(
    rows.map((row) => ({ ...row, createdAt: row.updatedAt })),
    limit,
  )
  return { items: page.items.map((row) => summaryView(row)), nextCursor: page.nextCursor }
}
