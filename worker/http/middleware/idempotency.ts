/** Idempotency-Key on POST: a repeat of the same request gets the first answer again, never a second act. The doors (city.ts, organisation.ts)
 * call it once they have let the actor in, so that a kept answer is for those alone who may still have it; routes without a door keep nothing.
 * Problems, streams and answers that may not be stored (a new API key) are not kept; the key is free again after them. */
import { createMiddleware } from 'hono/factory'
import { claim, findKept, keep, release } from '../../../db/hub/queries/idempotency.ts'
import { commitBookkeeping } from '../../../db/commit.ts'
import { utf8Length } from '../../../db/jsonSlices.ts'
import { D1_LIMITS } from '../../../db/limits.ts'
import { sha256Hex } from '../../lib/bytes.ts'
import { sayIn } from '../../services/say.ts'
import { AppError } from '../errors.ts'
import { PROBLEM_TYPE, logFailure, problemBody } from '../problem.ts'
import { actorLabel, type AppEnv } from '../context.ts'
import type { Context } from 'hono'

export const KEPT_FOR_MS = 24 * 3600 * 1000
const ABANDONED_AFTER_MS = 2 * 60 * 1000

export const idempotency = createMiddleware<AppEnv>(async function idempotency(c, next) {
  const key = c.req.header('idempotency-key')
  if (c.req.method !== 'POST' || key === undefined) return next()
  const { hub, actor: who, locale, now } = c.get('service')
  const say = sayIn(locale)
  if (!/^[\x21-\x7e]{1,200}$/.test(key))
    throw new AppError('invalid', undefined, [
      {
        path: 'Idempotency-Key',
        code: 'bad-key',
        message: say('应为 1–200 个可见的 ASCII 字符', '1–200 visible ASCII characters'),
      },
    ])

  const actor = actorLabel(who)
  const nowMs = now()
  const requestHash = await fingerprint(c)
  if (
    !(await claim(hub, { actor, key, requestHash, createdAt: nowMs }, nowMs - KEPT_FOR_MS, nowMs - ABANDONED_AFTER_MS))
  ) {
    const kept = await findKept(hub, actor, key)
    if (kept === undefined || kept.status === null)
      throw new AppError(
        'conflict',
        say(
          '使用此 Idempotency-Key 的首个请求仍在执行',
          'The first request with this Idempotency-Key is still running',
        ),
      )
    if (kept.requestHash !== requestHash)
      throw new AppError('invalid', undefined, [
        {
          path: 'Idempotency-Key',
          code: 'key-reused',
          message: say('此键已用于另一个请求', 'this key was used for another request'),
        },
      ])
    return new Response(kept.body, {
      status: kept.status,
      headers: {
        'content-type': kept.status < 400 ? 'application/json' : PROBLEM_TYPE,
        'idempotency-replayed': 'true',
      },
    })
  }

  await next()
  const answer = await answerToKeep(c)
  try {
    await commitBookkeeping(hub, [
      answer === null ? release(hub, actor, key) : keep(hub, actor, key, answer.status, answer.body),
    ])
  } catch (error) {
    // The act is done: its answer goes out all the same, and the key stays taken until it counts as abandoned.
    logFailure(c, error)
  }
  return undefined
})

/** What a repeat is to get; null when it may act again. An answer too large for a row is kept as the news that it was given. */
async function answerToKeep(c: Context<AppEnv>): Promise<{ status: number; body: string } | null> {
  const { res } = c
  const isKeepable =
    res.ok &&
    (res.headers.get('content-type') ?? '').startsWith('application/json') &&
    res.headers.get('cache-control') !== 'no-store'
  if (!isKeepable) return null
  const body = await res.clone().text()
  if (utf8Length(body) <= D1_LIMITS.jsonParameterBytes) return { status: res.status, body }
  const done = problemBody(c, 'already-done', res.headers.get('location') ?? undefined)
  return { status: done.status, body: JSON.stringify(done) }
}

/** Path, query, type and body. A password is left out: a plain hash of a body that is otherwise known would let it be guessed. */
async function fingerprint(c: Context<AppEnv>): Promise<string> {
  const type = c.req.header('content-type') ?? ''
  const body = /json/i.test(type)
    ? (await c.req.text()).replace(/"password"\s*:\s*"(?:[^"\\]|\\.)*"/g, '"password":""')
    : await sha256Hex(await c.req.arrayBuffer())
  return sha256Hex(JSON.stringify([c.req.path, new URL(c.req.url).search, type, body]))
}
