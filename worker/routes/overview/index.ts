/** /cities/:city/overview: the dashboard in one answer. */
import { Hono } from 'hono'
import { etag } from 'hono/etag'
import { inCity } from '../../http/middleware/city.ts'
import { readOverview } from '../../services/overview/readOverview.ts'
import { describe } from '../describe.ts'
import { Overview } from '../../contract/overview.ts'
import type { AppEnv } from '../../http/appEnv.ts'

export const overview = new Hono<AppEnv>().get(
  '/cities/:city/overview',
  describe({
    tag: 'City',
    id: 'getOverview',
    etag: true,
    summary: 'Dashboard: latest evaluation, where it hurts, what is due',
    ok: Overview,
  }),
  inCity('city:read'),
  etag(),
  async (c) =>
    c.body(await readOverview(c.get('tenant')), 200, {
      'cache-control': 'private, no-cache',
      'content-type': 'application/json',
    }),
)
