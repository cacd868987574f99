/** A POST without a body asks for the defaults: read as an empty object. */
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../appEnv.ts'

export const emptyAsObject = createMiddleware<AppEnv>(async function emptyAsObject(c, next) {
  const { raw } = c.req
  if (raw.body === null || raw.headers.get('content-length') === '0') {
    const headers = new Headers(raw.headers)
    headers.set('content-type', 'application/json')
    headers.set('content-length', '2')
    c.req.raw = new Request(raw.url, { method: raw.method, headers, body: '{}' })
  }
  await next()
})
