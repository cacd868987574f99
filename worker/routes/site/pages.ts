/** The addresses the web has pages for, so that any other is a real 404 though the same start page is sent. test/arch/pages.test.ts holds the
 * list against web/router/routes.ts. Those a stranger may read come first: the site map names them. */
export const PUBLIC_PAGES = [
  '/',
  '/results',
  '/compare',
  '/verify',
  '/pilots',
  '/catalogue',
  '/methods',
  '/api',
] as const

const PAGES: readonly string[] = [
  ...PUBLIC_PAGES,
  '/results/:id',
  '/results/:id/report',
  '/sign-in',
  '/c/:city',
  '/c/:city/data',
  '/c/:city/data/import',
  '/c/:city/data/imports/:id',
  '/c/:city/frameworks',
  '/c/:city/frameworks/:id',
  '/c/:city/evaluations',
  '/c/:city/evaluations/new',
  '/c/:city/evaluations/:id',
  '/c/:city/evaluations/:id/report',
  '/c/:city/compare',
  '/c/:city/settings',
  '/g/:group',
  '/a',
  '/o',
]
const patterns = PAGES.map(segmentsOf)

/** As the web's router reads an address: empty segments do not count. */
export function isPage(pathname: string): boolean {
  const given = segmentsOf(pathname)
  return patterns.some(
    (pattern) => pattern.length === given.length && pattern.every((s, i) => s.startsWith(':') || s === given[i]),
  )
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((s) => s !== '')
}
