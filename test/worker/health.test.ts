import { env } from 'cloudflare:workers'
import { createExecutionContext } from 'cloudflare:test'
import { expect, it } from 'vitest'
import { createApp } from '../support/worker-app.ts'

it('answers that it is up', async () => {
  const res = await createApp().request('/api/v1/health', {}, env, createExecutionContext())
  expect(res.status).toBe(200)
  expect(await res.json()).toMatchObject({ status: 'ok' })
  expect(res.headers.get('x-request-id')).toMatch(/^req_/)
})

it('answers an unknown address with a problem', async () => {
  const res = await createApp().request(
    '/api/v1/nothing',
    { headers: { 'accept-language': 'en' } },
    env,
    createExecutionContext(),
  )
  expect(res.status).toBe(404)
  expect(res.headers.get('content-type')).toContain('application/problem+json')
  expect(await res.json()).toMatchObject({ code: 'not-found', title: 'Not found, or not visible to you' })
})
