/** Gathers every fault of a request before refusing it, so that a caller repairs all of them at once.
 * At most 50 are kept: a wrong unit in a 3,000-row column must not make a megabyte of answer. */
import { EngineInputError, type InputFault } from '../types.ts'

const MOST = 50

/** Example: `const faults = new Faults(); faults.add('areas', 'empty', 'needs one area'); faults.throwIfAny()`. O(1) each. */
export class Faults {
  readonly #found: InputFault[] = []
  readonly #rename: (path: string) => string

  /** `rename` turns a checker's paths into the caller's, where a part of the request is checked by itself. */
  constructor(rename: (path: string) => string = (path) => path) {
    this.#rename = rename
  }

  add(path: string, code: string, message: string): void {
    if (this.#found.length < MOST) this.#found.push({ path: this.#rename(path), code, message })
  }

  get full(): boolean {
    return this.#found.length >= MOST
  }

  get count(): number {
    return this.#found.length
  }

  get any(): boolean {
    return this.#found.length > 0
  }

  throwIfAny(): void {
    if (this.#found.length > 0) throw new EngineInputError(this.#found)
  }
}
