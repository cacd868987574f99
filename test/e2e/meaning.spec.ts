/** What numbers are called, from the overview through an evaluation to the framework they rest on: level, realization and equality are three
 * things, a people figure has its basis, and an anchor its kind. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect, fillPath, test } from './visit.ts'

test.use({ visitor: 'owner@chengyan.example' })

test('the overview, the workspace and the gaps say what each number is', async ({ page }) => {
  // Several heavy screens in one walk.
  test.slow()
  const path = fillPath('/c/chengyan/evaluations/{evaluation}')

  await page.goto('/c/chengyan?lang=zh')
  const boards = page.locator('.dash-boards')
  await expect(boards).toContainText('个百分点')
  await expect(boards).toContainText('所在地区常住人口')
  await expect(boards.getByRole('button', { name: /^(标准|规划|估计)$/ }).first()).toBeVisible()
  await expect(page.getByText(/的权重仅有估计锚点/)).toBeVisible()
  await expect(page.getByText(/影响 .*人/)).toHaveCount(0)

  await page.goto(`${path}?tab=equality&lang=zh`)
  const heads = page.locator('.eval-headline dt .term-word')
  await expect(heads).toHaveText(['综合得分', '实现度', '均等化程度'])
  await expect(page.locator('.eval-headline')).toContainText('按人口加权')
  const degrees = page.getByRole('table', { name: '各指标的均等化程度' })
  await expect(degrees).toBeVisible({ timeout: 20_000 })
  const shown = (await degrees.locator('tbody .degree-cell').allInnerTexts()).map(Number)
  expect(shown.length).toBeGreaterThan(10)
  expect(shown).toEqual([...shown].sort((a, b) => a - b))
  await expect(page.locator('#score-dispersion h2')).toContainText('得分离散')
  await page.getByRole('button', { name: '按标准差的两种口径查看' }).click()
  const both = page.getByRole('table', { name: /按标准差的两种口径查看/ })
  await expect(both.getByRole('columnheader', { name: /样本标准差/ }).first()).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).include('#degree').analyze()
  expect(violations.map((one) => one.id)).toEqual([])

  await page.goto(`${path}?tab=gaps&lang=zh`)
  const gaps = page.locator('#gaps, table').filter({ hasText: '占锚点区间' }).last()
  await expect(gaps.locator('tbody tr').first()).toContainText(/所在地区常住人口|未覆盖常住人口/, { timeout: 20_000 })
  const before = await gaps.locator('tbody tr').count()
  await page.getByRole('checkbox', { name: '仅标准与规划目标' }).check()
  await expect(gaps.getByRole('button', { name: '估计', exact: true })).toHaveCount(0)
  expect(before).toBeGreaterThan(0)
  const first = gaps.getByRole('button', { name: /^(标准|规划)$/ }).first()
  await first.focus()
  await expect(page.getByRole('note').filter({ visible: true })).toContainText('依据：')

  await page.goto(`${path}?tab=parts&lang=en`)
  await expect(page.getByRole('heading', { name: 'Decomposition of raw values' })).toBeVisible({ timeout: 20_000 })
  await expect(page.getByRole('heading', { name: 'Decomposition of scores' })).toBeVisible()
})

test('all results come as one CSV that names its convention', async ({ page }) => {
  const path = fillPath('/c/chengyan/evaluations/{evaluation}')
  await page.goto(`${path}?lang=zh`)
  const href = await page.getByRole('link', { name: '下载全部结果（CSV）' }).getAttribute('href')
  const text = await (await page.request.get(href ?? '')).text()
  expect(text).toContain('实现度覆盖')
  expect(text).toMatch(/,cv,(population|none),population/)
  expect(text).toContain('演示数据')
})

test('a framework shows what its numbers rest on, and a change of it waits with the unsaved ones', async ({ page }) => {
  const path = fillPath('/c/chengyan/frameworks/{framework}')
  await page.goto(`${path}?lang=zh`)
  const tree = page.getByRole('table')
  await expect(tree.getByRole('columnheader', { name: '不允许值' })).toBeVisible()
  await expect(tree.getByText('仅估计锚点').first()).toBeVisible()
  await tree
    .getByRole('button', { name: /^依据与口径/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  const caution = dialog.getByLabel('注意')
  await caution.fill('年中统计口径与年末不同')
  await dialog.getByRole('button', { name: '添加一次变动' }).click()
  await dialog.getByRole('button', { name: '确定' }).click()
  await expect(dialog.getByText('时期写作 2024')).toBeVisible()
  await dialog.getByLabel('自时期').fill('2023')
  await dialog.getByLabel('改了什么').fill('改按常住人口计')
  await dialog.getByRole('button', { name: '确定' }).click()
  await expect(tree).toContainText('年中统计口径与年末不同')
  await expect(tree).toContainText('自2023年起口径变动：改按常住人口计')
  await expect(page.getByText('2 处修改未保存')).toBeVisible()
  await page.getByRole('button', { name: '全部放弃' }).click()
  await expect(tree).not.toContainText('年中统计口径与年末不同')
})
