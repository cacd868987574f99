/** /cities/:city/members: who works here. */
import { Hono } from 'hono'
import { listMembers } from '../../../db/hub/queries/organisations.ts'
import { inCity } from '../../http/middleware/city.ts'
import { validate } from '../../http/validate.ts'
import { decodeCursor, pageOfRows } from '../../contract/cursor.ts'
import { LongPageQuery } from '../../contract/wire.ts'
import { describe } from '../describe.ts'
import { MemberList } from '../../contract/members.ts'
import type { AppEnv } from '../../http/appEnv.ts'

export const members = new Hono<AppEnv>().get(
  '/cities/:city/members',
  describe({ tag: 'City', id: 'listMembers', summary: 'Members of the city', ok: MemberList }),
  inCity('member:read'),
  validate('query', LongPageQuery),
  async (c) => {
    const { cursor, limit } = c.req.valid('query')
    const { hub, tenantId } = c.get('tenant')
    const rows = await listMembers(hub, tenantId, limit + 1, decodeCursor(cursor))
    const page = pageOfRows(
      rows.map((m) => ({ ...m, createdAt: m.joinedAt, id: m.userId })),
      limit,
    )
    return c.json({
      items: page.items.map(({ userId, name, email, role, joinedAt }) => ({ userId, name, email, role, joinedAt })),
      nextCursor: page.nextCursor,
    })
  },
)
