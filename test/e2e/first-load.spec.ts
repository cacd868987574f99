/** What an old office machine has to fetch before it can read: the first screen's scripts, gzipped. Charts come later. */
import { gzipSync } from 'node:zlib'
import { expect, test, type Response } from '@playwright/test'

const BUDGET_BYTES = 80_000

test('the first load stays within 80 kB of JavaScript and brings no chart library', async ({ page }) => {
  const responses: Response[] = []
  page.on('response', (response) => {
    if (/\.js(\?|$)/.test(response.url())) responses.push(response)
  })
  await page.goto('/')
  await page.waitForLoadState('networkidle')
  const scripts = await Promise.all(
    responses.map(async (response) => {
      const body = await response.body()
      return { url: response.url(), sizeBytes: gzipSync(body).length, text: body.toString('utf8') }
    }),
  )
  expect(scripts.length).toBeGreaterThan(0)
  expect(scripts.reduce((sum, s) => sum + s.sizeBytes, 0)).toBeLessThan(BUDGET_BYTES)
  expect(
    scripts.filter((s) => s.text.includes('registerables') || s.text.includes('chartjs')).map((s) => s.url),
  ).toEqual([])
})

test('nothing is fetched from another host', async ({ page, baseURL }) => {
  const foreign: string[] = []
  page.on('request', (request) => {
    if (
      !request.url().startsWith(baseURL ?? '') &&
      !request.url().startsWith('data:') &&
      !request.url().startsWith('blob:')
    )
      foreign.push(request.url())
  })
  for (const path of ['/', '/methods', '/api', '/compare']) {
    await page.goto(path)
    await page.waitForLoadState('networkidle')
  }
  expect(foreign).toEqual([])
})
