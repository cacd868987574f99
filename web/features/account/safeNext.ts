/** Where to go after signing in: a path of this site, never another one (`//evil`, `/\evil`, a tab in between) and never sign-in itself. */
const HERE = 'https://here.invalid'

export function safeNext(next: string | undefined): string | null {
  if (next === undefined || !next.startsWith('/')) return null
  try {
    // The URL parser reads an address as browsers do, whatever tricks it holds.
    const url = new URL(next, HERE)
    return url.origin !== HERE || url.pathname === '/sign-in' ? null : url.pathname + url.search + url.hash
  } catch {
    return null
  }
}
