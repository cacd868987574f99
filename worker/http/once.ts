/** Idempotency-Key on POST: a repeat within a day is answered with what the first request did, and nothing is done again. The key is written in
 * the batch of the act (db/commit.ts), so whenever the process dies, either both are there or neither; no claim is held while an act runs, and of two
 * equal requests at once the later batch aborts. The answer of a repeat is made from what is stored: `again` gets the act's audit row. */
import type { Context } from 'hono'
import * as hubKeys from '../../db/hub/queries/idempotency.ts'
import * as regionKeys from '../../db/region/queries/idempotency.ts'
import { sha256Hex } from '../lib/bytes.ts'
import { sentence } from '../words/sentence.ts'
import { AppError } from '../contract/problems.ts'
import { SMALL_BODY_BYTES } from './middleware/limitBody.ts'
import { wantsLines } from './ndjson.ts'
import { actorLabel, type ServiceContext, type TenantContext } from '../context.ts'
import type { AppEnv } from './appEnv.ts'
import type { DoneAct } from '../../db/act.types.ts'

/** `ctx` says which database the act is committed to: a tenant's is its region, any other the hub. `again` may throw not-found. */
export async function once<Ctx extends ServiceContext | TenantContext, T>(
  c: Context<AppEnv>,
  ctx: Ctx,
  act: (ctx: Ctx) => Promise<T>,
  again: (done: DoneAct) => Promise<T>,
): Promise<T> {
  const key = c.req.header('idempotency-key')
  if (key === undefined) return act(ctx)
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) throw keyFault('bad-key')
  const requestHash = await fingerprint(c)
  const replay = async (done: DoneAct): Promise<T> => {
    if (done.requestHash !== requestHash) throw keyFault('key-reused')
    // The head of a stream is on its way already.
    if (!wantsLines(c)) c.header('idempotency-replayed', 'true')
    try {
      return await again(done)
    } catch (error) {
      throw error instanceof AppError && error.code === 'not-found' ? new AppError('already-done', done.target) : error
    }
  }

  const before = await findDone(ctx, key)
  if (before !== undefined) return replay(before)
  try {
    return await act({ ...ctx, once: { key, requestHash } })
  } catch (error) {
    // Whatever it failed with, a lost answer of the database included: if the key is there by now, the act is done, by this request or its twin.
    const after = await findDone(ctx, key).catch(() => undefined)
    if (after === undefined) throw error
    return replay(after)
  }
}

const findDone = (ctx: ServiceContext | TenantContext, key: string): Promise<DoneAct | undefined> =>
  'region' in ctx
    ? regionKeys.findDone(ctx.region, ctx.tenantId, actorLabel(ctx.actor), key, ctx.now())
    : hubKeys.findDone(ctx.hub, actorLabel(ctx.actor), key, ctx.now())

const keyFault = (code: 'bad-key' | 'key-reused'): AppError =>
  new AppError('invalid', undefined, [{ path: 'Idempotency-Key', code, message: sentence(`requests.${code}`) }])

/** Path, query, type and body. A password is left out: a plain hash of a body that is otherwise known would let it be guessed. */
async function fingerprint(c: Context<AppEnv>): Promise<string> {
  const type = c.req.header('content-type') ?? ''
  const text = /json/i.test(type) ? await c.req.text() : undefined
  // Only forms hold a password; on a body of megabytes the pattern would take long.
  const body =
    text === undefined
      ? await sha256Hex(await c.req.arrayBuffer())
      : text.length > SMALL_BODY_BYTES
        ? text
        : text.replace(/"password"\s*:\s*"(?:[^"\\]|\\.)*"/g, '"password":""')
  return sha256Hex(JSON.stringify([c.req.path, new URL(c.req.url).search, type, body]))
}
