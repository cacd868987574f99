/** A test whose page is already signed in: `test.use({ visitor })`. The sessions and the addresses of the demonstration were asked for once,
 * by prepare.ts, so that no test signs in again and what one test publishes moves nobody else's page. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test'
import type { Visitor } from './rooms.ts'

export { expect }

/** Where prepare.ts leaves what it found, for every worker of this run. */
export const preparedFolder = (): string => {
  const folder = process.env['JUNHENG_E2E_PREPARED']
  if (folder === undefined) throw new Error('run the browser tests through playwright.config.ts')
  return folder
}
export const sessionFile = (visitor: string): string => join(preparedFolder(), `${visitor}.json`)
export const placesFile = (): string => join(preparedFolder(), 'places.json')

/** A browser of the test's own: for what a browser remembers, and for tests that sign in, change the language or write. */
export const test = base.extend<{ visitor: Visitor }>({
  visitor: [null, { option: true }],
  storageState: async ({ visitor }, use) => use(visitor === null ? undefined : sessionFile(visitor)),
})

/** A new page in the browser that the worker keeps for each visitor, so that the app's code is fetched and compiled once: for tests that only look.
 * It opens at an office screen in Chinese and in the light theme; what a page stored is forgotten after it. */
export const look = test.extend<object, { browsers: Map<Visitor, BrowserContext> }>({
  browsers: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from the pattern
    async ({}, use) => {
      const browsers = new Map<Visitor, BrowserContext>()
      await use(browsers)
      for (const context of browsers.values()) await context.close()
    },
    { scope: 'worker' },
  ],
  page: async ({ browsers, browser, visitor, baseURL }, use) => {
    const kept = browsers.get(visitor)
    const context =
      kept ??
      (await browser.newContext({
        ...(baseURL === undefined ? {} : { baseURL }),
        locale: 'zh-CN',
        colorScheme: 'light',
        reducedMotion: 'reduce',
        viewport: { width: 1366, height: 768 },
        ...(visitor === null ? {} : { storageState: sessionFile(visitor) }),
      }))
    browsers.set(visitor, context)
    const page = await context.newPage()
    await use(page)
    await page.evaluate(() => localStorage.clear()).catch(() => undefined)
    await page.close()
  },
})

/** Fills {publication}, {publications}, {evaluation} and {framework} with what the demonstration holds. */
export function fillPath(path: string): string {
  const places = JSON.parse(readFileSync(placesFile(), 'utf8')) as Record<string, string>
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const place = places[name]
    if (place === undefined || place === '') throw new Error(`the demonstration has no ${name}`)
    return place
  })
}

/** Until the page shows what was asked for (web/router/ready.ts). The surprise: no `expect`, which on every look that does not hold writes down
 * the page's whole accessibility tree for its message: on a long report that takes as long as the page itself. */
export async function ready(page: Page): Promise<void> {
  await page
    .locator('html[data-ready]')
    .waitFor({ state: 'attached', timeout: 15_000 })
    .catch((error: unknown) => {
      throw new Error('the page never came to rest', { cause: error })
    })
}

/** Fills while the page works: what it asks of any host but ours. */
export function requestsElsewhere(page: Page, baseURL: string): readonly string[] {
  const foreign: string[] = []
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(baseURL) && !url.startsWith('data:') && !url.startsWith('blob:')) foreign.push(url)
  })
  return foreign
}
