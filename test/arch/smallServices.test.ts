import { expect, it } from 'vitest'
import { filesIn, importsOf, read } from '../support/sources.ts'

const FEWEST_LINES = 25
/** Small and alone on purpose, with the reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'worker/services/auth/signOut.ts': 'it writes, and its importer is a route, which may not',
}

const sources = ['worker', 'db', 'web', 'scripts'].flatMap((folder) => filesIn(folder, /\.tsx?$/))
const importers = new Map<string, Set<string>>()
for (const file of sources)
  for (const { target } of importsOf(file)) importers.set(target, (importers.get(target) ?? new Set()).add(file))

const small = filesIn('worker/services', /\.ts$/).filter(
  (file) => read(file).trimEnd().split('\n').length < FEWEST_LINES && importers.get(file)?.size === 1,
)

it('a service of fewer than 25 lines with one importer stands in its importer', () => {
  expect(importers.get('worker/services/evaluation/parts.ts')?.size).toBeGreaterThan(3)
  expect(small.filter((file) => EXCEPTIONS[file] === undefined)).toEqual([])
})

it('exceptions are still needed', () => {
  expect(Object.keys(EXCEPTIONS).filter((file) => !small.includes(file))).toEqual([])
})
