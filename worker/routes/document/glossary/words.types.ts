/** A description, or one with an example. */
export type Word = string | readonly [description: string, example: unknown]
export type Words = Readonly<Record<string, Word>>
