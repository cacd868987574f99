/** The second process of the one-machine host: no database, no credentials, only what the first one passes on under their secret. */
import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { createApp } from '../../worker/app.ts'
import type { Env } from '../../worker/env.ts'

// What the host hands to the second process.
const second = { SCRYPT_COST: '1024', HANDOVER_SECRET: 'secret-of-the-test' } as unknown as Env
const ask = (where: Env, headers: Record<string, string> = {}) =>
  createApp().request(
    '/api/v1/compute/indices',
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ values: [1, 2, 3] }),
    },
    where,
    createExecutionContext(),
  )
const told = (secret: string) => ({
  'x-junheng-handover': encodeURIComponent(JSON.stringify({ secret, actor: { kind: 'anonymous' } })),
})

it('computes for the first process without any database', async () => {
  const res = await ask(second, told('secret-of-the-test'))
  expect([res.status, await res.json()]).toMatchObject([200, { n: 3 }])
})

it.each([
  ['nothing', {}],
  ['another secret', told('guess')],
  ['junk', { 'x-junheng-handover': '%' }],
])('refuses who comes with %s', async (_, headers) => {
  expect((await ask(second, headers)).status).toBe(401)
})

it('is a header like any other where there is no second process', async () => {
  expect((await ask(env, told('guess'))).status).toBe(200)
})
