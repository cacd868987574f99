/** How a body is read: only by a route that is there, after its door has let the sender in, up to the route's limit, and no slower than a poor
 * line sends. It is read once and goes on with its length known, so that whatever comes behind (the idempotency key's fingerprint, the
 * validator, the handler) reads it from memory. */
import { createMiddleware } from 'hono/factory'
import { AppError } from '../../contract/problems.ts'
import { sentence } from '../../words/sentence.ts'
import type { AppEnv } from '../appEnv.ts'
import type { Context } from 'hono'

/** For a form's worth of fields; what a door allows unless its route says otherwise. */
export const SMALL_BODY_BYTES = 64_000

/** At a route without a door. */
export const limitBody = (maxSizeBytes: number | ((c: Context<AppEnv>) => number)) =>
  createMiddleware<AppEnv>(async function limitBody(c, next) {
    await receiveBody(c, typeof maxSizeBytes === 'number' ? maxSizeBytes : maxSizeBytes(c))
    await next()
  })

export async function receiveBody(c: Context<AppEnv>, maxSizeBytes: number): Promise<void> {
  const { raw } = c.req
  if (raw.body === null) return
  const stated = statedSize(raw.headers)
  if (stated !== undefined && stated > maxSizeBytes) throw tooLarge(maxSizeBytes)
  const body = await readInTime(c, raw.body, maxSizeBytes)
  const headers = new Headers(raw.headers)
  headers.delete('transfer-encoding')
  headers.set('content-length', String(body.byteLength))
  c.req.raw = new Request(raw, { method: raw.method, headers, body })
}

function tooLarge(maxSizeBytes: number): AppError {
  const size = maxSizeBytes >= 1e6 ? `${maxSizeBytes / 1e6} MB` : `${maxSizeBytes / 1e3} kB`
  return new AppError('too-large', sentence('requests.body-too-large', { size }))
}

/** The runtime holds a sender to the length it states, unless it states chunks. */
function statedSize(headers: Headers): number | undefined {
  const length = headers.get('content-length')
  return length === null || headers.has('transfer-encoding') || !/^\d+$/.test(length) ? undefined : Number(length)
}

/** A sender has a grace, and then as long as what has come would take at the least speed. */
async function readInTime(
  c: Context<AppEnv>,
  stream: ReadableStream<Uint8Array>,
  maxSizeBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const { config, now } = c.get('service')
  const chunks: Uint8Array[] = []
  let sizeBytes = 0
  const startedAt = now()
  const reader = stream.getReader()
  for (;;) {
    const allowedMs = config.bodyGraceMs + (sizeBytes / config.bodyLeastBytesPerSecond) * 1000
    const step = await within(reader.read(), startedAt + allowedMs - now())
    if (step === undefined || sizeBytes + (step.value?.byteLength ?? 0) > maxSizeBytes) {
      // Not awaited: a sender that hangs would hold this up too.
      void reader.cancel().catch(() => undefined)
      throw step === undefined ? new AppError('too-slow') : tooLarge(maxSizeBytes)
    }
    if (step.done) break
    sizeBytes += step.value.byteLength
    chunks.push(step.value)
  }
  const body = new Uint8Array(sizeBytes)
  let at = 0
  for (const chunk of chunks) {
    body.set(chunk, at)
    at += chunk.byteLength
  }
  return body
}

async function within<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), Math.max(0, ms))
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
