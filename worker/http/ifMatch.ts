/** If-Match → the tags it names; null = `*`. Absent is a 428: nobody saves over a version they have not seen. A compressing proxy turns
 * `"x"` into `W/"x"`; our tags name contents, not bytes, so the prefix says nothing and is dropped. */
import { AppError } from '../contract/problems.ts'

export function ifMatch(header: string | undefined): string[] | null {
  if (header === undefined || header.trim() === '') throw new AppError('precondition-required')
  if (header.trim() === '*') return null
  return header.split(',').map((tag) => tag.trim().replace(/^(?:W\/)?"(.*)"$/, '$1'))
}

/** For what may not exist yet: If-Match as above, or `If-None-Match: *` for the first write. */
export function writeCondition(
  match: string | undefined,
  noneMatch: string | undefined,
): { readonly first: true } | { readonly first: false; readonly tags: string[] | null } {
  if ((match ?? '').trim() === '' && noneMatch?.trim() === '*') return { first: true }
  return { first: false, tags: ifMatch(match) }
}
