/** If-Match → the tags it names; null = `*`. Absent is a 428: nobody saves over a version they have not seen. */
import { AppError } from './errors.ts'

export function ifMatch(header: string | undefined): string[] | null {
  if (header === undefined || header.trim() === '') throw new AppError('precondition-required')
  if (header.trim() === '*') return null
  return header.split(',').map((tag) => tag.trim().replace(/^"(.*)"$/, '$1'))
}
