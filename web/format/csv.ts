/** Tables as CSV for Excel: UTF-8 with BOM, RFC 4180 quoting. Text that a spreadsheet would run as a formula is disarmed. */
/** Full-width signs are read as the plain ones, and some spreadsheets cut off spaces before them. */
const FORMULA = /^[\s\u00A0\u3000\uFEFF]*[=+\-@＝＋－＠−﹢﹣﹦﹫]|^[\t\r\n]/
export type CsvValue = string | number | null | undefined

function quote(value: CsvValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  const safe = FORMULA.test(value) && !/^[+-]?\d+(\.\d+)?%?$/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export function csvText(header: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  return `\uFEFF${[header, ...rows].map((row) => row.map(quote).join(',')).join('\r\n')}\r\n`
}
