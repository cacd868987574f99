/** Third-party reference values from outside the repository (scripts/test/referenceFolder.ts): read, never copied. A part that is not there
 * fails: who asks for the reference tests wants them run. `npm test` leaves them out, and says so, where there is no folder at all. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { referenceFolder } from '../../scripts/test/referenceFolder.ts'

const folder = referenceFolder().path
export const referencePath = (part: string): string => join(folder, part)

export function describeReference(name: string, part: string, body: () => void): void {
  if (existsSync(referencePath(part))) {
    describe(name, body)
    return
  }
  it(`${name}: the reference values are there`, () => {
    expect.fail(
      `nothing to compare with: no ${part} in the reference folder. Set JUNHENG_REFERENCE to the folder that holds it.`,
    )
  })
}

export type Row = Readonly<Record<string, string>>

/** The rows of a CSV file by column name; cells stay text, an empty cell is ''. */
export function readTable(path: string): Row[] {
  const lines = readText(path)
    .split(/\r?\n/)
    .filter((line) => line !== '')
  const names = splitLine(lines[0] ?? '')
  return lines.slice(1).map((line) => {
    const cells = splitLine(line)
    return Object.fromEntries(names.map((name, k) => [name, cells[k] ?? '']))
  })
}

export function readText(path: string): string {
  return readFileSync(referencePath(path), 'utf8')
}

/** A cell as a number; an empty one, NA and R's NaN (0/0) are null. */
export function numberAt(row: Row | undefined, key: string): number | null {
  const cell = row?.[key]
  if (cell === undefined) throw new Error(`no column ${key}`)
  return ['', 'NA', 'NaN'].includes(cell) ? null : Number(cell)
}

/** |got − expected| ≤ relative·|expected| + absolute, null only for null. */
export function expectNear(
  got: number | null | undefined,
  expected: number | null,
  relative: number,
  absolute = 0,
  what = '',
): void {
  if (expected === null || got === null || got === undefined) {
    expect(got ?? null, what).toBe(expected)
    return
  }
  const within = Math.abs(got - expected) <= relative * Math.abs(expected) + absolute
  expect(within, `${what}: got ${got}, expected ${expected}`).toBe(true)
}

function splitLine(line: string): string[] {
  const cells: string[] = []
  for (const match of line.matchAll(/(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/g)) {
    if (match.index === line.length && cells.length > 0 && !line.endsWith(',')) break
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
  }
  return cells
}
