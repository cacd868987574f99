/** docs/glossary.md: what stands in its third column is a word of the code, not a memory of one. */
import { expect, it } from 'vitest'
import { filesIn, read } from '../support/sources.ts'

const rows = read('docs/glossary.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| 中文'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
const words = new Set(
  ['worker', 'db', 'web']
    .flatMap((folder) => filesIn(folder, /\.tsx?$/))
    .flatMap((file) => read(file).match(/[A-Za-z_][\w:-]*\w/g) ?? []),
)

it('has a row for each term, with four cells', () => {
  expect(rows.length).toBeGreaterThan(55)
  expect(rows.filter((cells) => cells.length !== 6 || cells.slice(1, 5).includes('')).map((c) => c[1])).toEqual([])
})

it('names each term once', () => {
  const terms = rows.map((cells) => cells[1])
  expect(terms.filter((term, i) => terms.indexOf(term) !== i)).toEqual([])
})

it('names only what the code has', () => {
  const named = rows.flatMap((cells) => [...(cells[3] ?? '').matchAll(/`([^`]+)`/g)].map((m) => m[1] ?? ''))
  expect(named.length).toBeGreaterThan(70)
  expect(named.filter((name) => !words.has(name))).toEqual([])
})
