/** Anybody verifies: a kept file without a network, a changed digit that is named, a file that is none, and a publication by its link or digest. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { ROOT } from '../support/sources.ts'
import words from '../../web/words/zh-CN/verify.ts'
import { EVERY_RULE, axeFaults } from './axe.ts'
import { expect, fillPath, ready, test } from './visit.ts'

const OPEN = readFileSync(join(ROOT, 'test/fixtures/bundle@1/open.json'), 'utf8')
const WITHHELD = readFileSync(join(ROOT, 'test/fixtures/bundle@1/withheld.json'), 'utf8')
const PROOF = readFileSync(join(ROOT, 'test/fixtures/proof@1/city.json'), 'utf8')

const choose = async (page: Page, name: string, text: string): Promise<void> => {
  await page.locator('#bundle').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text, 'utf8') })
  await ready(page)
}
const verdict = (page: Page) => page.getByRole('main').locator('.notice-title')
const sound = async (page: Page): Promise<void> => {
  expect(await axeFaults(page, EVERY_RULE)).toEqual([])
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBeLessThanOrEqual(0)
}

test('a kept bundle verifies offline; one changed digit is named; what is no bundle says so', async ({
  page,
  context,
}) => {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  await page.setViewportSize({ width: 320, height: 800 })
  await page.goto('/verify?lang=zh-CN')
  await ready(page)
  await expect(page.getByText(words.emptyTitle)).toBeVisible()
  await sound(page)
  await context.setOffline(true)

  await choose(page, 'open.json', OPEN)
  await expect(verdict(page)).toHaveText(words['verdict.verified'])
  await expect(page.locator('.verify-check')).toHaveCount(7)
  await expect(page.locator('.verify-passed')).toHaveCount(6)
  await expect(page.getByText(words.origin)).toBeVisible()
  await sound(page)

  await choose(page, 'withheld.json', WITHHELD)
  await expect(verdict(page)).toHaveText(words['verdict.consistent'])
  await expect(page.locator('.verify-unable')).toHaveCount(4)
  await expect(page.locator('.verify-failed')).toHaveCount(0)

  await choose(page, 'proof.json', PROOF)
  await expect(verdict(page)).toHaveText(words.proofHolds)
  await sound(page)
  await choose(page, 'proof.json', PROOF.replace('"index":140', '"index":141'))
  await expect(verdict(page)).toHaveText(words.proofFails)

  const bundle = JSON.parse(OPEN) as {
    head: { areas: { name: string }[] }
    nodes: { nodes: { code: string; name: string }[] }
    periods: { period: string; scores: Record<string, number[]> }[]
  }
  const scores = bundle.periods[2]?.scores['JH'] ?? []
  scores[1] = 12.5
  await choose(page, 'changed.json', JSON.stringify(bundle))
  await expect(verdict(page)).toHaveText(words['verdict.differs'])
  const difference = page.locator('.verify-difference')
  for (const part of [
    bundle.periods[2]?.period ?? '?',
    bundle.head.areas[1]?.name ?? '?',
    bundle.nodes.nodes.find((n) => n.code === 'JH')?.name ?? '?',
    words['field.score'],
    '12.5',
    'scores.JH[1]',
  ])
    await expect(difference).toContainText(part)
  await expect(page.getByText(words.numbersChanged)).toBeVisible()
  await sound(page)

  await choose(page, 'cut.json', OPEN.slice(0, 3000))
  await expect(verdict(page)).toHaveText(words['bad.not-json'])
  await choose(page, 'inputs.json', JSON.stringify({ snapshot: {} }))
  await expect(verdict(page)).toHaveText(words['bad.no-format'])
  expect(errors).toEqual([])
})

test('a link from the result verifies it, a digest finds it, and what cannot be found is said beside the field', async ({
  page,
}) => {
  await page.goto(`${fillPath('/results/{publication}')}?lang=zh-CN`)
  await ready(page)
  await page.getByRole('link', { name: words.short, exact: true }).click()
  await page.waitForURL(/\/verify\?of=pub_/)
  await ready(page)
  await expect(verdict(page)).toHaveText(words['verdict.verified'])
  await expect(page.locator('.verify-passed')).toHaveCount(7)

  const digest = (await page.locator('.verify-facts code', { hasText: 'sha256:' }).last().textContent()) ?? ''
  expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/)
  const field = page.getByLabel(words.of)
  await field.fill(digest)
  await page.keyboard.press('Enter')
  await page.waitForURL(/of=sha256/)
  await ready(page)
  await expect(verdict(page)).toHaveText(words['verdict.verified'])

  for (const [typed, said] of [
    ['', words.ofMissing],
    ['somewhere', words.ofUnknown],
    ['https://elsewhere.example/results/pub_1', words.ofElsewhere],
    [`sha256:${'0'.repeat(64)}`, words.noDigest],
  ] as const) {
    await field.fill(typed)
    await page.keyboard.press('Enter')
    await ready(page)
    await expect(page.locator('#of-error')).toContainText(said)
  }
  await field.fill('pub_nothing')
  await page.keyboard.press('Enter')
  await ready(page)
  await expect(page.locator('.notice')).toBeVisible()
  await expect(page.locator('.verify-check')).toHaveCount(0)
})

test('the verifier is served as one file', async ({ page }) => {
  const res = await page.request.get('/verify.mjs')
  expect(res.status()).toBe(200)
  expect(res.headers()['content-type']).toMatch(/javascript/)
  expect(await res.text()).toContain('junheng/bundle@1')
})
