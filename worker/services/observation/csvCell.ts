/** One CSV cell. Text that a spreadsheet would run as a formula gets an apostrophe; numbers keep their sign. */
export function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const csvLine = (cells: readonly (string | number)[]): string => `${cells.map(csvCell).join(',')}\r\n`

/** Spreadsheets read a file as UTF-8 only when it begins so. */
export const UTF8_BOM = '\uFEFF'
