import { expect, it } from 'vitest'
import { filesIn, read } from '../support/sources.ts'

/** Style sheets are read by section, tests by case, neither as a whole. */
const limitOf = (path: string): number => (path.startsWith('test/') ? 600 : path.endsWith('.css') ? 500 : 400)
/** Longer on purpose, with the reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'web/api/routes.gen.ts': 'printed from the OpenAPI document, types only',
}

const files = ['worker', 'db', 'web', 'scripts', 'test'].flatMap((folder) => filesIn(folder, /\.(tsx?|mjs|css)$/))
const lines = (path: string): number => read(path).trimEnd().split('\n').length

it('no source file is longer than 400 lines (a style sheet 500, a test 600) without a stated reason', () => {
  expect(files.length).toBeGreaterThan(100)
  expect(
    files.filter((f) => lines(f) > limitOf(f) && EXCEPTIONS[f] === undefined).map((f) => `${f}: ${lines(f)}`),
  ).toEqual([])
})

it('exceptions are still needed', () => {
  expect(Object.keys(EXCEPTIONS).filter((f) => !files.includes(f) || lines(f) <= limitOf(f))).toEqual([])
})
