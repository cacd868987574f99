/** The trend and parts tabs of an evaluation: what moves, what it rests on, and honest words where there is nothing. */
import { RULES_THAT_ARE_ON, axeFaults } from './axe.ts'
import { expect, fillPath, ready, look as test } from './visit.ts'

test.use({ visitor: 'owner@chengyan.example' })

test('areas’ movement, and the sources of dispersion', async ({ page }) => {
  // Two heavy tabs, each read whole by axe.
  test.slow()
  const errors: string[] = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', (error) => errors.push(error.message))
  const path = fillPath('/c/chengyan/evaluations/{evaluation}')

  await page.goto(`${path}?tab=trends&lang=zh`)
  await ready(page)
  await expect(page.getByRole('heading', { name: '各地是在靠近还是拉开' })).toBeVisible({ timeout: 20_000 })
  // The demonstration has fewer than five periods: a trend is described and never called significant.
  await expect(page.getByText('只描述，不检验').first()).toBeVisible()
  await expect(page.getByText('趋势显著')).toHaveCount(0)
  await expect(page.getByText(/β = .*n = \d+/)).toBeVisible()
  // Five grades under one line of heads.
  await expect(page.getByRole('table', { name: /等级的升降/ }).getByRole('row')).toHaveCount(6)
  await expect(page.getByRole('img', { name: /分布最高处/ })).toBeVisible()
  expect(await axeFaults(page, RULES_THAT_ARE_ON, '#movement')).toEqual([])

  await page.goto(`${path}?tab=parts&lang=en`)
  await ready(page)
  const sources = page.getByRole('table', { name: /Sources of the dispersion/ })
  await expect(sources).toBeVisible({ timeout: 20_000 })
  const shares = await sources.locator('tbody tr td:nth-of-type(2)').allInnerTexts()
  expect(shares.length).toBeGreaterThan(1)
  const total = shares.reduce((sum, text) => sum + Number(text.replace('−', '-').replace('%', '')), 0)
  expect(Math.abs(total - 100)).toBeLessThan(1)
  expect(await axeFaults(page, RULES_THAT_ARE_ON, '#sources')).toEqual([])
  expect(errors).toEqual([])
})
