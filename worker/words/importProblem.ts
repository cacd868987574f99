/** A problem of an imported file as its words need it: what services/import keeps, without a language. */
export interface ToldProblem {
  readonly column: string | null
  readonly value: string | null
  readonly count: number
  readonly places: readonly { readonly hint?: string | number }[]
  readonly facts?: Readonly<Record<string, string | number>>
  readonly suggestions?: readonly { readonly name: string; readonly nameEn: string; readonly isSafe: boolean }[]
}

export type Told = (problem: ToldProblem) => string
export interface ProblemWords {
  readonly what: Told
  /** When it holds for many cells; their places are listed after it. */
  readonly many?: Told
  readonly todo: Told
}

/** Empty where the problem does not hold it. */
export const fact = (p: ToldProblem, name: string): string | number => p.facts?.[name] ?? ''
export const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',')
/** What stands beside the first place: what to write instead, or the row that it repeats. */
export const hintOf = (p: ToldProblem): string | number => p.places[0]?.hint ?? ''
/** Same words whatever the problem holds. */
export const always =
  (text: string): Told =>
  () =>
    text
