/** How this language calls what has a name in several, and lists things. */
import type { Name } from '../param.types.ts'

export const names = {
  of: ({ name }: Name): string => name,
  list: (items: readonly string[]): string => items.join('、'),
}
