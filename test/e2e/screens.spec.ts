/** Every screen, in both languages: no error in the console, nothing asked of another host, axe finds nothing, a heading says where one is, and nothing runs off a narrow
 * screen. One visit each: it opens in Chinese in the light theme, and the header's switch and the system take it to English in the dark. */
import type { Page } from '@playwright/test'
import { EVERY_RULE, WORDS_AND_COLOURS, axeFaults } from './axe.ts'
import { JOURNEY_CITIES, SCREENS } from './rooms.ts'
import { expect, fillPath, ready, requestsElsewhere, look as test } from './visit.ts'

const WIDTHS = [320, 390, 768] as const
const DESK = { width: 1366, height: 768 }

for (const screen of SCREENS) {
  test.describe(() => {
    test.use({ visitor: screen.visitor })

    test(`${screen.name} in zh-CN and en`, async ({ page, baseURL }) => {
      const errors: string[] = []
      const foreign = requestsElsewhere(page, baseURL ?? '')
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text())
      })
      page.on('pageerror', (error) => errors.push(error.message))

      await test.step('zh-CN, light', async () => {
        const path = fillPath(screen.path)
        await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=zh-CN`)
        await expectWhole(page, 'zh-CN')
        expect.soft(await axeFaults(page, EVERY_RULE), 'axe in zh-CN, light').toEqual([])
        await expectNoOverflow(page, 'zh-CN')
      })
      await test.step('en, dark', async () => {
        await page.setViewportSize(DESK)
        await page.emulateMedia({ colorScheme: 'dark' })
        await page.locator('.header-lang').click()
        await expectWhole(page, 'en')
        await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
        expect.soft(await axeFaults(page, WORDS_AND_COLOURS), 'axe in en, dark').toEqual([])
        await expectNoOverflow(page, 'en')
      })
      expect(errors, 'errors in the console').toEqual([])
      expect(foreign, 'asked of another host').toEqual([])
    })
  })
}

test('no screen shows a city that a journey changes', () => {
  const changed: readonly string[] = Object.values(JOURNEY_CITIES)
  expect(SCREENS.filter((s) => changed.some((city) => s.path.includes(`/c/${city}`)))).toEqual([])
  expect(new Set(changed).size).toBe(2)
})

async function expectWhole(page: Page, lang: 'zh-CN' | 'en'): Promise<void> {
  await ready(page)
  await expect(page.locator('html')).toHaveAttribute('lang', lang)
  await expect(page.locator('h1').first()).toBeVisible()
  await expect(page.locator('[aria-busy="true"], .skeleton')).toHaveCount(0)
  expect(await page.title()).toContain('均衡 Junheng')
}

async function expectNoOverflow(page: Page, lang: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    const overflow = (): Promise<number> =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    await expect
      .poll(overflow, { message: `sideways scrolling at ${width} px in ${lang}`, intervals: [50, 100, 200, 400] })
      .toBeLessThanOrEqual(0)
  }
}
