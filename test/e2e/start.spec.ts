import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { DEMO_ACCOUNTS, DEMO_KEYS, DEMO_PASSWORD } from '../../db/seed/demo/accounts.ts'
import { build } from '../../scripts/serve/build.ts'

test('what is deployed holds no sign-in of the demonstration', async () => {
  const { web, worker } = await build()
  const scripts = readdirSync(web, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => join(web, name))
  const secrets = [DEMO_PASSWORD, ...DEMO_ACCOUNTS.map((a) => a.email), ...DEMO_KEYS.map((k) => k.key)]
  for (const file of [worker, ...scripts]) {
    const text = readFileSync(file, 'utf8')
    expect(
      secrets.filter((secret) => text.includes(secret)),
      file,
    ).toEqual([])
  }
})

test('serves the web, deep links and assets with the right caching', async ({ request }) => {
  const home = await request.get('/')
  expect(home.status()).toBe(200)
  expect(home.headers()['content-type']).toContain('text/html')
  const script = /\/assets\/[\w.-]+\.js/.exec(await home.text())?.[0] ?? ''
  const asset = await request.get(script)
  expect(asset.headers()['cache-control']).toContain('immutable')
  const deep = await request.get('/c/somewhere/data')
  expect([deep.status(), deep.headers()['content-type']]).toEqual([200, home.headers()['content-type']])
  expect(deep.headers()['content-security-policy']).toBe(home.headers()['content-security-policy'])
  const etag = home.headers()['etag'] ?? ''
  expect((await request.get('/', { headers: { 'if-none-match': etag } })).status()).toBe(304)
})

test('texts come compressed to whoever takes gzip, and plain to whoever does not', async ({ playwright, baseURL }) => {
  const ask = async (path: string, encoding: string) => {
    const context = await playwright.request.newContext({
      ...(baseURL === undefined ? {} : { baseURL }),
      extraHTTPHeaders: { 'accept-encoding': encoding },
    })
    const res = await context.get(path)
    const { headers, text } = { headers: res.headers(), text: await res.text() }
    await context.dispose()
    return { encoding: headers['content-encoding'], vary: headers['vary'] ?? '', etag: headers['etag'], text }
  }
  for (const path of ['/', '/api/v1/pilots']) {
    const [packed, plain, refused] = [
      await ask(path, 'gzip, br'),
      await ask(path, 'identity'),
      await ask(path, 'gzip;q=0'),
    ]
    expect([packed.encoding, plain.encoding, refused.encoding], path).toEqual(['gzip', undefined, undefined])
    expect(packed.text, path).toBe(plain.text)
    expect(packed.vary.toLowerCase(), path).toContain('accept-encoding')
  }
})

test('an address the web has no page for is a 404 that still shows the app', async ({ request, page }) => {
  for (const path of ['/results/some/where', '/wp-login.php', '/c', '/robots.txt/x']) {
    const missing = await request.get(path)
    expect([missing.status(), missing.headers()['cache-control']], path).toEqual([404, 'no-store'])
    expect(await missing.text(), path).toContain('<div id="app">')
  }
  expect((await request.post('/results')).status()).toBe(405)
  await page.goto('/no/such/page')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/没有|找不到|not/i)
})

test('robots and site map name the public pages and every publication', async ({ request, baseURL }) => {
  const robots = await (await request.get('/robots.txt')).text()
  expect(robots).toContain(`Sitemap: ${new URL('/sitemap.xml', baseURL).href}`)
  expect(robots).toContain('Disallow: /c/')
  const map = await request.get('/sitemap.xml')
  expect(map.headers()['content-type']).toContain('application/xml')
  const text = await map.text()
  const { items } = (await (await request.get('/api/v1/publications?latest=false')).json()) as {
    items: { id: string }[]
  }
  expect(items.length).toBeGreaterThan(0)
  for (const { id } of items) expect(text).toContain(`/results/${id}</loc><lastmod>20`)
  for (const page of ['/methods', '/pilots', '/api']) expect(text).toContain(`${page}</loc>`)
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
