/** One method as people read it: name, one sentence, formula in plain characters, where it holds, where it comes from. */
export interface MethodText {
  readonly name: string
  readonly nameEn: string
  readonly say: string
  readonly sayEn: string
  readonly formula?: string
  /** Given when the formula holds words. */
  readonly formulaEn?: string
  /** When it has no value, or what to beware of. */
  readonly limits?: string
  readonly limitsEn?: string
  readonly source?: string
  /** Given when the source is named in Chinese. */
  readonly sourceEn?: string
}
