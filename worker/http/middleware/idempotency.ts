/** Idempotency-Key on POST: a repeat of the same request gets the first answer again, never a second act.
 * Answers that may not be stored (a new API key, streams) and problems are not kept; the key is free again after them. */
import { createMiddleware } from 'hono/factory'
import { claim, findKept, keep, release } from '../../../db/hub/queries/idempotency.ts'
import { commitBookkeeping } from '../../../db/commit.ts'
import { sha256Hex } from '../../lib/bytes.ts'
import { AppError } from '../errors.ts'
import { actorLabel, type AppEnv } from '../context.ts'

export const KEPT_FOR_MS = 24 * 3600 * 1000
const ABANDONED_AFTER_MS = 2 * 60 * 1000
const KEPT_BYTES = 500_000

export const idempotency = createMiddleware<AppEnv>(async function idempotency(c, next) {
  const key = c.req.header('idempotency-key')
  const service = c.get('service')
  if (c.req.method !== 'POST' || key === undefined || service.actor.kind === 'anonymous') return next()
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) throw new AppError('invalid', undefined, [{ path: 'Idempotency-Key', code: 'bad-key', message: '1–200 visible ASCII characters' }])

  const { hub } = service
  const actor = actorLabel(service.actor)
  const nowMs = service.now()
  const requestHash = await fingerprint(c.req.path, new URL(c.req.url).search, c.req.header('content-type'), c.req.header('content-length'), () => c.req.text())
  if (!(await claim(hub, { actor, key, requestHash, createdAt: nowMs }, nowMs - KEPT_FOR_MS, nowMs - ABANDONED_AFTER_MS))) {
    const kept = await findKept(hub, actor, key)
    if (kept === undefined || kept.status === null) throw new AppError('conflict', 'Idempotency-Key: the first request with this key is still running')
    if (kept.requestHash !== requestHash) throw new AppError('invalid', undefined, [{ path: 'Idempotency-Key', code: 'key-reused', message: 'this key was used for another request' }])
    return new Response(kept.body, { status: kept.status, headers: { 'content-type': 'application/json', 'idempotency-replayed': 'true' } })
  }

  await next()
  const keepable = c.res.ok && (c.res.headers.get('content-type') ?? '').startsWith('application/json') && c.res.headers.get('cache-control') !== 'no-store'
  const body = keepable ? await c.res.clone().text() : ''
  await commitBookkeeping(hub, [keepable && body.length <= KEPT_BYTES ? keep(hub, actor, key, c.res.status, body) : release(hub, actor, key)])
  return undefined
})

/** Path, query and, for JSON, the body. A file upload is told apart by its type and length: reading it here would hold it twice in memory. */
async function fingerprint(path: string, search: string, type: string | undefined, length: string | undefined, text: () => Promise<string>): Promise<string> {
  const body = /json/i.test(type ?? '') ? await text() : `${type ?? ''} ${length ?? ''}`
  return sha256Hex(JSON.stringify([path, search, body]))
}
