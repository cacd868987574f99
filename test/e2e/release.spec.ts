/** A result on its way: reviewed, published as a correction, read by anybody, and withdrawn. */
import type { Page } from '@playwright/test'
import { DEMO_PASSWORD } from '../../db/seed/demo/accounts.ts'
import enRelease from '../../web/words/en/release.ts'
import zhRelease from '../../web/words/zh-CN/release.ts'
import zhWorkspace from '../../web/words/zh-CN/workspace.ts'
import { EVERY_RULE, axeFaults } from './axe.ts'
import { expect, ready, test } from './visit.ts'

/** Whose publications no other test looks at. */
const CITY = 'huaiyi'

interface Listed {
  readonly items: readonly {
    readonly id: string
    readonly frameworkId: string
    readonly publicationId: string | null
  }[]
}

test('a correction is reviewed, published, read and withdrawn', async ({ page }) => {
  test.setTimeout(90_000)
  await page.setViewportSize({ width: 1366, height: 768 })
  const signedIn = await page.request.post('/api/v1/session', {
    data: { email: `owner@${CITY}.example`, password: DEMO_PASSWORD },
  })
  expect(signedIn.ok()).toBe(true)
  const api = `/api/v1/cities/${CITY}`
  const { items } = (await (await page.request.get(`${api}/evaluations?state=published`)).json()) as Listed
  const [before] = items
  const made = await page.request.post(`${api}/evaluations`, {
    data: { title: '更正后的评价', frameworkId: before?.frameworkId, periods: ['2023', '2024'] },
  })
  const { id } = (await made.json()) as { id: string }

  await test.step('reviewed, with a note', async () => {
    await page.goto(`/c/${CITY}/evaluations/${id}`)
    await ready(page)
    await page.getByRole('button', { name: zhRelease.acts.review }).click()
    await page.getByLabel(zhRelease.note).fill('口径已核对')
    await page.getByRole('dialog').getByRole('button', { name: zhRelease.acts.review }).click()
    await expect(page.getByRole('main').getByText(zhRelease.states.reviewed, { exact: true })).toBeVisible()
    await page.getByText(zhRelease.steps, { exact: true }).click()
    await expect(page.getByText('口径已核对')).toBeVisible()
  })

  await test.step('sent back only with a reason', async () => {
    await page.getByRole('button', { name: zhRelease.acts.return }).click()
    await page.getByRole('dialog').getByRole('button', { name: zhRelease.acts.return }).click()
    await expect(page.getByText(zhRelease.needReason)).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('published as a correction', async () => {
    await page.getByRole('button', { name: zhWorkspace.publish, exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('全部公开', { exact: true }).click()
    await dialog.getByLabel(zhRelease.corrects).check()
    await dialog.getByLabel(zhRelease.which).selectOption(before?.publicationId ?? '')
    await dialog.getByLabel(zhWorkspace.publishConfirm).check()
    const publish = dialog.getByRole('button', { name: zhWorkspace.publishAct })
    await publish.click()
    await expect(dialog.getByText(zhRelease.needReason)).toBeVisible()
    expect(await axeFaults(page, EVERY_RULE)).toEqual([])
    await dialog.getByLabel(zhRelease.whatWasWrong).fill('2022 年以前的数据口径不一致')
    await dialog.getByLabel(zhWorkspace.publishConfirm).check()
    await publish.click()
    await expect(page.getByRole('main').getByText(zhRelease.states.published, { exact: true })).toBeVisible()
  })

  const pub = await publicationOf(page, `${api}/evaluations/${id}`)
  await test.step('anybody reads what changed, and that the earlier one was corrected', async () => {
    await page.goto(`/results/${pub}`)
    await ready(page)
    await expect(page.getByText('2022 年以前的数据口径不一致').first()).toBeVisible()
    await expect(page.getByRole('table', { name: zhRelease.changesTitle })).toBeVisible()
    expect(await axeFaults(page, EVERY_RULE)).toEqual([])
    await page.goto(`/results/${before?.publicationId}`)
    await ready(page)
    await expect(page.getByText(zhRelease.supersededBy)).toBeVisible()
    await expect(page.getByRole('link', { name: zhRelease.goToCorrection })).toHaveAttribute('href', `/results/${pub}`)
  })

  await test.step('withdrawn, it leaves its name and the reason, in both languages and on a phone', async () => {
    await page.goto(`/c/${CITY}/evaluations/${id}`)
    await ready(page)
    await page.getByRole('button', { name: zhRelease.acts.withdraw }).click()
    await page.getByLabel(zhRelease.reason).fill('更正本身有误')
    await page.getByRole('dialog').getByRole('button', { name: zhRelease.acts.withdraw }).click()
    await expect(page.getByRole('main').getByText(zhRelease.states.withdrawn, { exact: true })).toBeVisible()
    await page.setViewportSize({ width: 390, height: 844 })
    for (const [lang, words] of [
      ['zh', zhRelease],
      ['en', enRelease],
    ] as const) {
      // It is carried a moment later, and caches may show the numbers for five seconds more.
      await expect(async () => {
        await page.goto(`/results/${pub}?lang=${lang}`)
        await ready(page)
        await expect(page.getByText(words.withdrawn)).toBeVisible({ timeout: 1000 })
      }).toPass({ timeout: 20_000 })
      await expect(page.getByText(words.withdrawnReason('更正本身有误'))).toBeVisible()
      expect(await axeFaults(page, EVERY_RULE)).toEqual([])
    }
  })
})

test('a city’s rule for publishing is set in its settings', async ({ page }) => {
  await page.request.post('/api/v1/session', { data: { email: `owner@${CITY}.example`, password: DEMO_PASSWORD } })
  await page.goto(`/c/${CITY}/settings?tab=rules`)
  await ready(page)
  await expect(page.getByLabel(zhRelease.oneStep)).toBeChecked()
  expect(await axeFaults(page, EVERY_RULE)).toEqual([])
})

async function publicationOf(page: Page, address: string): Promise<string> {
  let found = ''
  await expect
    .poll(async () => {
      const { publicationId } = (await (await page.request.get(address)).json()) as { publicationId: string | null }
      found = publicationId ?? ''
      return found
    })
    .not.toBe('')
  return found
}
