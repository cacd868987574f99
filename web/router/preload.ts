/** Fetches a page's code before it is asked for: for the address one is on at once, for a link as soon as it is pointed at, touched or
 * focused. The page's own data are fetched when it renders. */
import { routes } from './routes.ts'

interface Matcher {
  readonly test: RegExp
  readonly preload: () => Promise<unknown>
}

/** In the order of the table: a fixed address stands before a pattern that would take it too. */
const matchers: readonly Matcher[] = routes.map(({ pattern, preload }) => ({
  test: new RegExp(`^${pattern.replace(/:[^/]+/g, '[^/]+')}/?$`),
  preload,
}))

/** A failed fetch is said by the page itself when it is visited. */
export function preloadPath(path: string): void {
  void matchers
    .find(({ test }) => test.test(path))
    ?.preload()
    .catch(() => undefined)
}

function follow(event: Event): void {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null
  if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin || link.hasAttribute('download')) return
  if (link.pathname !== location.pathname) preloadPath(link.pathname)
}

export function startPreloading(): void {
  preloadPath(location.pathname)
  for (const kind of ['pointerover', 'touchstart', 'focusin']) addEventListener(kind, follow, { passive: true })
}
