import { expect, test } from '@playwright/test'
import { DEMO_ACCOUNTS, DEMO_KEYS, DEMO_PASSWORD } from '../../db/seed/demo/accounts.ts'

test('serves the web, deep links and assets with the right caching', async ({ request }) => {
  const home = await request.get('/')
  expect(home.status()).toBe(200)
  expect(home.headers()['content-type']).toContain('text/html')
  const script = /\/assets\/[\w.-]+\.js/.exec(await home.text())?.[0] ?? ''
  const asset = await request.get(script)
  expect(asset.headers()['cache-control']).toContain('immutable')
  expect((await request.get('/results/some/where')).headers()['content-type']).toContain('text/html')
  const etag = home.headers()['etag'] ?? ''
  expect((await request.get('/', { headers: { 'if-none-match': etag } })).status()).toBe(304)
})

test('answers a script of an older release with 404, never with the start page', async ({ request }) => {
  const gone = await request.get('/assets/Home-00000000.js')
  expect(gone.status()).toBe(404)
  expect(gone.headers()['cache-control']).toBe('no-store')
})

test('sends everything below /api to the Worker', async ({ request }) => {
  const missing = await request.get('/api/v1/nothing-here')
  expect(missing.status()).toBe(404)
  expect(missing.headers()['content-type']).toContain('application/problem+json')
})

test('every demo account signs in', async ({ playwright, baseURL }) => {
  for (const account of DEMO_ACCOUNTS) {
    const person = await playwright.request.newContext({ baseURL: baseURL ?? '' })
    const res = await person.post('/api/v1/session', { data: { email: account.email, password: DEMO_PASSWORD } })
    expect(res.status(), account.email).toBe(200)
    const body = (await res.json()) as { memberships: { role: string; organisation: { isDemo: boolean } }[] }
    expect(body.memberships.map((m) => [m.role, m.organisation.isDemo])).toEqual([[account.role, true]])
    await person.dispose()
  }
})

test('every demo key opens its organisation', async ({ request }) => {
  for (const { key, organisation, scopes } of DEMO_KEYS) {
    const path =
      {
        chengyan: '/cities/chengyan/frameworks',
        luting: '/cities/luting/frameworks',
        'joint-health': '/session',
        hengzhun: '/assignments',
      }[organisation] ?? ''
    const res = await request.get(`/api/v1${path}`, { headers: { authorization: `Bearer ${key}` } })
    expect(res.status(), `${organisation} ${scopes.join(' ')}`).toBe(200)
  }
  expect(
    (
      await request.get('/api/v1/session', { headers: { authorization: 'Bearer jh_demo_nobody_at_all_2026' } })
    ).status(),
  ).toBe(401)
})

test('the home page renders in Chromium without an error in the console', async ({ page }) => {
  const errors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto('/')
  await expect(page.locator('h1').first()).toBeVisible()
  expect(errors).toEqual([])
})
