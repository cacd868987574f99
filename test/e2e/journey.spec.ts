/** A newcomer's way, by hand and eye: from the printed address to a city's evaluation, its charts, an import that fails and one that
 * holds, an evaluation of one's own, its publication and the comparison. In Chinese at a desk, in English on a phone. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import enAccount from '../../web/words/en/account.ts'
import zhAccount from '../../web/words/zh-CN/account.ts'
import enCharts from '../../web/words/en/charts.ts'
import zhCharts from '../../web/words/zh-CN/charts.ts'
import enEvaluations from '../../web/words/en/evaluations.ts'
import zhEvaluations from '../../web/words/zh-CN/evaluations.ts'
import enImports from '../../web/words/en/imports.ts'
import zhImports from '../../web/words/zh-CN/imports.ts'
import enResults from '../../web/words/en/results.ts'
import zhResults from '../../web/words/zh-CN/results.ts'
import enWorkspace from '../../web/words/en/workspace.ts'
import zhWorkspace from '../../web/words/zh-CN/workspace.ts'
import { JOURNEY_CITIES } from './rooms.ts'
import { expect, ready, test } from './visit.ts'
import { bothOf } from './words.ts'

const accountWords = bothOf(zhAccount, enAccount)
const chartWords = bothOf(zhCharts, enCharts)
const evaluationsWords = bothOf(zhEvaluations, enEvaluations)
const importWords = bothOf(zhImports, enImports)
const resultWords = bothOf(zhResults, enResults)
const workspaceWords = bothOf(zhWorkspace, enWorkspace)

const VISITS = [
  { lang: 'zh-CN', half: 'zh', city: JOURNEY_CITIES.zh, width: 1440, height: 900 },
  { lang: 'en', half: 'en', city: JOURNEY_CITIES.en, width: 390, height: 844 },
] as const

for (const { lang, city, width, height } of VISITS) {
  const account = accountWords[lang]
  const imports = importWords[lang]
  const evaluations = evaluationsWords[lang]
  const workspace = workspaceWords[lang]
  const charts = chartWords[lang]
  const results = resultWords[lang]

  test(`the main job in ${lang} at ${width} px`, async ({ page }) => {
    test.setTimeout(150_000)
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    await page.setViewportSize({ width, height })

    await test.step('sign in with a demo account', async () => {
      await page.goto(`/sign-in?lang=${lang}`)
      await page.getByLabel(account.email).fill(`owner@${city}.example`)
      await page.getByLabel(account.password, { exact: true }).fill('not-the-password')
      await page.getByRole('main').getByRole('button', { name: account.signIn, exact: true }).click()
      await expect(page.getByText(account.wrong).first()).toBeVisible()
      await page.getByLabel(account.password, { exact: true }).fill('junheng-demo-2026')
      await page.getByRole('main').getByRole('button', { name: account.signIn, exact: true }).click()
      await expect(page).toHaveURL(new RegExp(`/c/${city}`))
    })

    await test.step('read the dashboard', async () => {
      await expect(page.getByRole('img').first()).toBeVisible()
      await expect(page.locator('main')).toContainText(/\d{2}\.\d/)
    })

    const first = (await (await page.request.get(`/api/v1/cities/${city}/evaluations`)).json()) as {
      items: { id: string; frameworkId: string }[]
    }
    const evaluation = first.items[0]?.id ?? ''
    await test.step('every tab of the workspace shows its content, every chart its table', async () => {
      for (const tab of [
        'tabRanking',
        'tabEquality',
        'tabProfile',
        'tabHeat',
        'tabParts',
        'tabTrends',
        'tabGaps',
        'tabRecord',
      ] as const) {
        if (tab === 'tabRanking') await page.goto(`/c/${city}/evaluations/${evaluation}`)
        else await page.getByRole('tab', { name: workspace[tab] }).click()
        await ready(page)
        await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
        await expect(page.getByRole('tabpanel')).toContainText(/\d/)
        const toTable = page.getByRole('tabpanel').getByText(charts.table, { exact: true }).first()
        if (await toTable.isVisible()) {
          await toTable.click()
          await expect(page.getByRole('tabpanel').getByRole('table').first()).toBeVisible()
        }
      }
    })

    await test.step('take a chart away as CSV, with the demo mark', async () => {
      await page.goto(`/c/${city}/evaluations/${evaluation}`)
      await ready(page)
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: charts.csv }).first().click(),
      ])
      const text = readFileSync(await download.path(), 'utf8')
      expect(text.charCodeAt(0)).toBe(0xfeff)
      expect(text).toContain(charts.demo)
      const [picture] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: charts.png }).first().click(),
      ])
      expect(
        readFileSync(await picture.path())
          .subarray(1, 4)
          .toString('latin1'),
      ).toBe('PNG')
    })

    const matrix = (await (await page.request.get(`/api/v1/cities/${city}/observations?period=2024`)).json()) as {
      areas: { code: string }[]
      indicators: { code: string }[]
      values: (number | null)[][]
    }
    const [area = '', indicator = ''] = [matrix.areas[0]?.code, matrix.indicators[0]?.code]
    const before = matrix.values[0]?.[0] ?? null

    await test.step('a spoiled file is refused cell by cell and changes nothing', async () => {
      await upload(
        page,
        city,
        `地区代码,指标代码,时期,值\n${area},${indicator},2024,二点八\nNOWHERE,${indicator},2024,3\n`,
      )
      await expect(
        page.getByText(imports.rejectedWhole('2')).or(page.getByText(imports.rejectedTitle('2', '0'))),
      ).toBeVisible()
      await expect(page.getByText(/二点八/).first()).toBeVisible()
      await expect(page.getByText(/NOWHERE/).first()).toBeVisible()
      expect(await stored(page, city)).toBe(before)
    })

    await test.step('a good file is written whole and can be taken back', async () => {
      await upload(page, city, `地区代码,指标代码,时期,值\n${area},${indicator},2024,88.25\n`)
      await expect(page.getByText(imports.readyTitle('1'))).toBeVisible()
      expect(await stored(page, city)).toBe(before)
      await page.getByRole('button', { name: imports.commit('1') }).click()
      await ready(page)
      await expect(page.getByText(imports.doneTitle('1'))).toBeVisible()
      expect(await stored(page, city)).toBe(88.25)
      await page.getByRole('button', { name: imports.revert }).click()
      const confirm = page.getByRole('dialog').getByRole('button', { name: imports.revertConfirm })
      await confirm.click()
      await ready(page)
      await expect(page.getByText(imports.revertedTitle)).toBeVisible()
      expect(await stored(page, city)).toBe(before)
    })

    const title = `走查 ${lang}`
    await test.step('run an evaluation of one’s own', async () => {
      await page.goto(`/c/${city}/evaluations/new`)
      await ready(page)
      const next = page.getByRole('button', { name: evaluations.next })
      const run = page.getByRole('button', { name: evaluations.run })
      for (let step = 0; step < 6 && !(await run.isVisible()); step++) {
        await next.click()
        await ready(page)
      }
      await page.getByLabel(evaluations.titleField).fill(title)
      await run.click()
      await expect(page).toHaveURL(/\/evaluations\/ev_/, { timeout: 30_000 })
      await expect(page.getByRole('heading', { level: 1 })).toContainText(title)
    })

    await test.step('publish it deliberately', async () => {
      await page.getByRole('button', { name: workspace.publish, exact: true }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel(workspace.publishConfirm).check()
      await dialog.getByRole('button', { name: workspace.publishAct }).click()
      await ready(page)
      await expect(page.getByRole('main').getByText(workspace.published).first()).toBeVisible()
      await expect
        .poll(
          async () =>
            (
              (await (await page.request.get(`/api/v1/publications?city=${city}`)).json()) as {
                items: { title: string }[]
              }
            ).items[0]?.title,
        )
        .toBe(title)
    })

    await test.step('read it as anybody, and compare', async () => {
      const list = (await (await page.request.get('/api/v1/publications')).json()) as {
        items: { id: string; city: { slug: string } }[]
      }
      const own = list.items.find((p) => p.city.slug === city)?.id ?? ''
      await page.context().clearCookies()
      await page.goto(`/results/${own}`)
      await ready(page)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.locator('main')).toContainText(title)
      await page.getByRole('link', { name: results.compareThis }).click()
      await expect(page).toHaveURL(new RegExp(`publications=${own}`))
      const other = list.items.find((p) => p.city.slug !== city)?.id ?? ''
      await page.goto(`/compare?publications=${own},${other}`)
      await ready(page)
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
      await expect(page.getByRole('table').first()).toBeVisible()
    })
    expect(errors).toEqual([])
  })
}

async function upload(page: Page, city: string, text: string): Promise<void> {
  await page.goto(`/c/${city}/data/import`)
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'walk.csv', mimeType: 'text/csv', buffer: Buffer.from(text, 'utf8') })
  const send = page
    .getByRole('main')
    .locator('button[type=submit], button.primary, button')
    .filter({ hasText: /上传并检查|Upload and check/ })
  await send.click()
  await ready(page)
}

async function stored(page: Page, city: string): Promise<number | null> {
  const matrix = (await (await page.request.get(`/api/v1/cities/${city}/observations?period=2024`)).json()) as {
    values: (number | null)[][]
  }
  return matrix.values[0]?.[0] ?? null
}
