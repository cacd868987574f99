/** Line by line: who leaves stops a computation and never an act, and a failure on the way is a last line. */
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { streamComputation } from '../../worker/http/ndjson.ts'
import { request } from '../../worker/http/middleware/request.ts'
import { mintCity } from '../support/worker-city.ts'
import type { AppEnv } from '../../worker/http/appEnv.ts'
import type { ImportRecord } from '../../worker/contract/imports.ts'

async function stream(source: () => AsyncGenerator<unknown, void>): Promise<Response> {
  const ctx = createExecutionContext()
  const app = new Hono<AppEnv>().use(request).get('/', (c) => streamComputation(c, source()))
  const res = await app.request('/', {}, env, ctx)
  await waitOnExecutionContext(ctx)
  return res
}

it('stops computing when nobody reads any more', async () => {
  let [computed, isStopped] = [0, false]
  const res = await stream(async function* count() {
    try {
      for (;;) yield { done: (computed += 1) }
    } finally {
      isStopped = true
    }
  })
  const reader = res.body?.getReader()
  await reader?.read()
  await reader?.cancel()
  expect(isStopped).toBe(true)
  expect(computed).toBeLessThan(10)
})

it('ends in a line that says what failed, and nothing of a cause that is ours', async () => {
  const res = await stream(async function* fail() {
    yield { done: 1 }
    throw new Error('the secret cause')
  })
  const lines = (await res.text()).trim().split('\n')
  expect(JSON.parse(lines[1] ?? '')).toMatchObject({
    stage: 'failed',
    problem: { code: 'internal', status: 500, requestId: expect.stringMatching(/^req_/) as unknown },
  })
  expect(lines.join('')).not.toContain('secret')
})

it('finishes an act whose reader has left', async () => {
  const city = await mintCity({ areas: 2, framework: true })
  const { id } = await (
    await city.request('imports', {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: '地区代码,时期,doctors\nA01,2024,2\n',
    })
  ).json<ImportRecord>()
  const res = await city.request(`imports/${id}/commit`, {
    method: 'POST',
    headers: { accept: 'application/x-ndjson' },
  })
  await res.body?.cancel()
  await expect
    .poll(async () => (await (await city.request(`imports/${id}`)).json<ImportRecord>()).state)
    .toBe('committed')
})
