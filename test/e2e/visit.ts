/** A test whose page is already signed in: `test.use({ visitor })`. The sessions and the addresses of the demonstration were asked for once,
 * by prepare.ts, so that no test signs in again and what one test publishes moves nobody else's page. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
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

export const test = base.extend<{ visitor: Visitor }>({
  visitor: [null, { option: true }],
  storageState: async ({ visitor }, use) => use(visitor === null ? undefined : sessionFile(visitor)),
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
