/** The reference tables are plain: commas, no quotation marks except around headers, an empty cell for a missing value. */
export type Row = Readonly<Record<string, string>>

export function parseTable(text: string): Row[] {
  const [header = [], ...rows] = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/)
    .map(cells)
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''])))
}

function cells(line: string): string[] {
  return [...line.matchAll(/("([^"]*)"|[^,]*)(,|$)/g)]
    .slice(0, line.length === 0 ? 1 : undefined)
    .map((m) => m[2] ?? m[1] ?? '')
}
