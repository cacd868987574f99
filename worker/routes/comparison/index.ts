/** /comparison: published values of several cities, from the hub alone. */
import { Hono } from 'hono'
import { isKnownTag } from '../../http/ifNoneMatch.ts'
import { validate } from '../../http/validate.ts'
import { serveComparison } from '../../services/comparison/serveComparison.ts'
import { describe } from '../describe.ts'
import { RELEASED_CACHE } from '../public/releasedCache.ts'
import { CompareQuery, Comparison } from '../../contract/comparison.ts'
import type { AppEnv } from '../../http/appEnv.ts'

export const comparison = new Hono<AppEnv>().get(
  '/',
  describe({
    tag: 'Public',
    id: 'comparePublications',
    etag: true,
    summary: 'Published values of several cities side by side',
    description: 'City-level values only, with notes on what limits reading them together.',
    ok: Comparison,
    public: true,
    problems: [404, 410],
  }),
  validate('query', CompareQuery),
  async (c) => {
    const { body, etag } = await serveComparison(c.get('service'), c.req.valid('query').publications)
    const headers = { etag, 'cache-control': RELEASED_CACHE }
    if (isKnownTag(c.req.header('if-none-match'), etag)) return c.body(null, 304, headers)
    return c.body(body, 200, { ...headers, 'content-type': 'application/json' })
  },
)
