/** Where to go after signing in: a path of this site, never another one (`//evil`, `/\evil`, a tab in between) and never sign-in itself. */
const HERE = 'https://here.invalid'

export function safeNext(next: string | undefined): string | null {
  if (next === undefined || !next.startsWith('/')) return null
  try {
    // The URL parser reads an address as browsers do, whatever tricks it holds.
    const url = new URL(next, HERE)
    if (url.origin !== HERE || url.pathname === '/sign-in') return null
    // `/.//host` has lost its dot by now: what is handed on must be read once more as a path of this site.
    const path = url.pathname + url.search + url.hash
    return path.startsWith('//') || new URL(path, HERE).origin !== HERE ? null : path
  } catch {
    return null
  }
}
