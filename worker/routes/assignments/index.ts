/** /assignments: what an assessor organisation may look at, past ones included. */
import { Hono } from 'hono'
import { listAssignments } from '../../../db/hub/queries/organisations.ts'
import { withPermission } from '../../http/middleware/organisation.ts'
import { organisationView } from '../../services/organisation/view.ts'
import { validate } from '../../http/validate.ts'
import { decodeCursor, pageOfRows } from '../../contract/cursor.ts'
import { LongPageQuery } from '../../contract/wire.ts'
import { describe } from '../describe.ts'
import { AssignmentList } from '../../contract/assignments.ts'
import type { AppEnv } from '../../http/appEnv.ts'

export const assignments = new Hono<AppEnv>().get(
  '/assignments',
  describe({
    tag: 'Assessor',
    id: 'listAssignments',
    summary: 'Assignments of my assessor organisation',
    ok: AssignmentList,
  }),
  withPermission('assignment:read'),
  validate('query', LongPageQuery),
  async (c) => {
    const { hub, now, organisation } = c.get('room')
    const { cursor, limit } = c.req.valid('query')
    const rows = await listAssignments(hub, organisation.id, limit + 1, decodeCursor(cursor))
    const page = pageOfRows(
      rows.map((row) => ({ ...row, createdAt: row.assignment.endsAt, id: row.assignment.id })),
      limit,
    )
    const nowMs = now()
    return c.json({
      items: page.items.map(({ assignment: a, assessor, city }) => ({
        id: a.id,
        assessor: organisationView(assessor),
        city: organisationView(city),
        purpose: a.purpose,
        actions: a.actions,
        startsAt: a.startsAt,
        endsAt: a.endsAt,
        active: a.startsAt <= nowMs && nowMs < a.endsAt,
      })),
      nextCursor: page.nextCursor,
    })
  },
)
