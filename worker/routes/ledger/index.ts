/** /cities/:city/change-sets: what changed the values of a city, and the life of one cell. */
import { Hono } from 'hono'
import {
  CellHistory,
  CellHistoryQuery,
  ChangeCellsQuery,
  ChangeSetCells,
  ChangeSetPage,
  ListChangeSetsQuery,
} from '../../contract/ledger.ts'
import { inCity } from '../../http/middleware/city.ts'
import { validate } from '../../http/validate.ts'
import { readCellHistory } from '../../services/ledger/readCellHistory.ts'
import { readChangeSetCells } from '../../services/ledger/readChangeSetCells.ts'
import { describe } from '../describe.ts'
import type { AppEnv } from '../../http/appEnv.ts'
import type { ChangeSet } from '../../contract/ledger.ts'
import type { TenantContext } from '../../context.ts'
import type { z } from 'zod'
import { changeSetView } from '../../services/ledger/view.ts'
import { namedIn, sinceMs } from '../../lib/since.ts'
import { decodeCursor, pageOfRows } from '../../contract/cursor.ts'
import { readChangeSets } from '../../../db/region/queries/changeSets.ts'
import { readBatch } from '../../../db/readBatch.ts'

const tag = 'Data'

export const ledger = new Hono<AppEnv>()
  .get(
    '/cities/:city/change-sets',
    describe({
      tag,
      id: 'listChangeSets',
      summary: 'Change sets, newest first',
      ok: ChangeSetPage,
      description:
        'Every change of a value belongs to a change set: an imported file, or the taking back of one. Sets that have been applied are kept as they are, for good; taking one back is a set of its own.',
    }),
    inCity('data:read'),
    validate('query', ListChangeSetsQuery),
    async (c) => c.json(await listChangeSets(c.get('tenant'), c.req.valid('query'))),
  )
  .get(
    '/cities/:city/change-sets/:id',
    describe({
      tag,
      id: 'getChangeSet',
      summary: 'One change set with its cells',
      ok: ChangeSetCells,
      description:
        'Cells by indicator, period and area, each with its value before and after. Names are those of today.',
    }),
    inCity('data:read'),
    validate('query', ChangeCellsQuery),
    async (c) => {
      const { cursor, limit } = c.req.valid('query')
      return c.json(await readChangeSetCells(c.get('tenant'), c.req.param('id'), cursor, limit))
    },
  )
  .get(
    '/cities/:city/observations/history',
    describe({
      tag,
      id: 'getCellHistory',
      summary: 'What happened to one value, the last change first',
      ok: CellHistory,
      description: 'One cell is an indicator, a period and an area. A cell that never held a value has no items.',
    }),
    inCity('data:read'),
    validate('query', CellHistoryQuery),
    async (c) => c.json(await readCellHistory(c.get('tenant'), c.req.valid('query'))),
  )

/** Change sets of the city, newest first. */
async function listChangeSets(
  ctx: TenantContext,
  { cursor, limit, since, state, kind }: z.infer<typeof ListChangeSetsQuery>,
): Promise<{ items: ChangeSet[]; nextCursor: string | null }> {
  const filter = { sinceMs: sinceMs(since), states: namedIn(state), kinds: namedIn(kind) }
  const [rows] = await readBatch(ctx.region, [readChangeSets(ctx.tenantId, decodeCursor(cursor), limit + 1, filter)])
  const page = pageOfRows(rows, limit)
  return { items: page.items.map(changeSetView), nextCursor: page.nextCursor }
}
