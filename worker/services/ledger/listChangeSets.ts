/** Change sets of the city, newest first. */
import { readBatch } from '../../../db/readBatch.ts'
import { readChangeSets } from '../../../db/region/queries/changeSets.ts'
import { decodeCursor, pageOfRows } from '../../contract/cursor.ts'
import { namedIn, sinceMs } from '../../lib/since.ts'
import { changeSetView } from './view.ts'
import type { z } from 'zod'
import type { TenantContext } from '../../context.ts'
import type { ChangeSet, ListChangeSetsQuery } from '../../contract/ledger.ts'

export async function listChangeSets(
  ctx: TenantContext,
  { cursor, limit, since, state, kind }: z.infer<typeof ListChangeSetsQuery>,
): Promise<{ items: ChangeSet[]; nextCursor: string | null }> {
  const filter = { sinceMs: sinceMs(since), states: namedIn(state), kinds: namedIn(kind) }
  const [rows] = await readBatch(ctx.region, [readChangeSets(ctx.tenantId, decodeCursor(cursor), limit + 1, filter)])
  const page = pageOfRows(rows, limit)
  return { items: page.items.map(changeSetView), nextCursor: page.nextCursor }
}
