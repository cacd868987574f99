import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT, filesIn, read } from '../support/sources.ts'

const TOP = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md']
const docs = [...filesIn('docs', /\.md$/), ...TOP.filter((name) => existsSync(join(ROOT, name)))]
const quoted = (path: string): string[] =>
  [
    ...read(path)
      .replaceAll(/```[\s\S]*?```/g, '')
      .matchAll(/`([^`\n]+)`/g),
  ].map((m) => m[1] ?? '')

/** `/cities/:city/areas` and `/cities/{city}/areas` are the same address. */
const shape = (path: string): string =>
  path
    .replace(/\?.*$/, '')
    .replaceAll(/:[A-Za-z]+|\{[A-Za-z]+\}/g, ':')
    .replace(/(.)\/$/, '$1')
/** Loaded by its path: the Worker's types are not this project's. */
const { createApp } = (await import(join(ROOT, 'worker/app.ts'))) as {
  createApp: () => { routes: readonly { method: string; path: string }[] }
}
const mounted = new Set(
  createApp()
    .routes.filter((r) => r.path.startsWith('/api/v1/') && r.method !== 'ALL')
    .map((r) => `${r.method} ${shape(r.path.slice('/api/v1'.length))}`),
)

describe('documentation', () => {
  it('names only files and folders that exist', () => {
    const folder = /^(worker|db|web|scripts|test|docs|\.ci)\//
    const faults = docs.flatMap((doc) =>
      quoted(doc)
        .filter((text) => folder.test(text) && !/[\s*<>{}…]/.test(text))
        .filter((path) => !existsSync(join(ROOT, path)))
        .map((path) => `${doc}: ${path}`),
    )
    expect(faults).toEqual([])
  })
  it('names only npm scripts that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const faults = docs.flatMap((doc) =>
      [...read(doc).matchAll(/npm run ([a-z][\w:-]*)/g)]
        .map((m) => m[1] ?? '')
        .filter((name) => scripts[name] === undefined)
        .map((name) => `${doc}: npm run ${name}`),
    )
    expect(faults).toEqual([])
  })
  it('names only routes that are mounted', () => {
    const faults = docs.flatMap((doc) =>
      quoted(doc)
        .flatMap(routesIn)
        .filter((route) => !mounted.has(route))
        .map((route) => `${doc}: ${route}`),
    )
    expect(faults).toEqual([])
  })
  it('names every mounted route in docs/api.md', () => {
    const named = new Set(quotedRoutesOfTable(read('docs/api.md')))
    expect([...mounted].filter((route) => !named.has(route))).toEqual([])
  })
})

/** `POST /compute/{a,b}` names one route for each alternative. */
function routesIn(text: string): string[] {
  const match = /^(GET|POST|PUT|PATCH|DELETE) (\/\S*)/.exec(text)
  if (match === null) return []
  return alternatives(match[2] ?? '').map((path) => `${match[1]} ${shape(path)}`)
}

function alternatives(path: string): string[] {
  const match = /\{([^}]*,[^}]*)\}/.exec(path)
  return match === null ? [path] : (match[1] ?? '').split(',').map((one) => path.replace(match[0], one))
}

/** In the table's first column a bare `POST` or `DELETE` after a route means the same path, and `POST …/x` continues it. */
function quotedRoutesOfTable(markdown: string): string[] {
  return markdown
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => {
      let path = ''
      return [...(line.split(/(?<!\\)\|/)[1] ?? '').matchAll(/`([^`]+)`/g)].flatMap((m) => {
        const text = m[1] ?? ''
        const [method = '', rest] = text.split(' ')
        if (rest === undefined) return [`${method} ${shape(path)}`]
        if (rest.startsWith('…')) return [`${method} ${shape(path).replace(/\/[^/]+$/, '')}${rest.slice(1)}`]
        path = rest
        return routesIn(text)
      })
    })
}
