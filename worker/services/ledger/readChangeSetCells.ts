/** One change set with a page of its cells. The cursor counts cells: those of an applied set never move. */
import { readBatch } from '../../../db/readBatch.ts'
import { readChangeCells, readChangeSet } from '../../../db/region/queries/changeSets.ts'
import { AppError } from '../../contract/problems.ts'
import { decodeCursor, encodeCursor } from '../../contract/cursor.ts'
import { changeCellView, changeSetView } from './view.ts'
import type { TenantContext } from '../../context.ts'
import type { ChangeSetCells } from '../../contract/ledger.ts'

export async function readChangeSetCells(
  ctx: TenantContext,
  id: string,
  cursor: string | undefined,
  limit: number,
): Promise<ChangeSetCells> {
  const offset = decodeCursor(cursor)?.createdAt ?? 0
  const [[set], cells] = await readBatch(ctx.region, [
    readChangeSet(ctx.tenantId, id),
    readChangeCells(ctx.tenantId, id, offset, limit + 1),
  ])
  if (set === undefined) throw new AppError('not-found')
  return {
    set: changeSetView(set),
    items: cells.slice(0, limit).map(changeCellView),
    nextCursor: cells.length > limit ? encodeCursor({ createdAt: offset + limit, id }) : null,
  }
}
