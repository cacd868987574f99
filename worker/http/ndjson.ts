/** Long work answered line by line: one JSON object a line (application/x-ndjson), so that a reader can show progress. Once the first line
 * is out the status is sent; a later failure is a last line with `problem`, in the shape of problem+json. A computation that nobody reads any
 * more stops; an act that has begun is finished, whether or not its reader stays. */
import type { Context } from 'hono'
import { classifyLogged, problemBody } from './problem.ts'
import { negotiateType } from './negotiate.ts'
import type { AppEnv } from './appEnv.ts'

/** Asked before anything is done; refuses with 406 who wants neither lines nor JSON. */
export const wantsLines = (c: Context<AppEnv>): boolean =>
  negotiateType(c, ['application/json', 'application/x-ndjson']) === 'application/x-ndjson'

/** Computes as fast as the lines are read. The first is produced before the answer starts, so that a request refused at once still gets its real status. */
export async function streamComputation(c: Context<AppEnv>, source: AsyncGenerator<unknown, void>): Promise<Response> {
  const first = await source.next()
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      if (first.done !== true) controller.enqueue(encodeLine(first.value))
      else controller.close()
    },
    async pull(controller) {
      try {
        const next = await source.next()
        if (next.done === true) controller.close()
        else controller.enqueue(encodeLine(next.value))
      } catch (error) {
        controller.enqueue(encodeLine(await failure(c, error)))
        controller.close()
      }
    },
    async cancel() {
      await source.return()
    },
  })
  return answer(body)
}

/** The same as one JSON answer: a space for every step (white space before JSON is JSON), the `result` of the last step at the end. Only a body
 * that is being sent tells that its reader has left. */
export async function streamResult(c: Context<AppEnv>, source: AsyncGenerator<object, void>): Promise<Response> {
  const first = await source.next()
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(piece(first)),
    async pull(controller) {
      try {
        const next = await source.next()
        if (next.done === true) controller.close()
        else controller.enqueue(piece(next))
      } catch (error) {
        // The status is out: what was begun is broken off, so that nobody takes it for an answer.
        await classifyLogged(c, error)
        controller.error(error)
      }
    },
    async cancel() {
      await source.return()
    },
  })
  return new Response(body, { headers: { 'content-type': 'application/json', 'cache-control': 'no-store' } })
}

/** `onProgress` reports a stage and lets other requests of the isolate run; the act is never held up by its reader. */
export function streamAct<Stage extends string, T>(
  c: Context<AppEnv>,
  act: (onProgress: (stage: Stage, done: number, total: number) => Promise<void>) => Promise<T>,
): Response {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const writer = writable.getWriter()
  const send = (line: unknown): void => void writer.write(encodeLine(line)).catch(() => undefined)
  const run = async (): Promise<void> => {
    let [done, total] = [0, 0]
    try {
      const record = await act((stage, d, t) => {
        ;[done, total] = [d, t]
        send({ stage, done, total })
        return new Promise((resolve) => setTimeout(resolve, 0))
      })
      send({ stage: 'done', done: total, total, record })
    } catch (error) {
      send({ ...(await failure(c, error)), done, total })
    }
    await writer.close().catch(() => undefined)
  }
  c.executionCtx.waitUntil(run())
  return answer(readable)
}

async function failure(c: Context<AppEnv>, error: unknown) {
  const { code, detail, faults } = await classifyLogged(c, error)
  return { stage: 'failed', done: 0, total: 0, problem: problemBody(c, code, detail, faults) } as const
}

const encoder = new TextEncoder()
const SPACE = encoder.encode(' ')
const piece = (step: IteratorResult<object, void>): Uint8Array =>
  step.done !== true && 'result' in step.value ? encoder.encode(JSON.stringify(step.value.result)) : SPACE
const encodeLine = (value: unknown): Uint8Array => encoder.encode(`${JSON.stringify(value)}\n`)

/** `x-accel-buffering`: a proxy in front passes lines on as they come. */
const answer = (body: ReadableStream<Uint8Array>): Response =>
  new Response(body, {
    headers: {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    },
  })
