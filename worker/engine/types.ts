/** The words every engine file shares. The engine is pure: no clock, no I/O, no locale, no unseeded randomness. */

/** A column over areas. `null` and NaN both mean missing; typed arrays are accepted as they are. */
export type Values = ArrayLike<number | null>

/** Non-negative weights over the same areas (population or equal); normalised inside, need not sum to 1. */
export type Weights = ArrayLike<number>

/** Why an index has no value. Machine-readable; the web and the API translate it. */
export type Reason =
  | 'too-few-areas'
  | 'negative-value'
  | 'non-positive-value'
  | 'non-positive-mean'
  | 'zero-divisor'
  | 'no-weight'
  | 'constant'
  | 'missing-group'
  | 'missing-value'
  | 'not-applicable'
  | 'outside-scale'
  | 'overflow'

/** A number, or null with the reason why there is none. Never NaN, never Infinity. */
export type Measure =
  | { readonly value: number; readonly reason?: never }
  | { readonly value: null; readonly reason: Reason }

export type Direction = 'benefit' | 'cost'

/** One node of a framework: a leaf (indicator) has no children. Weights are normalised among siblings; absent = 1. */
export interface FrameworkNode {
  readonly code: string
  readonly name?: string
  readonly weight?: number
  readonly direction?: Direction
  /** A number, or a range [a, b] inside which the score is 1. */
  readonly target?: number | readonly [number, number]
  readonly goalposts?: readonly [number, number]
  /** [floor, target] in the indicator's unit: the values that efficacy scores 60 and 100. The floor is the worse of the two. */
  readonly anchors?: readonly [floor: number, target: number]
  readonly children?: readonly FrameworkNode[]
}

/** A fault in the request itself (not in the data's domain). `path` is a JSON path such as `values.I01[3]`. */
export interface InputFault {
  readonly path: string
  readonly code: string
  readonly message: string
}

/** Thrown by every engine entry point for a request it cannot mean; the HTTP layer turns it into problem+json 422. */
export class EngineInputError extends Error {
  readonly faults: readonly InputFault[]

  constructor(faults: readonly InputFault[]) {
    super(faults.map((f) => `${f.path}: ${f.message}`).join('; '))
    this.name = 'EngineInputError'
    this.faults = faults
  }
}

/** Something the reader of a result must know. `path` names the indicator, node or cell. */
export interface Warning {
  readonly code: string
  readonly path?: string
  readonly message: string
}
