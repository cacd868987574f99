/** Which methods an address answers, so that a wrong one is told apart from a wrong address: 405 with Allow, and OPTIONS. Paths are public (they
 * stand in the OpenAPI document), so this says nothing of what exists behind them. */
import type { Hono } from 'hono'
import type { AppEnv } from './appEnv.ts'

export type AllowedMethods = (path: string) => string[]

export function allowedMethods(app: Hono<AppEnv>): AllowedMethods {
  const patterns = new Map<string, { readonly segments: readonly string[]; readonly methods: Set<string> }>()
  for (const { method, path } of app.routes) {
    if (method === 'ALL') continue
    const known = patterns.get(path) ?? { segments: path.split('/'), methods: new Set<string>() }
    known.methods.add(method)
    if (method === 'GET') known.methods.add('HEAD')
    patterns.set(path, known)
  }
  return (path) => {
    const given = path.split('/')
    const found = new Set<string>()
    for (const { segments, methods } of patterns.values()) {
      if (
        segments.length === given.length &&
        segments.every((s, i) => s === given[i] || (s.startsWith(':') && given[i] !== ''))
      )
        for (const m of methods) found.add(m)
    }
    return found.size === 0 ? [] : [...found, 'OPTIONS'].sort()
  }
}
