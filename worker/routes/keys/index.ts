/** /organisations/:org/keys: list, create (shown once), revoke. Only people manage keys: no key carries key:manage. */
import { Hono } from 'hono'
import { listKeys } from '../../../db/hub/queries/keys.ts'
import { inOrganisation } from '../../http/middleware/organisation.ts'
import { validate } from '../../http/validate.ts'
import { decodeCursor, pageOfRows } from '../../contract/cursor.ts'
import { perform } from '../../acts/perform.ts'
import { createKey } from '../../acts/key/createKey.ts'
import { revokeKey } from '../../acts/key/revokeKey.ts'
import { keyView } from '../../services/key/view.ts'
import { describe } from '../describe.ts'
import { ApiKeyPage, CreateApiKey, CreatedApiKey, ListKeysQuery } from '../../contract/keys.ts'
import type { AppEnv } from '../../http/appEnv.ts'

const manage = inOrganisation('org', 'key:manage')

export const keys = new Hono<AppEnv>()
  .get(
    '/organisations/:org/keys',
    describe({
      tag: 'Keys',
      id: 'listApiKeys',
      summary: 'API keys of an organisation, newest first',
      ok: ApiKeyPage,
    }),
    manage,
    validate('query', ListKeysQuery),
    async (c) => {
      const { cursor, limit } = c.req.valid('query')
      const rows = await listKeys(c.get('room').hub, c.get('room').organisation.id, decodeCursor(cursor), limit + 1)
      const page = pageOfRows(rows, limit)
      return c.json({ items: page.items.map(keyView), nextCursor: page.nextCursor })
    },
  )
  .post(
    '/organisations/:org/keys',
    describe({
      tag: 'Keys',
      id: 'createApiKey',
      summary: 'Create a key; it is shown once',
      ok: CreatedApiKey,
      status: 201,
    }),
    manage,
    validate('json', CreateApiKey),
    async (c) =>
      c.json(await perform(createKey, c.get('room'), c.req.valid('json')), 201, {
        'cache-control': 'no-store',
      }),
  )
  .delete(
    '/organisations/:org/keys/:id',
    describe({ tag: 'Keys', id: 'revokeApiKey', summary: 'Revoke a key', status: 204 }),
    manage,
    async (c) => {
      await perform(revokeKey, c.get('room'), c.req.param('id'))
      return c.body(null, 204)
    },
  )
