/** Cursors of lists sorted by (createdAt, id) descending: opaque to clients, checked on the way in. */
import { sentence } from '../words/sentence.ts'
import { AppError } from './problems.ts'

export interface Cursor {
  readonly createdAt: number
  readonly id: string
}

export const encodeCursor = (row: Cursor): string => `${row.createdAt.toString(36)}.${row.id}`

export function decodeCursor(text: string | undefined): Cursor | undefined {
  if (text === undefined) return undefined
  const match = /^([0-9a-z]{1,11})\.([0-9a-z_-]{1,64})$/.exec(text)
  if (match?.[1] === undefined || match[2] === undefined)
    throw new AppError('invalid', undefined, [
      { path: 'cursor', code: 'bad-cursor', message: sentence('requests.bad-cursor') },
    ])
  return { createdAt: Number.parseInt(match[1], 36), id: match[2] }
}

/** Takes `limit + 1` rows; the extra one says that there is a next page. */
export function pageOfRows<T extends Cursor>(
  rows: readonly T[],
  limit: number,
): { items: T[]; nextCursor: string | null } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(last) : null }
}
