/** What has happened to one cell, the last first. */
import { readBatch } from '../../../db/readBatch.ts'
import { readCellHistory as query, readKnown } from '../../../db/region/queries/changeSets.ts'
import { AppError, type Fault } from '../../contract/problems.ts'
import { decodeCursor, encodeCursor } from '../../contract/cursor.ts'
import { sentence } from '../../words/sentence.ts'
import type { z } from 'zod'
import type { TenantContext } from '../../context.ts'
import type { ChangeSetKind } from '../../ledger/states.ts'
import type { CellChange, CellHistoryQuery } from '../../contract/ledger.ts'

export async function readCellHistory(
  ctx: TenantContext,
  { cursor, limit, ...cell }: z.infer<typeof CellHistoryQuery>,
): Promise<{ items: CellChange[]; nextCursor: string | null }> {
  const [rows, [known]] = await readBatch(ctx.region, [
    query(ctx.tenantId, cell, decodeCursor(cursor)?.createdAt, limit + 1),
    readKnown(ctx.tenantId, cell),
  ])
  const faults: Fault[] = []
  if (known?.indicator !== 1)
    faults.push({
      path: 'indicator',
      code: 'unknown-indicator',
      message: sentence('ledger.unknown-indicator', { code: cell.indicator }),
    })
  if (known?.area !== 1)
    faults.push({
      path: 'area',
      code: 'unknown-area',
      message: sentence('ledger.unknown-area', { code: cell.area }),
    })
  if (faults.length > 0) throw new AppError('invalid', undefined, faults)
  const items = rows.slice(0, limit).map(changeView)
  const last = items.at(-1)
  return {
    items,
    nextCursor:
      rows.length > limit && last !== undefined ? encodeCursor({ createdAt: last.seq, id: last.setId }) : null,
  }
}

/** Guarantee: the lookup table of the region admits no other kinds. */
const changeView = (row: Omit<CellChange, 'kind'> & { kind: string }): CellChange => ({
  ...row,
  kind: row.kind as ChangeSetKind,
})
