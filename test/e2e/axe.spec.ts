/** axe is shown one of a kind: what differs from its kind is still found, wherever it stands. */
import { EVERY_RULE, axeFaults } from './axe.ts'
import { expect, look as test } from './visit.ts'

const ITEM = '<li class="one"><button type="button"><span>好</span></button></li>'
const FAULTS = {
  'color-contrast': '<li class="one"><button type="button"><span style="color: #aaa">淡色</span></button></li>',
  'button-name': '<li class="one"><button type="button"><span></span></button></li>',
  label: '<li class="one"><input type="text"></li>',
}
const list = (last: string): string => `<main><h1>题</h1><ul>${ITEM.repeat(7)}${last}${ITEM}</ul></main>`

test('the eighth of a list is not passed over when it is at fault', async ({ page }) => {
  await page.setContent(
    `<!doctype html><html lang="zh-CN"><title>题</title><style>li { margin: 16px } button, input { min-width: 24px; min-height: 24px }</style><body>${list('')}</body></html>`,
  )
  expect(await axeFaults(page, EVERY_RULE)).toEqual([])
  await expect(page.locator('[data-axe-repeated]')).toHaveCount(5)
  for (const [rule, last] of Object.entries(FAULTS)) {
    await page.evaluate((html) => (document.body.innerHTML = html), list(last))
    expect((await axeFaults(page, EVERY_RULE)).map((fault) => fault.split(':')[0])).toEqual([rule])
  }
})
