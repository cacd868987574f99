/** Imports of the city, newest first. */
import { readBatch } from '../../../db/readBatch.ts'
import { readImports } from '../../../db/region/queries/imports.ts'
import { decodeCursor, pageOfRows } from '../../contract/cursor.ts'
import { importSummaryView } from './view.ts'
import type { TenantContext } from '../../context.ts'
import { namedIn, sinceMs } from '../../lib/since.ts'
import type { z } from 'zod'
import type { ImportSummary, ListImportsQuery } from '../../contract/imports.ts'

export async function listImports(
  ctx: TenantContext,
  { cursor, limit, since, state }: z.infer<typeof ListImportsQuery>,
): Promise<{ items: ImportSummary[]; nextCursor: string | null }> {
  const [rows] = await readBatch(ctx.region, [
    readImports(ctx.tenantId, decodeCursor(cursor), limit + 1, { sinceMs: sinceMs(since), states: namedIn(state) }),
  ])
  const page = pageOfRows(rows, limit)
  return { items: page.items.map((row) => importSummaryView(row)), nextCursor: page.nextCursor }
}
