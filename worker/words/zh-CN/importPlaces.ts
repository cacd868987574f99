/** Where in a file a problem is, and the whole sentence about it. */
import type { ToldMessage, ToldPlace } from '../importPlace.types.ts'

const inBrackets = (subject: string | number | undefined): string => (subject === undefined ? '' : `（${subject}）`)

export const importPlaces = {
  header: (column: string | null): string => (column === null ? '表头' : `表头“${column}”`),
  column: (column: string, subject?: string | number): string => `“${column}”一列${inBrackets(subject)}`,
  row: (row: number): string => `第 ${row} 行`,
  cell: (row: number, column: string, subject?: string | number): string =>
    `第 ${row} 行“${column}”${inBrackets(subject)}`,
  /** Some of `count` rows. */
  rows: (rows: readonly (number | null)[], count: number): string =>
    `第 ${rows.join('、')} 行${rows.length >= count ? '' : `等 ${count} 行`}`,
  list: (places: readonly string[], more: boolean): string => `${places.join('、')}${more ? '等' : ''}`,
  place: ({ row, column, value, hint, isRepeat }: ToldPlace): string => {
    const where = `${row === null ? '' : `第 ${row} 行`}${column === null ? '' : `“${column}”`}`
    if (isRepeat) return `${where}（与第 ${hint ?? ''} 行）`
    return `${where}${value === null ? '' : `“${value}”`}${hint === undefined ? '' : `（应为 ${hint}）`}`
  },
  message: ({ place, what, places, todo, rest }: ToldMessage): string => {
    const tail =
      rest === null
        ? '。'
        : rest.clean === 0
          ? '；尚未写入。'
          : `，其余 ${rest.clean} 行已检查${rest.isPartial ? '的各列' : ''}无误，尚未写入。`
    return `${place}${what}${places === '' ? '' : `：${places}`}。${todo}${tail}`
  },
}
