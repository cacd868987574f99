import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT, read } from '../support/sources.ts'

/** Loaded by its path: the Worker's types are not this project's. */
const { isPage, PUBLIC_PAGES } = (await import(join(ROOT, 'worker/routes/site/pages.ts'))) as {
  isPage: (pathname: string) => boolean
  PUBLIC_PAGES: readonly string[]
}
const routes = [...read('web/router/routes.ts').matchAll(/route\('([^']+)'/g)].map((m) => m[1] ?? '')

it('the Worker knows every address the web has a page for, and calls no other one', () => {
  expect(routes.length).toBeGreaterThan(20)
  expect(routes.filter((pattern) => !isPage(pattern.replaceAll(/:[a-z]+/g, 'x')))).toEqual([])
  expect(PUBLIC_PAGES.filter((page) => !routes.includes(page))).toEqual([])
  const source = read('worker/routes/site/pages.ts')
  const known = [...source.matchAll(/'(\/[^']*)'/g)]
    .map((m) => m[1] ?? '')
    .filter((path) => path !== '/' || routes.includes('/'))
  expect(known.filter((pattern) => !routes.includes(pattern) && pattern !== '/')).toEqual([])
  expect(['/wp-login.php', '/results/a/b', '/c', '/apis', '/x'].filter(isPage)).toEqual([])
  expect(['/results/', '//results'].filter(isPage)).toEqual(['/results/', '//results'])
})
