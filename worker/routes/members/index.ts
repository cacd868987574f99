/** /cities/:city/members: who works here. */
import { Hono } from 'hono'
import { listMembers } from '../../../db/hub/queries/organisations.ts'
import { inCity } from '../../http/middleware/city.ts'
import { describe } from '../describe.ts'
import { MemberList } from './schema.ts'
import type { AppEnv } from '../../http/context.ts'

export const members = new Hono<AppEnv>().get(
  '/cities/:city/members',
  describe({ tag: 'City', summary: 'Members of the city', ok: MemberList }),
  inCity('member:read'),
  async (c) => c.json({ items: await listMembers(c.get('tenant').hub, c.get('tenant').tenantId) }),
)
