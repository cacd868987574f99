/** Every screen, in both languages: no error in the console, axe finds nothing, a heading says where one is, and nothing runs off a narrow screen. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { SCREENS, fillPath, signIn } from './rooms.ts'

/** Rows and entries after the first few repeat their shape; axe measures every cell's contrast, which takes it 20 s on a large table. */
const REPEATED = ['tbody tr:nth-child(n+5)', '.api-operation:nth-of-type(n+4)']
const WIDTHS = [320, 390, 768] as const

for (const screen of SCREENS) {
  for (const lang of ['zh-CN', 'en'] as const) {
    test(`${screen.name} in ${lang}`, async ({ page }) => {
      const errors: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text())
      })
      page.on('pageerror', (error) => errors.push(error.message))
      await signIn(page.request, screen.visitor)
      const path = await fillPath(page.request, screen.path)
      await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: lang === 'en' ? 'dark' : 'light' })
      await page.setViewportSize({ width: 1366, height: 768 })
      await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`)
      await expect(page.locator('h1').first()).toBeVisible()
      await page.waitForLoadState('networkidle')
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
      expect(await page.locator('html').getAttribute('lang')).toBe(lang)
      expect(await page.title()).toContain('均衡 Junheng')

      const axe = new AxeBuilder({ page }).exclude(REPEATED)
      // Structure is the same in both languages: the second visit looks at what words and the dark theme can change.
      if (lang === 'zh-CN') axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      else
        axe.withRules([
          'color-contrast',
          'button-name',
          'link-name',
          'label',
          'image-alt',
          'role-img-alt',
          'svg-img-alt',
          'html-lang-valid',
          'valid-lang',
        ])
      const { violations } = await axe.analyze()
      expect(
        violations.map(
          (v) =>
            `${v.id}: ${v.nodes
              .slice(0, 3)
              .map((n) => n.target.join(' '))
              .join(' | ')}`,
        ),
      ).toEqual([])

      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 })
        const overflow = (): Promise<number> =>
          page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
        await expect
          .poll(overflow, { message: `sideways scrolling at ${width} px`, intervals: [50, 100, 200, 400] })
          .toBeLessThanOrEqual(0)
      }
      expect(errors).toEqual([])
    })
  }
}
