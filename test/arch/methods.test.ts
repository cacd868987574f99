/** Comments and golden cases cite docs/methods.md by section; a citation that leads nowhere is worse than none. */
import { describe, expect, it } from 'vitest'
import { filesIn, read } from '../support/sources.ts'

const citing = ['worker', 'web', 'db', 'scripts', 'test']
  .flatMap((folder) => filesIn(folder, /\.(tsx?|mjs|json)$/))
  .filter((file) => file !== 'test/arch/methods.test.ts')
const page = read('docs/methods.md')
const sections = [...page.matchAll(/^## (\d+)\. /gm)].map((m) => m[1] ?? '')

/** "methods.md §1 `target`, §9", "§1–§3" in comments; "section 4" in golden cases, also as a version beside the name. */
function cited(text: string): string[] {
  return [...text.matchAll(/methods\.md(?:", "version": ")?([^\n;).}]*)/g)].flatMap((m) =>
    [...(m[1] ?? '').matchAll(/(?:§|section )(\d+)/g)].map((s) => s[1] ?? ''),
  )
}

describe('docs/methods.md', () => {
  it('numbers its sections from 1 on', () => {
    expect(sections).toEqual(sections.map((_, i) => String(i + 1)))
  })
  it('has every section that a file cites', () => {
    const found = citing.map((file) => ({ file, of: cited(read(file)) }))
    expect(found.filter((f) => f.of.length > 0).length).toBeGreaterThan(20)
    const faults = found.flatMap(({ file, of }) => of.filter((n) => !sections.includes(n)).map((n) => `${file}: §${n}`))
    expect(faults).toEqual([])
  })
  it('has every section that it names itself', () => {
    const named = [...page.matchAll(/\bsection (\d+)/g)].map((m) => m[1] ?? '')
    expect(named.filter((n) => !sections.includes(n))).toEqual([])
  })
  it('is cited by its path in sources', () => {
    const bare = citing.filter((file) => !file.endsWith('.json') && /(?<!docs\/)\bmethods\.md §/.test(read(file)))
    expect(bare).toEqual([])
  })
  it('is read as it is cited', () => {
    expect(cited('docs/methods.md §1 `target`, §9. Edge §3.2')).toEqual(['1', '9'])
    expect(cited('{"package": "methods.md", "version": "section 4"} and methods.md section 12')).toEqual(['4', '12'])
  })
})
