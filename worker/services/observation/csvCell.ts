/** One CSV cell. Text that a spreadsheet would run as a formula gets an apostrophe; numbers keep their sign. Full-width signs count: Chinese input
 * methods write them and spreadsheets read them as the plain ones; so does a sign behind spaces, which some of them cut off. */
const FORMULA = /^[\s\u00A0\u3000\uFEFF]*[=+\-@＝＋－＠−﹢﹣﹦﹫]|^[\t\r\n]/

export function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const safe = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const csvLine = (cells: readonly (string | number)[]): string => `${cells.map(csvCell).join(',')}\r\n`

/** Spreadsheets read a file as UTF-8 only when it begins so. */
export const UTF8_BOM = '\uFEFF'
