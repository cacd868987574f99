/** The repository's own source files and what they import, for the rules in test/arch. Import statements are read by pattern: the code style
 * has one import a statement, with a quoted path that ends in .ts or .tsx, or the name of a package. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url).href)

export interface Import {
  readonly target: string
  readonly isType: boolean
}

/** Paths from the repository root, with forward slashes, sorted. */
export function filesIn(folder: string, ending: RegExp): string[] {
  if (!existsSync(join(ROOT, folder))) return []
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && ending.test(e.name))
    .map((e) => relative(ROOT, join(e.parentPath, e.name)).replaceAll('\\', '/'))
    .sort()
}

export const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

/** Own files as paths from the root, packages by their name (`hono/cookie` stays whole). */
export function importsOf(path: string): Import[] {
  const source = read(path)
  const found: Import[] = []
  for (const match of source.matchAll(/^\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm))
    found.push({ target: match[2] ?? '', isType: match[1] !== undefined })
  for (const match of source.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g))
    found.push({ target: match[1] ?? '', isType: false })
  return found.map((i) => ({
    ...i,
    target: i.target.startsWith('.')
      ? relative(ROOT, resolve(ROOT, path, '..', i.target)).replaceAll('\\', '/')
      : i.target,
  }))
}
