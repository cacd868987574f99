/** How pages behave as sheets: what sticks, what scrolls, what lies on top, what prints, what shifts, which language and whose name. */
import { inflateSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { expect, fillPath, look as test, ready, test as fresh } from './visit.ts'

const OWNER = 'owner@chengyan.example'
const EVALUATION = '/c/chengyan/evaluations/{evaluation}'
const HEADER_PX = 57

test.use({ visitor: OWNER })

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' })
})

async function visit(page: Page, path: string): Promise<void> {
  await page.goto(fillPath(path))
  await ready(page)
  await expect(page.locator('h1').first()).toBeVisible()
  await expect(page.locator('.skeleton, .waiting, .chart-state')).toHaveCount(0)
}

test('an explanation lies on top of the rows below it', async ({ page }) => {
  await visit(page, `${EVALUATION}?tab=equality`)
  await page.locator('.table .term-word').nth(2).hover()
  const note = page.locator('.term-note:popover-open')
  await expect(note.getByRole('link')).toBeVisible()
  const onTop = await note.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect()
    return [0.1, 0.5, 0.9].every((y) => element.contains(document.elementFromPoint(left + width / 2, top + height * y)))
  })
  expect(onTop).toBe(true)
})

test('the heat table shows 16 areas, scrolls with the page and keeps its head', async ({ page }) => {
  await visit(page, `${EVALUATION}?tab=heat`)
  const head = page.locator('.heat-table thead th')
  await expect(head).toHaveCount(17)
  const [first, last] = [await head.first().boundingBox(), await head.last().boundingBox()]
  expect(first?.width).toBeGreaterThan(140)
  expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual(1366)
  const inner = await page.locator('.heat').evaluate((box) => box.scrollHeight - box.clientHeight)
  expect(inner).toBeLessThanOrEqual(1)
  await page.evaluate(() => scrollTo(0, 1200))
  await expect.poll(async () => Math.round((await head.first().boundingBox())?.y ?? 0)).toBeLessThanOrEqual(HEADER_PX)
  expect((await head.first().boundingBox())?.y).toBeGreaterThan(40)
})

test('a wide table scrolls sideways in its own box while its head stays', async ({ page }) => {
  await page.setViewportSize({ width: 800, height: 700 })
  await visit(page, `${EVALUATION}?tab=heat`)
  await page.evaluate(() => {
    scrollTo(0, 1200)
    document.querySelector('.heat')?.scrollTo({ left: 180 })
  })
  const strip = page.locator('.head-strip-view')
  await expect(strip).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  const left = (selector: string): Promise<number> =>
    page
      .locator(selector)
      .nth(9)
      .evaluate((cell) => Math.round(cell.getBoundingClientRect().left))
  await expect.poll(() => left('.head-strip-view th')).toBe(await left('.heat-table > thead th'))
  const box = await strip.boundingBox()
  expect(box?.y).toBeGreaterThan(40)
  expect(box?.y).toBeLessThanOrEqual(HEADER_PX)
})

test('a short page does not scroll, and a drawer scrolls alone', async ({ page }) => {
  await visit(page, '/c/chengyan/evaluations')
  expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(0)
  await page.goto('/c/chengyan/frameworks')
  await ready(page)
  await page.locator('.framework-template button').first().click()
  const drawer = page.locator('dialog[open]')
  await expect(drawer.locator('tbody tr').first()).toBeVisible()
  const scrollers = await page.evaluate(() => {
    return [document.documentElement, ...document.querySelectorAll('dialog[open], dialog[open] *')]
      .filter(
        (element) =>
          element.scrollHeight > element.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(element).overflowY),
      )
      .map((element) => element.className)
  })
  expect(scrollers).toEqual(['dialog-body'])
})

test('the link of a short board lands on its area and marks it', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 560 })
  await visit(page, '/c/chengyan')
  const board = page.locator('.dash-boards li').last()
  const area = (await board.locator('.dash-board-area').textContent()) ?? ''
  await board.getByRole('link').click()
  await expect(page.locator('.chart-marked')).toContainText(area)
  const row = page.locator('tr[aria-current="true"]')
  await expect(row).toContainText(area)
  await expect(page.locator('.chart-state')).toHaveCount(0)
  const y = await page.evaluate(() => {
    const rows = [...document.querySelectorAll('.table tbody tr')]
    const index = rows.findIndex((one) => one.getAttribute('aria-current') === 'true')
    return (document.querySelector('.chart-box')?.getBoundingClientRect().top ?? 0) + (index + 0.5) * 26
  })
  expect(y).toBeGreaterThan(HEADER_PX)
  expect(y).toBeLessThan(560)
})

test('the overview says what to do first and fits the first screen', async ({ page }) => {
  await visit(page, '/c/chengyan')
  const tops = await page.evaluate(() =>
    ['.dash-due, .dash-done', '.dash-boards', '.dash .stats', '.dash-trends .chart-box'].map((selector) =>
      Math.round(document.querySelector(selector)?.getBoundingClientRect().top ?? -1),
    ),
  )
  expect(tops.every((top) => top > 0)).toBe(true)
  expect(tops).toEqual([...tops].sort((a, b) => a - b).map((top) => top))
  const trends = await page.locator('.dash-trends .chart-box').last().boundingBox()
  expect((trends?.y ?? 0) + (trends?.height ?? 0)).toBeLessThanOrEqual(768)
})

for (const [name, path, visitor] of [
  ['evaluation', `${EVALUATION}/report`, OWNER],
  ['public result', '/results/{publication}/report', null],
] as const)
  test.describe(`paper of the ${name}`, () => {
    test.use({ visitor })
    test(`the report of an ${name} prints on A4 with its digest on every page and none blank`, async ({ page }) => {
      await visit(page, path)
      if (name === 'evaluation') await test.step('every gap and every part stands in it', () => expectWhole(page))
      const rules = await page.evaluate(() =>
        document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join('\n'),
      )
      expect(rules).toMatch(/@top-left \{[^}]*市 · 2024年 · 评价框架第 \d+ 版/)
      expect(rules).toMatch(/@top-right \{[^}]*sha256:[0-9a-f]{64}/)
      await expect(
        page.locator('.report .btn, .report .chart-tools, .report .table-tools').filter({ visible: true }),
      ).toHaveCount(0)
      const pdf = await page.pdf({ preferCSSPageSize: true })
      const pages = pagesOf(pdf)
      expect(pages.length).toBeGreaterThan(2)
      expect(pages.map(({ width, height }) => `${Math.round(width)} × ${Math.round(height)}`)).toEqual(
        pages.map(() => '595 × 842'),
      )
      // Head, digest, foot and page number are four texts: a page with no more has nothing on it.
      expect(pages.filter(({ texts, pictures }) => texts <= 8 && pictures === 0)).toEqual([])
    })
  })

test('printing the heat table itself leaves no page blank', async ({ page }) => {
  await visit(page, `${EVALUATION}?tab=heat`)
  const pages = pagesOf(await page.pdf({ preferCSSPageSize: true }))
  expect(pages.length).toBeGreaterThan(1)
  expect(pages.filter(({ texts }) => texts < 60)).toEqual([])
})

test('a wrong city’s address never shows one’s own city as where one is', async ({ page }) => {
  for (const path of ['/c/nowhere', '/c/nowhere/data', '/c/luting', '/g/nobody']) {
    await page.goto(path)
    await ready(page)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有这个单位，或您无权进入')
    await expect(page.locator('.header')).not.toContainText('澄砚市')
    await expect(page.locator('.rail')).toHaveCount(0)
    await expect(page.locator('.main').getByRole('link', { name: '去澄砚市' })).toHaveAttribute('href', '/c/chengyan')
  }
})

test('an unknown address inside the app says so and leads back', async ({ page }) => {
  await page.goto('/c/chengyan/nonsense')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有这个页面')
  await expect(page.locator('.rail [aria-current]')).toHaveCount(0)
  await page.getByRole('link', { name: '回到总览' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('澄砚市')
})

fresh('the code of a page comes beside the frame’s own', async ({ page }) => {
  await page.goto('/pilots')
  await expect(page.locator('h1')).toBeVisible()
  await expect(page.locator('head link[rel="modulepreload"][href*="/Pilots-"]')).toHaveCount(1)
  const asked = page.waitForRequest(/\/assets\/Methods-.*\.js/)
  await page.locator('.header-nav a[href="/methods"]').hover()
  await asked
})

fresh.describe('a browser that speaks English', () => {
  fresh.use({ locale: 'en-GB' })
  fresh('is answered in English until Chinese is chosen', async ({ page }) => {
    await page.goto('/results')
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await expect(page.locator('.header-nav')).toContainText('Results')
    await page.locator('.header-lang').click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
    await page.reload()
    await expect(page.locator('.header-nav')).toContainText('公开结果')
  })
})

for (const [name, path, visitor] of [
  ['home', '/', null],
  ['a result', '/results/{publication}', null],
  ['the overview', '/c/chengyan', OWNER],
] as const)
  fresh.describe(`stillness of ${name}`, () => {
    fresh.use({ visitor })
    for (const width of [1366, 390])
      fresh(`${name} does not shift as it loads at ${width} px`, async ({ page }) => {
        await page.setViewportSize({ width, height: 768 })
        await page.addInitScript(() => {
          const shifts: number[] = []
          Object.assign(window, { shifts })
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) if ('value' in entry) shifts.push(Number(entry.value))
          }).observe({ type: 'layout-shift', buffered: true })
        })
        await visit(page, path)
        const sum = await page.evaluate(() =>
          (Reflect.get(window, 'shifts') as number[]).reduce((total, shift) => total + shift, 0),
        )
        expect(sum).toBeLessThanOrEqual(0.02)
      })
  })

async function expectWhole(page: Page): Promise<void> {
  const path = fillPath('/api/v1/cities/chengyan/evaluations/{evaluation}')
  const { gaps } = (await (await page.request.get(`${path}/periods/2024`)).json()) as { gaps: unknown[] }
  expect(gaps.length).toBeGreaterThan(100)
  await expect(page.locator('.report table:has(caption:text("低于目标的地区与指标")) tbody tr')).toHaveCount(
    gaps.length,
  )
  const order = await page.locator('.report-part-title').allTextContents()
  expect(order.map((title) => title.replace(/\s+/g, ' '))).toEqual([
    '1 概况',
    '2 各地区得分与名次',
    '3 均等化',
    '4 短板：与目标的差距',
    '5 各领域',
    '6 差距从哪里来',
    '7 各地区各指标的数值',
    '8 方法与来源',
  ])
}

interface Printed {
  readonly width: number
  readonly height: number
  /** Runs of text, and pictures, drawn on the page. */
  readonly texts: number
  readonly pictures: number
}

/** The pages of a PDF as Chromium writes it: plain objects, each page with one deflated stream of drawing commands. */
function pagesOf(pdf: Buffer): readonly Printed[] {
  const text = pdf.toString('latin1')
  return [
    ...text.matchAll(/\d+ 0 obj\s*<<((?:(?!endobj)[\s\S])*?\/Type\s*\/Page\b(?!s)(?:(?!endobj)[\s\S])*?)endobj/g),
  ].map(([, page = '']) => {
    const [, width = '0', height = '0'] = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/.exec(page) ?? []
    const commands = streamOf(pdf, text, /\/Contents\s+(\d+) 0 R/.exec(page)?.[1] ?? '')
    return {
      width: Number(width),
      height: Number(height),
      texts: (commands.match(/T[jJ]\b/g) ?? []).length,
      pictures: (commands.match(/\/X\d+ Do\b/g) ?? []).length,
    }
  })
}

function streamOf(pdf: Buffer, text: string, id: string): string {
  const at = text.indexOf(`\n${id} 0 obj`)
  const start = text.indexOf('stream', at)
  const from = start + 'stream'.length + (text[start + 6] === '\r' ? 2 : 1)
  return inflateSync(pdf.subarray(from, text.indexOf('endstream', from))).toString('latin1')
}
