/** What a refusal of the guard speaks of, areas and indicators by name; its sentences are words/<language>/publication.ts. */
import type { Refusal } from '../disclosure/history.ts'
import type { Name } from '../../words/param.types.ts'
import type { Refused } from '../../words/zh-CN/publication.ts'

const MOST_NAMED = 5

export const refusedOf = ({ code, why, periods, codes }: Refusal, nameOf: (code: string) => Name): Refused => ({
  code,
  why: why ?? 'no-room',
  periods,
  about: codes.slice(0, MOST_NAMED).map(nameOf),
  count: codes.length,
})
