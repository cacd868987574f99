/** The public result and the publish dialog: what is kept back is said where it would stand, and nothing points at a value that is not there. */
import type { APIRequestContext } from '@playwright/test'
import { expect, ready, look as test } from './visit.ts'

interface Listed {
  readonly items: readonly { readonly id: string; readonly title: string; readonly city: { readonly slug: string } }[]
}

/** The general evaluation a city published; 澄砚 withholds its raw values, 鹭汀 publishes them. */
async function resultOf(request: APIRequestContext, slug: string): Promise<string> {
  const { items } = (await (await request.get(`/api/v1/publications?city=${slug}`)).json()) as Listed
  const found = items.find((item) => item.title.startsWith('基本公共服务'))
  if (found === undefined) throw new Error(`${slug} has published nothing`)
  return `/results/${found.id}`
}

test('a domain whose area scores are suppressed says so instead of ranking', async ({ page, request }) => {
  await page.goto(`${await resultOf(request, 'chengyan')}?node=01`)
  await ready(page)
  await expect(page.getByText('幼有所育：各地区得分未公开')).toBeVisible()
  await expect(page.locator('.stat dt')).toHaveText([/^得分/, /^实现度/, /^均等化程度/])
  await expect(page.getByText('因此不列最低地区')).toBeVisible()
  await expect(page.getByText('各地区原始值没有公开，不在其中')).toBeVisible()
  await expect(page.locator('dt', { hasText: '公布摘要' })).toBeVisible()
})

test('a city that publishes its values names its lowest areas and offers the inputs', async ({ page, request }) => {
  await page.goto(`${await resultOf(request, 'luting')}?node=01`)
  await ready(page)
  await expect(page.locator('.stat dt')).toHaveText([/^得分/, /^实现度/, /^均等化程度/, '最高地区', '最低地区'])
  await expect(page.getByText('未公开')).toHaveCount(0)
  await expect(page.getByRole('link', { name: '下载全部输入数据' })).toBeVisible()
})

test('spread of scores is never called equality', async ({ page, request }) => {
  await page.goto(await resultOf(request, 'luting'))
  await ready(page)
  await expect(page.getByRole('heading', { level: 2, name: '得分离散' })).toBeVisible()
  await expect(page.locator('main')).not.toContainText('均等化指数')
})

test('the score of a listed result stands on a phone’s screen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/results')
  await ready(page)
  for (const name of ['综合得分', '实现度', '均等化程度']) {
    const box = await page.getByRole('columnheader', { name }).first().boundingBox()
    expect((box?.x ?? 390) + (box?.width ?? 0), name).toBeLessThanOrEqual(390)
  }
})

test.describe('the publish dialog', () => {
  test.use({ visitor: 'owner@chengyan.example' })
  test('gathers ticks before it asks what would become public', async ({ page }) => {
    const list = await page.request.get('/api/v1/cities/chengyan/evaluations')
    const { items } = (await list.json()) as { items: { id: string; publicationId: string | null }[] }
    const draft = items.find((item) => item.publicationId === null)
    // Only what is asked matters here: the line is cut, so that no check runs beside other tests.
    const asked: (string | null)[] = []
    await page.route('**/publication-preview?**', async (route) => {
      asked.push(new URL(route.request().url()).searchParams.get('raw'))
      await route.abort()
    })
    await page.goto(`/c/chengyan/evaluations/${draft?.id ?? ''}`)
    await ready(page)
    await page.getByRole('button', { name: '公布', exact: true }).click()
    const dialog = page.locator('dialog[open]')
    await expect(dialog.getByText('各地区的原始值是否公开')).toBeVisible()
    await dialog.getByText('只公开部分指标').click()
    const picks = dialog.locator('.publish-picks label')
    for (const index of [0, 1, 2]) await picks.nth(index).click()
    expect(asked).toEqual(['withheld'])
    await dialog.getByRole('button', { name: '核对所选 3 项' }).click()
    await expect.poll(() => asked.length).toBe(2)
    expect(asked[1]?.split(',')).toHaveLength(3)
    await expect(dialog.getByRole('button', { name: '公布此评价' })).toBeDisabled()
  })
})
