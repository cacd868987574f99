/** One method as people read it: name, one sentence, formula in plain characters, where it holds, where it comes from. */
export interface MethodText {
  readonly name: string
  readonly say: string
  readonly formula?: string
  /** When it has no value, or what to beware of. */
  readonly limits?: string
  readonly source?: string
  /** What it means, where one is chosen among others. */
  readonly hint?: string
}

export type ChosenMethod = MethodText & { readonly hint: string }

/** What a language must say of the master's methods. A formula or a source without words is left to the master. */
export type MethodWords<Master> = {
  readonly [K in keyof Master]: { readonly [F in Exclude<keyof Master[K], Bare>]: string } & {
    readonly [F in Bare]?: string
  }
}
type Bare = 'formula' | 'source'

/** The same with both languages in one entry, as the indices still have it. */
export type SideBySide = MethodText & {
  readonly [F in keyof MethodText as `${F}En`]: MethodText[F]
}
