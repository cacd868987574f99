/** A sentence before it has a language: which one, and what it speaks of. Services and acts make them; words/index.ts turns one into a text where
 * the answer to a reader is made. */
import type { Param, Params } from './param.types.ts'
import type { zhCN } from './zh-CN/index.ts'

/** Every language has the shape of the first one. */
export type Words = typeof zhCN

export interface Sentence {
  /** `area.entry` in the catalogues; not part of the API. */
  readonly key: SentenceKey
  readonly params: Params
}
/** What an answer may have to say beside its code. */
export type Said = Sentence | string | readonly Sentence[]
export type SentenceKey = {
  [A in keyof Words]: {
    [K in keyof Words[A] & string]: Words[A][K] extends string | ((params: never) => string) ? `${A}.${K}` : never
  }[keyof Words[A] & string]
}[keyof Words]

type Entry<K extends SentenceKey> = K extends `${infer A extends keyof Words}.${infer E}`
  ? E extends keyof Words[A]
    ? Words[A][E]
    : never
  : never
/** A param that JSON cannot carry to a client makes the call a type error. */
type ParamsOf<K extends SentenceKey> =
  Entry<K> extends (params: infer P) => string
    ? P extends { readonly [N in keyof P]: Param }
      ? [params: P]
      : [params: never]
    : []

/** Example: `sentence('areas.duplicate-code', { code: 'A1', first: 1, second: 4 })`. */
export const sentence = <K extends SentenceKey>(key: K, ...[params]: ParamsOf<K>): Sentence => ({
  key,
  // Guarantee: ParamsOf admits no other values.
  params: (params ?? {}) as Params,
})
