import { env } from 'cloudflare:workers'
import { createExecutionContext } from 'cloudflare:test'
import { expect, it } from 'vitest'
import { createApp } from '../support/worker-app.ts'

const get = (path: string) => createApp().request(`/api/v1${path}`, {}, env, createExecutionContext())

it.each([
  ['/catalogue', { edition: '2023', counts: { items: 81 } }],
  ['/catalogue?edition=2021', { edition: '2021', counts: { items: 80 } }],
  ['/catalogue/diff', { from: '2021', to: '2023', wordingChangedItems: 41 }],
  ['/pilots', { types: { regional: { nameEn: 'Regional coordination pilot' } } }],
  ['/plan-targets', {}],
])('serves %s to anybody, with a public cache', async (path, expected) => {
  const res = await get(path)
  expect(res.status).toBe(200)
  expect(res.headers.get('cache-control')).toContain('public, max-age=')
  expect(await res.json()).toMatchObject(expected)
})

it('refuses an edition that does not exist', async () => {
  const res = await get('/catalogue?edition=1999')
  expect(res.status).toBe(422)
  expect(await res.json()).toMatchObject({ code: 'invalid', errors: [{ path: 'edition' }] })
})
