/** /groups/:group: the coordination group's room. */
import { Hono } from 'hono'
import { inOrganisation } from '../../http/middleware/organisation.ts'
import { groupOverview } from '../../services/organisation/groupOverview.ts'
import { describe } from '../describe.ts'
import { GroupOverview } from '../../contract/groups.ts'
import type { AppEnv } from '../../http/appEnv.ts'

export const groups = new Hono<AppEnv>().get(
  '/groups/:group',
  describe({ tag: 'Group', id: 'getGroup', summary: 'Member cities and what each has published', ok: GroupOverview }),
  inOrganisation('group', 'group:read'),
  async (c) => c.json(await groupOverview(c.get('room'))),
)
