import { expect, it } from 'vitest'
import { filesIn, read } from '../support/sources.ts'

const pathOf = (block: string): string => /'([^']+)'/.exec(block)?.[1] ?? block
/** Answers that may not be kept: a new API key is shown once. */
const NOT_REPEATED = ['/organisations/:org/keys']

it('every act behind a door honours Idempotency-Key', () => {
  const posts = filesIn('worker/routes', /\.ts$/).flatMap((file) =>
    read(file)
      .split(/\n {2}\.(?=get|post|put|patch|delete)/)
      .filter((block) => /^post\(\s*'\/(cities|organisations|groups|operator|assignments)\//.test(block)),
  )
  expect(posts.length).toBeGreaterThan(6)
  // `moved` of routes/evaluations wraps it.
  expect(posts.filter((block) => !/\b(once|moved)\(/.test(block)).map(pathOf)).toEqual(NOT_REPEATED)
  expect(read('worker/routes/evaluations/index.ts')).toMatch(/function moved\([\s\S]*\bonce\(/)
})
