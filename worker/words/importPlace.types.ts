/** One of many places of a problem: only what the problem does not say already. */
export interface ToldPlace {
  readonly row: number | null
  readonly column: string | null
  readonly value: string | null
  readonly hint?: string | number | undefined
  /** The hint is the row that this one repeats. */
  readonly isRepeat: boolean
}

/** The parts of a problem's sentence. */
export interface ToldMessage {
  readonly place: string
  readonly what: string
  readonly places: string
  readonly todo: string
  /** Of an error, how many other rows are in order (0: not said); null where nothing is stopped. */
  readonly rest: { readonly clean: number; readonly isPartial: boolean } | null
}
