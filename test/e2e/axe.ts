/** axe inside the page. The same rules as through its Playwright package, which opens a second page for the report and lists every passed node:
 * that took three quarters of the time. No screen has frames, which is what the package is for. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

type RunOptions = Parameters<AxeBuilder['options']>[0]
type AxeResults = Awaited<ReturnType<AxeBuilder['analyze']>>

declare global {
  interface Window {
    axe?: { run: (context: unknown, options: RunOptions) => Promise<AxeResults> }
  }
}

/** axe itself is a dependency of the package, not ours: the locked one that belongs to it. */
const packaged = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))
const source = readFileSync(packaged.resolve('axe-core/axe.min.js'), 'utf8')

/** An element with the shape, the classes and the ancestors of three before it is not looked at again: axe measures the contrast of every one,
 * which takes it 20 s on a large table. Words and addresses are no part of a shape; that a name is there, and not empty, is. */
const REPEATED = 'data-axe-repeated'
const ALIKE = 3
/** Of a table's rows, and of the operations of the API, only the first few, whatever their shape. */
const ENTRIES = 'tbody tr:nth-child(n+5), .api-operation:nth-of-type(n+4)'

export const EVERY_RULE: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
}
/** Structure is the same in both languages: this looks at what words and the dark theme can change. */
export const WORDS_AND_COLOURS: RunOptions = {
  runOnly: {
    type: 'rule',
    values: [
      'color-contrast',
      'button-name',
      'link-name',
      'label',
      'image-alt',
      'role-img-alt',
      'svg-img-alt',
      'html-lang-valid',
      'valid-lang',
    ],
  },
}

/** What the package asks where no rules are named: every rule that is on. */
export const RULES_THAT_ARE_ON: RunOptions = {}

/** One line a broken rule, with the first elements that break it. A section is looked at to its last row. */
export async function axeFaults(page: Page, options: RunOptions, section?: string): Promise<string[]> {
  if (await page.evaluate(() => window.axe === undefined)) await page.evaluate(source)
  if (section === undefined) await page.evaluate(markRepeated, { mark: REPEATED, alike: ALIKE, entries: ENTRIES })
  const { violations, frames } = await page.evaluate(
    async ({ context, run }) => {
      if (window.axe === undefined) throw new Error('axe did not load')
      const results = await window.axe.run(context, { ...run, resultTypes: ['violations'] })
      return {
        violations: results.violations,
        frames: document.querySelectorAll('iframe, frame').length,
      }
    },
    {
      context: section === undefined ? { exclude: [[`[${REPEATED}]`]] } : { include: [[section]] },
      run: options,
    },
  )
  if (frames > 0) throw new Error('this page has frames, into which axe does not look from here')
  return violations.map(
    (v) =>
      `${v.id}: ${v.nodes
        .slice(0, 3)
        .map((n) => n.target.join(' '))
        .join(' | ')}`,
  )
}

/** Runs in the page. Marks are set anew each time: the page has changed since. */
function markRepeated({ mark, alike, entries }: { mark: string; alike: number; entries: string }): void {
  const wordy =
    /^(class|id|for|href|src|name|value|title|alt|placeholder|datetime|d|x|y|[xy][12]|c[xy]|points|transform|aria-(label|labelledby|describedby|controls|owns|details))$/
  const said = ({ name, value }: Attr): string =>
    wordy.test(name) ? `${name}${value === '' ? '=' : ''}` : `${name}=${value}`
  for (const element of document.querySelectorAll(`[${mark}]`)) element.removeAttribute(mark)
  const shapes = new Map<Element, string>()
  for (const element of [...document.body.querySelectorAll('*')].reverse()) {
    const inside = [...new Set([...element.children].map((child) => shapes.get(child)))]
    const text = [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim() !== '')
    shapes.set(
      element,
      `${element.tagName}.${element.getAttribute('class') ?? ''}[${[...element.attributes].map(said).join(' ')}]${text ? '…' : ''}(${inside.join()})`,
    )
  }
  const seen = new Map<string, number>()
  const visit = (element: Element, path: string): void => {
    const shape = `${path}>${shapes.get(element) ?? ''}`
    const times = (seen.get(shape) ?? 0) + 1
    seen.set(shape, times)
    if (times > alike || element.matches(entries)) element.setAttribute(mark, '')
    else
      for (const child of element.children)
        visit(child, `${path}>${element.tagName}.${element.getAttribute('class') ?? ''}`)
  }
  for (const child of document.body.children) visit(child, '')
}
