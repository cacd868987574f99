/** /publications: published results, for anybody. */
import { Hono } from 'hono'
import { isKnownTag } from '../../http/ifNoneMatch.ts'
import { validate } from '../../http/validate.ts'
import { listPublications } from '../../services/publication/listPublications.ts'
import { servePublication } from '../../services/publication/servePublication.ts'
import { describe } from '../describe.ts'
import { ListPublicationsQuery, Publication, PublicationPage } from './schema.ts'
import type { AppEnv } from '../../http/context.ts'

/** The payload is immutable; `isLatest` may lag by this much. */
const CACHE = 'public, max-age=60, stale-while-revalidate=600'

export const publications = new Hono<AppEnv>()
  .get(
    '/',
    describe({
      tag: 'Public',
      id: 'listPublications',
      summary: 'Published results, newest first',
      ok: PublicationPage,
      public: true,
    }),
    validate('query', ListPublicationsQuery),
    async (c) =>
      c.json(await listPublications(c.get('service'), c.req.valid('query')), 200, {
        'cache-control': 'public, max-age=30',
      }),
  )
  .get(
    '/:id',
    describe({
      tag: 'Public',
      id: 'getPublication',
      etag: true,
      summary: 'One publication: scores, ranks and indices as published',
      ok: Publication,
      public: true,
    }),
    async (c) => {
      const { body, etag } = await servePublication(c.get('service'), c.req.param('id'))
      const headers = { etag, 'cache-control': CACHE }
      if (isKnownTag(c.req.header('if-none-match'), etag)) return c.body(null, 304, headers)
      return c.body(body, 200, { ...headers, 'content-type': 'application/json' })
    },
  )
