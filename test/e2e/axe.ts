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

/** Rows and entries after the first few repeat their shape; axe measures every cell's contrast, which takes it 20 s on a large table. */
const REPEATED = ['tbody tr:nth-child(n+5)', '.api-operation:nth-of-type(n+4)']

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
      context: section === undefined ? { exclude: REPEATED.map((selector) => [selector]) } : { include: [[section]] },
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
