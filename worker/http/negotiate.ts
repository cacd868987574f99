/** What the reader wants of what there is, by q-values: the most specific range that matches a type says how much it is wanted; among equals the
 * first of the list wins. */
import { accepts } from 'hono/accepts'
import { sentence } from '../words/sentence.ts'
import { AppError } from '../contract/problems.ts'
import type { Context } from 'hono'
import type { AppEnv } from './appEnv.ts'

interface Range {
  readonly type: string
  readonly q: number
}

/** The type to answer in; 406 when none of them is wanted. Without an Accept header the first. */
export function negotiateType<T extends string>(c: Context<AppEnv>, types: readonly [T, ...T[]]): T {
  const chosen = accepts(c, {
    header: 'Accept',
    supports: [...types],
    default: types[0],
    match: (ranges) => bestOf(ranges, types, typeMatches) ?? '',
  })
  const found = types.find((type) => type === chosen)
  if (found !== undefined) return found
  throw new AppError('not-acceptable', sentence('requests.types-offered', { types: types.join(', ') }))
}

/** Of the languages or types there are, the one wanted most; undefined when none is. */
export function bestOf<T extends string>(
  ranges: readonly Range[],
  there: readonly T[],
  matches: (range: string, one: T) => number,
): T | undefined {
  let best: { readonly one: T; readonly q: number } | undefined
  for (const one of there) {
    let [q, closeness] = [0, 0]
    for (const range of ranges) {
      const close = matches(range.type.toLowerCase(), one)
      if (close > closeness) [q, closeness] = [range.q, close]
    }
    if (q > (best?.q ?? 0)) best = { one, q }
  }
  return best?.one
}

/** How closely a media range names a type: 3 itself, 2 its kind, 1 anything, 0 not at all. */
function typeMatches(range: string, type: string): number {
  if (range === type) return 3
  if (range === `${type.split('/')[0]}/*`) return 2
  return range === '*/*' || range === '*' ? 1 : 0
}
