/** The requests that the reference shows work when they are sent, and the engine answers what the reference says. */
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { EXAMPLES } from '../../worker/routes/document/examples.ts'
import { createApp } from '../support/worker-app.ts'
import { mintCity } from '../support/worker-city.ts'

const app = createApp()
const computes = Object.keys(EXAMPLES).filter((id) => id.startsWith('compute'))

it.each(computes)('%s', async (id) => {
  const ctx = createExecutionContext()
  const res = await app.request(
    `/api/v1/compute/${id.slice('compute'.length).toLowerCase()}`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(EXAMPLES[id]?.request),
    },
    env,
    ctx,
  )
  await waitOnExecutionContext(ctx)
  const answer = await res.json()
  expect(res.status, JSON.stringify(answer)).toBe(200)
  const said = EXAMPLES[id]?.answer?.()
  if (said !== undefined) expect(answer).toEqual(JSON.parse(JSON.stringify(said)))
})

it('those that write', async () => {
  const city = await mintCity()
  const first = { 'if-none-match': '*' }
  const send = async (id: string, method: string, path: string, headers: Record<string, string> = {}) => {
    const res = await city.request(path, { method, headers, json: EXAMPLES[id]?.request })
    expect([200, 201], `${id}: ${await res.clone().text()}`).toContain(res.status)
    return res.json<{ id: string }>()
  }
  await send('putAreas', 'PUT', 'areas', first)
  await send('putPopulations', 'PUT', 'populations', first)
  const { id } = await send('createFramework', 'POST', 'frameworks')
  await send('updateFramework', 'PUT', `frameworks/${id}`, { 'if-match': '*' })
  await send('createApiKey', 'POST', `/api/v1/organisations/${city.organisation.id}/keys`)
  expect(computes.length + 5).toBe(Object.keys(EXAMPLES).length)
})
