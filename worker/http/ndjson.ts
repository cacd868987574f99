/** Long work answered line by line: one JSON object a line (application/x-ndjson), so that a reader can show progress.
 * Once the first line is out the status is sent; a later failure is a last line with `problem`, in the shape of problem+json. */
import type { Context } from 'hono'
import { classify, problemBody } from './problem.ts'
import type { AppEnv } from './context.ts'

export const wantsLines = (c: Context<AppEnv>): boolean => (c.req.header('accept') ?? '').includes('application/x-ndjson')

/** The first line is produced before the response starts, so that a request refused at once still gets its real status. */
export async function lines(c: Context<AppEnv>, source: AsyncGenerator<unknown, void>): Promise<Response> {
  const encoder = new TextEncoder()
  const encode = (value: unknown): Uint8Array => encoder.encode(`${JSON.stringify(value)}\n`)
  const first = await source.next()
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      if (first.done !== true) controller.enqueue(encode(first.value))
      else controller.close()
    },
    async pull(controller) {
      try {
        const next = await source.next()
        if (next.done === true) controller.close()
        else controller.enqueue(encode(next.value))
      } catch (error) {
        const { code, detail, faults } = classify(error)
        controller.enqueue(encode({ stage: 'failed', done: 0, total: 0, problem: problemBody(c, code, detail, faults) }))
        controller.close()
      }
    },
    async cancel() {
      await source.return()
    },
  })
  return new Response(body, { headers: { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store' } })
}
