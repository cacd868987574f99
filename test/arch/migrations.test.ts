import { describe, expect, it } from 'vitest'
import { filesIn, read } from '../support/sources.ts'

/** SQL without comments and text literals. */
const bare = (path: string): string =>
  read(path)
    .replaceAll(/--.*$/gm, '')
    .replaceAll(/'[^']*'/g, "''")

/** A trigger that is made anew right after it is dropped was not taken away but changed. */
const withoutReplacedTriggers = (text: string): string =>
  text.replaceAll(/DROP TRIGGER (\w+);(?=\s*CREATE TRIGGER \1\b)/g, '')

/** Lines that take away, each with its reason. A table that another refers to is never made anew: its children would be lost. */
const EXCEPTIONS: Readonly<Record<string, readonly string[]>> = {
  // A CHECK cannot be taken off; nothing refers to memberships (test/worker/roles.test.ts keeps its rows).
  'db/migrations/hub/0011_list_roles.sql': [
    'DROP TABLE memberships;',
    'ALTER TABLE memberships_by_role RENAME TO memberships;',
  ],
}

describe.each(['hub', 'region'])('migrations of %s', (database) => {
  const files = filesIn(`db/migrations/${database}`, /./)

  it('are numbered from 0001 without gaps and named after what they do', () => {
    expect(files.length).toBeGreaterThan(0)
    expect(files.map((f) => Number(f.split('/').at(-1)?.slice(0, 4)))).toEqual(files.map((_, i) => i + 1))
    expect(files.filter((f) => !/\/\d{4}_[a-z]+(_[a-z0-9]+)+\.sql$/.test(f))).toEqual([])
  })
  it('only ever add', () => {
    const destructive =
      /\bDROP\b|\bRENAME\b|\bDELETE\s+FROM\b|\bPRAGMA\b|\bREPLACE\s+INTO\b|\bON\s+DELETE\s+CASCADE\b|\bON\s+UPDATE\s+CASCADE\b/i
    expect(
      files.flatMap((f) =>
        withoutReplacedTriggers(bare(f))
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => destructive.test(line) && !(EXCEPTIONS[f] ?? []).includes(line))
          .map((line) => `${f}: ${line}`),
      ),
    ).toEqual([])
  })
  it('makes no table anew that another refers to', () => {
    for (const lines of Object.values(EXCEPTIONS))
      for (const [, table] of lines.join('\n').matchAll(/DROP TABLE (\w+)/g))
        expect(files.filter((f) => new RegExp(`REFERENCES ${table}\\b`).test(bare(f)))).toEqual([])
  })
  it('make STRICT tables', () => {
    const loose = files.flatMap((f) =>
      [...bare(f).matchAll(/CREATE TABLE (\w+)[\s\S]*?\n\)([^;]*);/g)]
        .filter((m) => !/\bSTRICT\b/.test(m[2] ?? ''))
        .map((m) => `${f}: ${m[1]}`),
    )
    expect(loose).toEqual([])
  })
})
