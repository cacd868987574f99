/** How large a body may be. A body sent in chunks is read once, up to the limit, and goes on with its length known, so that whatever
 * comes behind (a tighter limit, the idempotency key's fingerprint, the handler) may ask for either. */
import { createMiddleware } from 'hono/factory'
import { AppError } from '../errors.ts'
import type { AppEnv } from '../context.ts'

/** For a form's worth of fields. */
export const SMALL_BODY_BYTES = 64_000

/** Before every route: nothing larger is read by anybody. */
export const sizedBody = (maxSizeBytes: number) =>
  createMiddleware<AppEnv>(async function sizedBody(c, next) {
    const { raw } = c.req
    if (raw.body !== null && statedSize(raw.headers) === undefined) {
      const body = await readAtMost(raw.body, maxSizeBytes)
      const headers = new Headers(raw.headers)
      headers.delete('transfer-encoding')
      headers.set('content-length', String(body.byteLength))
      c.req.raw = new Request(raw, { method: raw.method, headers, body })
    }
    refuseAbove(maxSizeBytes, c.req.raw.headers)
    await next()
  })

/** At a route: its own, tighter limit. */
export const limitBody = (maxSizeBytes: number) =>
  createMiddleware<AppEnv>(async function limitBody(c, next) {
    refuseAbove(maxSizeBytes, c.req.raw.headers)
    await next()
  })

function refuseAbove(maxSizeBytes: number, headers: Headers): void {
  if ((statedSize(headers) ?? 0) > maxSizeBytes) throw new AppError('too-large')
}

/** The runtime holds a sender to the length it states, unless it states chunks. */
function statedSize(headers: Headers): number | undefined {
  const length = headers.get('content-length')
  return length === null || headers.has('transfer-encoding') || !/^\d+$/.test(length) ? undefined : Number(length)
}

async function readAtMost(stream: ReadableStream<Uint8Array>, maxSizeBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let sizeBytes = 0
  const reader = stream.getReader()
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    sizeBytes += step.value.byteLength
    if (sizeBytes > maxSizeBytes) {
      await reader.cancel()
      throw new AppError('too-large')
    }
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
