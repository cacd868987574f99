/** NDJSON progress of a long act: one line a stage, the last with the record or the problem. Without `Accept: application/x-ndjson`
 * the same act answers once. The status is sent before the outcome is known, so a stream is always 200. */
import type { Context } from 'hono'
import { classify, problemBody } from '../../http/problem.ts'
import type { AppEnv } from '../../http/context.ts'
import type { Progress } from '../../services/import/checkFile.ts'
import type { ImportProgress, ImportRecord } from './schema.ts'

export const wantsProgress = (c: Context<AppEnv>): boolean => /\bapplication\/x-ndjson\b/.test(c.req.header('accept') ?? '')
export const silent: Progress = () => undefined

export function progressStream(c: Context<AppEnv>, act: (onProgress: Progress) => Promise<ImportRecord>): Response {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const writer = writable.getWriter()
  const encoder = new TextEncoder()
  // Never awaited during the act: a reader who is slow or gone must not hold it up between two writes.
  const send = (line: ImportProgress): void => void writer.write(encoder.encode(`${JSON.stringify(line)}\n`)).catch(() => undefined)
  const run = async (): Promise<void> => {
    let done = 0
    let total = 0
    try {
      const record = await act((stage, d, t) => {
        done = d
        total = t
        send({ stage, done, total })
        return nextTurn()
      })
      send({ stage: 'done', done: total, total, record })
    } catch (error) {
      const { code, detail, faults } = classify(error)
      // oxlint-disable-next-line no-console -- the structured log of a failure nobody expected
      if (code === 'internal') console.error(JSON.stringify({ level: 'error', requestId: c.get('requestId'), path: c.req.path, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }))
      send({ stage: 'failed', done, total, problem: problemBody(c, code, detail, faults) })
    }
    await writer.close().catch(() => undefined)
  }
  c.executionCtx.waitUntil(run())
  return c.body(readable, 200, { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
}

/** Lets what was written leave, and other requests of the isolate run. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))
