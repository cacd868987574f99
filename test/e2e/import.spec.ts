/** The clerk with the wrong file: every fault at once, a suggestion taken by the keyboard, an unusual value explained, areas compared before
 * they are written. In both languages, on an office screen and on a phone; axe finds nothing and nothing runs off sideways. */
import type { Page } from '@playwright/test'
import enData from '../../web/words/en/data.ts'
import zhData from '../../web/words/zh-CN/data.ts'
import enImports from '../../web/words/en/imports.ts'
import zhImports from '../../web/words/zh-CN/imports.ts'
import { EVERY_RULE, WORDS_AND_COLOURS, axeFaults } from './axe.ts'
import { expect, ready, test } from './visit.ts'
import type { WordsOf } from '../../web/i18n/area.ts'
import { bothOf } from './words.ts'

const dataWords = bothOf(zhData, enData)
const importWords = bothOf(zhImports, enImports)

test.use({ visitor: 'owner@zhilan.example' })

const CITY = 'zhilan'
const VISITS = [
  { lang: 'zh-CN', half: 'zh', width: 1366, height: 768 },
  { lang: 'en', half: 'en', width: 390, height: 844 },
] as const

interface Matrix {
  readonly areas: { readonly code: string; readonly name: string }[]
  readonly indicators: { readonly code: string; readonly name: string; readonly unit: string }[]
  readonly values: (number | null)[][]
}
type Sheet = string[][]

// One visit after the other on one page: both write to the same city and take it back.
test('a faulty file, a suggestion, a reason and areas', async ({ page }) => {
  test.setTimeout(240_000)
  for (const { lang, half, width, height } of VISITS) {
    const words = importWords[lang]
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const matrix = (await (await page.request.get(`/api/v1/cities/${CITY}/observations?period=2024`)).json()) as Matrix
    const column = (name: string): number => 3 + matrix.indicators.findIndex((i) => i.name.includes(name))
    const [nurses, pressure, beds] = [column('注册护士'), column('高血压患者'), column('医疗卫生机构床位')]

    await test.step('a misspelt header hides nothing, and a repeated row is one problem', async () => {
      const sheet = sheetOf(matrix)
      put(sheet, 0, nurses, (text) => text.replace('注册', ''))
      put(sheet, 2, 0, () => 'NOWHERE')
      put(sheet, 3, pressure, () => '963')
      sheet.push([...(sheet[1] ?? [])])
      await upload(page, lang, 'faulty.csv', sheet)
      await expect(page.getByText(words.rejectedWhole('4'))).toBeVisible()
      await expect(page.locator('.data-problem-error')).toHaveCount(4)
      await expect(page.locator('.notice').first()).toContainText(
        words.checkedColumns(String(matrix.indicators.length - 1), String(matrix.indicators.length)),
      )
      await sound(page, half)
    })

    await test.step('a suggestion is taken by the keyboard, and stays with the import', async () => {
      const sheet = sheetOf(matrix)
      put(sheet, 0, nurses, (text) => text.replace('注册', ''))
      await upload(page, lang, 'misspelt.csv', sheet)
      const accept = page.locator('.data-problem').getByRole('button')
      await accept.focus()
      await page.keyboard.press('Enter')
      await expect(page.locator('#record-mapping')).toContainText('护士')
      await expect(page.locator('.data-problem-error')).toHaveCount(0)
      await expect(page.getByText(words.readyNothing)).toBeVisible()
      await sound(page, half)
    })

    await test.step('a value outside its usual range is written with a reason only', async () => {
      const sheet = sheetOf(matrix)
      put(sheet, 1, beds, () => (half === 'zh' ? '61.2' : '62.3'))
      await upload(page, lang, 'unusual.csv', sheet)
      await expect(page.getByText(words.readyReasonsTitle('1', '1'))).toBeVisible()
      const write = page.locator('.notice').getByRole('button', { name: words.commit('1') })
      await write.click()
      const field = page.locator('.data-problem-reason input')
      await expect(field).toBeFocused()
      await expect(page.getByText(words.reasonMissing)).toBeVisible()
      await sound(page, half)
      await field.fill('新院区开诊')
      await write.click()
      await ready(page)
      await expect(page.getByText(words.doneTitle('1'))).toBeVisible()
      await expect(page.locator('.data-reason')).toContainText('新院区开诊')
      await sound(page, half)
      await undo(page, words)
      await expect(page.getByText(words.revertedTitle)).toBeVisible()
    })

    await test.step('areas show what would change before anything is written, and can be taken back', async () => {
      const [first, second] = matrix.areas
      const csv = `代码,名称,人口:2024\n${first?.code},${first?.name}新,\n${second?.code},${second?.name},\nNEW-1,新设街道,5000\n`
      await page.goto(`/c/${CITY}/data?tab=areas&lang=${lang}`)
      await ready(page)
      await page.getByRole('button', { name: dataWords[lang].uploadAreas }).click()
      await page.locator('dialog input[type=file]').setInputFiles(file('areas.csv', csv))
      await page.getByRole('dialog').getByRole('button', { name: words.upload }).click()
      await ready(page)
      await expect(page.getByText(words.readyAreasTitle('2'))).toBeVisible()
      await expect(page.locator('.data-changes').first()).toContainText(`${first?.name}新`)
      await sound(page, half)
      await page.getByRole('button', { name: words.commitAreas('2') }).click()
      await ready(page)
      await expect(page.getByText(words.doneAreasTitle('2'))).toBeVisible()
      await undo(page, words)
      await expect(page.getByText(words.revertedAreasTitle)).toBeVisible()
      const { items } = (await (await page.request.get(`/api/v1/cities/${CITY}/areas`)).json()) as {
        items: { code: string }[]
      }
      expect(items.map((a) => a.code)).not.toContain('NEW-1')
    })
    expect(errors).toEqual([])
  }
})

const sheetOf = (m: Matrix): Sheet => [
  ['地区代码', '地区名称', '时期', ...m.indicators.map((i) => `${i.name}（${i.unit}）`)],
  ...m.areas.map((a, j) => [a.code, a.name, '2024', ...m.values.map((row) => String(row[j] ?? ''))]),
]

function put(sheet: Sheet, row: number, column: number, change: (text: string) => string): void {
  const cells = sheet[row] ?? []
  cells[column] = change(cells[column] ?? '')
}

const file = (name: string, text: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`\uFEFF${text}`, 'utf8'),
})

async function upload(page: Page, lang: string, name: string, sheet: Sheet): Promise<void> {
  await page.goto(`/c/${CITY}/data/import?lang=${lang}`)
  await page.locator('input[type=file]').setInputFiles(file(name, sheet.map((row) => row.join(',')).join('\r\n')))
  await page.getByRole('main').locator('form button[type=submit]').click()
  await page.waitForURL(/imports\/imp_/)
  await ready(page)
  await expect(page.locator('.notice').first()).toBeVisible()
}

async function undo(page: Page, words: WordsOf<typeof importWords>): Promise<void> {
  await page.getByRole('button', { name: words.revert }).click()
  await page.getByRole('dialog').getByRole('button', { name: words.revertConfirm }).click()
  await ready(page)
}

/** Structure is the same in both languages. */
async function sound(page: Page, half: 'zh' | 'en'): Promise<void> {
  expect(await axeFaults(page, half === 'zh' ? EVERY_RULE : WORDS_AND_COLOURS)).toEqual([])
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBeLessThanOrEqual(0)
}
