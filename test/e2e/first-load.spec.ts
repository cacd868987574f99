/** What an old office machine has to fetch before it can read: the first screen's scripts, gzipped. Charts come later. */
import { gzipSync } from 'node:zlib'
import type { Response } from '@playwright/test'
import { expect, requestsElsewhere, test } from './visit.ts'

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

// Every other screen is watched in screens.spec.ts; this one, with nothing chosen, is none of them.
test('nothing is fetched from another host for an empty comparison', async ({ page, baseURL }) => {
  const foreign = requestsElsewhere(page, baseURL ?? '')
  await page.goto('/compare')
  await page.waitForLoadState('networkidle')
  expect(foreign).toEqual([])
})
