import type { importPlaces as first } from '../zh-CN/importPlaces.ts'

const inBrackets = (subject: string | number | undefined): string => (subject === undefined ? '' : ` (${subject})`)

export const importPlaces: typeof first = {
  header: (column) => (column === null ? 'Header' : `Header “${column}”`),
  column: (column, subject) => `Column “${column}”${inBrackets(subject)}`,
  row: (row) => `Row ${row}`,
  cell: (row, column, subject) => `Row ${row}, “${column}”${inBrackets(subject)}`,
  rows: (rows, count) => `Rows ${rows.join(', ')}${rows.length >= count ? '' : ` and others, ${count} in all`}`,
  list: (places, more) => `${places.join('; ')}${more ? '; …' : ''}`,
  place: ({ row, column, value, hint, isRepeat }) => {
    const where = [row === null ? '' : `row ${row}`, column === null ? '' : `“${column}”`].join(' ').trim()
    if (isRepeat) return `${where} (as row ${hint ?? ''})`
    return `${where}${value === null ? '' : ` “${value}”`}${hint === undefined ? '' : ` (write ${hint})`}`.trim()
  },
  message: ({ place, what, places, todo, rest }) => {
    const tail =
      rest === null
        ? ''
        : rest.clean === 0
          ? ' Nothing has been written.'
          : ` The other ${rest.clean} rows are in order${rest.isPartial ? ' where they were checked' : ''}; nothing has been written.`
    return `${place === '' ? '' : `${place}: `}${what}${places === '' ? '' : ` (${places})`}. ${todo}.${tail}`
  },
}
