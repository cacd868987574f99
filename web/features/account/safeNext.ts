/** Where to go after signing in: a path of this site, never another one (`//evil`, `/\evil`, `https:`) and never sign-in itself. */
export function safeNext(next: string | undefined): string | null {
  if (next === undefined || !/^\/(?![/\\])/.test(next) || /[\u0000-\u001f]/.test(next)) return null
  return next.startsWith('/sign-in') ? null : next
}
