/** /cities/:city/audit: who did what, newest first. */
import { Hono } from 'hono'
import { listAudit } from '../../../db/region/queries/audit.ts'
import { inCity } from '../../http/middleware/city.ts'
import { validate } from '../../http/validate.ts'
import { decodeCursor, pageOfRows } from '../../contract/cursor.ts'
import { sinceMs } from '../../lib/since.ts'
import { describe } from '../describe.ts'
import { AuditPage, ListAuditQuery } from '../../contract/audit.ts'
import type { AppEnv } from '../../http/appEnv.ts'

export const audit = new Hono<AppEnv>().get(
  '/cities/:city/audit',
  describe({ tag: 'City', id: 'listAuditEntries', summary: 'Audit log of the city', ok: AuditPage }),
  inCity('audit:read'),
  validate('query', ListAuditQuery),
  async (c) => {
    const { cursor, limit, since, action } = c.req.valid('query')
    const { region, tenantId } = c.get('tenant')
    const page = pageOfRows(
      await listAudit(region, tenantId, decodeCursor(cursor), limit + 1, sinceMs(since), action),
      limit,
    )
    return c.json({
      items: page.items.map(({ id, seq, actor, action, target, detail, requestId, createdAt }) => ({
        id,
        seq,
        actor,
        action,
        target,
        detail,
        requestId,
        createdAt,
      })),
      nextCursor: page.nextCursor,
    })
  },
)
