/** A list that is saved as a whole (areas, populations): its ETag names its content, and a write goes through only if the content is still the
 * one its author saw. The comparison here gives the answer; the guard in the batch makes it hold against a faster writer. */
import { sha256Hex } from '../../lib/bytes.ts'
import { AppError } from '../../contract/problems.ts'
import { sentence } from '../../words/sentence.ts'

/** What http/ifMatch.ts reads from the request: the first write, or one over the contents with these tags; null = over any. */
export type WriteCondition =
  | { readonly first: true }
  | { readonly first: false; readonly tags: readonly string[] | null }

export const tagOf = async (list: unknown): Promise<string> => (await sha256Hex(JSON.stringify(list))).slice(0, 32)

/** Throws 412 unless the content read now satisfies the condition; true when the batch must hold it to that content. */
export async function requireCondition(
  condition: WriteCondition,
  present: { readonly isEmpty: boolean; readonly list: unknown },
): Promise<boolean> {
  if (condition.first) {
    if (!present.isEmpty) throw new AppError('precondition-failed')
    return true
  }
  if (condition.tags === null) return false
  if (!condition.tags.includes(await tagOf(present.list))) throw new AppError('precondition-failed')
  return true
}

/** The list of a body that may call it by its own name or by GET's. */
export function listIn<K extends string, T>(
  body: { readonly items?: readonly T[] } & { readonly [name in K]?: readonly T[] },
  name: K,
): { readonly name: K | 'items'; readonly list: readonly T[] } {
  const { items } = body
  const own: readonly T[] | undefined = body[name]
  if ((own === undefined) === (items === undefined))
    throw new AppError('invalid', undefined, [
      {
        path: name,
        code: 'one-of',
        message: sentence('areas.one-of', { field: name }),
      },
    ])
  return own === undefined ? { name: 'items', list: items ?? [] } : { name, list: own }
}
