/** What each word of the API means, said once for all resources that use it: property → description and, where the type does not say enough, an
 * example. A longer name wins: `ImportRecord.problems`, `counts.areas`, then `areas`. A schema's own description wins over all of them. */
import { AUDIT_WORDS } from './audit.ts'
import { COMPUTE_WORDS } from './compute.ts'
import { DATA_WORDS } from './data.ts'
import { EVALUATION_WORDS } from './evaluations.ts'
import { COMMON_WORDS } from './common.ts'
import { REFERENCE_WORDS } from './reference.ts'
import { RELEASE_WORDS } from './releases.ts'
import { ROOM_WORDS } from './rooms.ts'
import type { Word } from './words.types.ts'

export const GLOSSARY: ReadonlyMap<string, Word> = new Map(
  [
    COMMON_WORDS,
    ROOM_WORDS,
    AUDIT_WORDS,
    DATA_WORDS,
    EVALUATION_WORDS,
    RELEASE_WORDS,
    COMPUTE_WORDS,
    REFERENCE_WORDS,
  ].flatMap((words) => Object.entries(words)),
)

export function lookUp(path: readonly string[]): readonly [description: string, example?: unknown] | undefined {
  const key = keyOf(path)
  const word = key === undefined ? undefined : GLOSSARY.get(key)
  return typeof word === 'string' ? [word] : word
}

/** The longest tail of the path that the glossary has; with its head first, so that `A.b` may differ from `C.b`. */
export function keyOf(path: readonly string[]): string | undefined {
  for (let from = 0; from < path.length; from += 1) {
    const key = path.slice(from).join('.')
    if (GLOSSARY.has(key)) return key
    const headed = `${path[0] ?? ''}.${path.slice(from).join('.')}`
    if (from > 1 && GLOSSARY.has(headed)) return headed
  }
  return undefined
}
