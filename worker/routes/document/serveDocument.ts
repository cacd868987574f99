/** /openapi.json: made at the first request, then served as it is. */
import { isKnownTag } from '../../http/ifNoneMatch.ts'
import { sha256Hex } from '../../lib/bytes.ts'
import { publicDataLicence } from '../../services/publication/licence.ts'
import { makeDocument } from './makeDocument.ts'
import type { Context, Hono } from 'hono'
import type { AppEnv } from '../../http/appEnv.ts'

export function serveDocument(app: Hono<AppEnv>) {
  let made: Promise<{ body: string; etag: string }> | undefined
  return async (c: Context<AppEnv>): Promise<Response> => {
    made ??= makeDocument(app, publicDataLicence(c.get('service').config)).then(async (document) => {
      const body = JSON.stringify(document)
      return { body, etag: `"${(await sha256Hex(body)).slice(0, 32)}"` }
    })
    const { body, etag } = await made
    const headers = { etag, 'cache-control': 'public, max-age=300' }
    if (isKnownTag(c.req.header('if-none-match'), etag)) return c.body(null, 304, headers)
    return c.body(body, 200, { ...headers, 'content-type': 'application/json' })
  }
}
