/** Words that the house once used for things that the field has a name for, and that were renamed. They do not come back as identifiers, as keys or
 * as whole strings (a wire field, a key of words), nor in SQL. Prose may use them. */
import { parseSync } from 'vite'
import { describe, expect, it } from 'vitest'
import { filesIn, read } from '../support/sources.ts'

/** Each with the name that took its place. */
const RENAMED: Readonly<Record<string, string>> = {
  deal: 'the term of the place: split, share, assignment',
  firstPass: 'what the pass does',
  fourChains: 'what runs beside each other',
  shortBoards: 'worstGaps, gaps',
  touched: 'adjusted',
}
/** `say('中文', 'English')` froze a sentence where it arose; the worker makes sentences (worker/words/sentence.ts). */
const RENAMED_IN_WORKER: Readonly<Record<string, string>> = { ...RENAMED, say: 'sentence' }

/** `file name`, with the reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'worker/record/evaluation.ts touched': 'the recipe of the result digest (docs/decisions/0020)',
  'worker/services/evaluation/earlierRelease.ts shortBoards': 'reads what the first release stored',
}

/** Every identifier, and every string that is one word; `touched-cut`, the code of a warning, is another word. */
function wordsOf(file: string): Set<string> {
  const text = read(file)
  if (file.endsWith('.sql')) return new Set(sqlWords(text.replaceAll(/--.*$/gm, '')))
  const words = new Set<string>()
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const { type, name, value }: { type?: unknown; name?: unknown; value?: unknown } = node
    if (typeof name === 'string' && String(type).endsWith('Identifier')) words.add(name)
    if (typeof value === 'string' && type === 'Literal') words.add(value)
    if (type === 'TemplateElement' && file.startsWith('db/'))
      for (const word of sqlWords(JSON.stringify(value))) words.add(word)
    for (const child of Object.values(node)) walk(child)
  }
  walk(parseSync(file, text).program)
  return words
}

const sqlWords = (text: string): string[] => text.match(/[\w-]+/g) ?? []

const found = ['worker', 'web', 'db']
  .flatMap((folder) => filesIn(folder, /\.(tsx?|sql)$/))
  .flatMap((file) => {
    const words = wordsOf(file)
    return Object.keys(file.startsWith('worker/') ? RENAMED_IN_WORKER : RENAMED)
      .filter((name) => words.has(name))
      .map((name) => `${file} ${name}`)
  })

describe('names that were given up', () => {
  it('do not come back', () => {
    expect(found.filter((place) => EXCEPTIONS[place] === undefined)).toEqual([])
  })
  it('are excepted only where they stand', () => {
    expect(Object.keys(EXCEPTIONS).filter((place) => !found.includes(place))).toEqual([])
  })
  it('would be found as an identifier, a key, a string and a column', () => {
    expect(wordsOf('worker/record/evaluation.ts')).toContain('touched')
    expect(wordsOf('worker/contract/names.ts')).toContain('evaluation:read')
    expect(wordsOf('worker/contract/names.ts')).toContain('touched-cut')
    expect(wordsOf('web/features/evaluation/tabs/RecordTab.tsx')).toContain('AdjustedValues')
    expect(wordsOf('db/region/queries/releases.ts')).toContain('left_at')
    expect(wordsOf('db/migrations/region/0008_create_releases.sql')).toContain('moved_to')
  })
})
