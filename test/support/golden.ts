/** Reads the golden files and applies their passing rule: |got − expected| ≤ max(absTolerance or 0, t·|expected|), where
 * t = `keyTolerance[path]` (a path covers everything under it; the longest one wins) or `tolerance`. null must be null;
 * strings, booleans and integer-typed fields must be equal. The surprise: only keys named in `expected` are compared. */
import { readFileSync } from 'node:fs'
import { expect } from 'vitest'

export type GoldenValue =
  | number
  | string
  | boolean
  | null
  | readonly GoldenValue[]
  | { readonly [key: string]: GoldenValue }

export interface GoldenCase {
  readonly id: string
  readonly method?: string
  readonly label?: string
  readonly input: Readonly<Record<string, GoldenValue>>
  readonly expected: GoldenValue
  readonly alternatives?: GoldenValue
  readonly convention: string
  readonly tolerance?: number
  readonly absTolerance?: number
  readonly keyTolerance?: Readonly<Record<string, number>>
  readonly exact?: GoldenValue
  readonly nullBecause?: Readonly<Record<string, string>> | string
  /** null = another convention, for reference only: not held against the engine. */
  readonly methodsKey?: string | null
}

export interface GoldenFile {
  readonly title: string
  readonly framework?: GoldenValue
  readonly data?: Readonly<Record<string, GoldenValue>>
  readonly cases: readonly GoldenCase[]
}

/** `loadGolden('indices')` reads test/golden/data/indices.json. */
export function loadGolden(name: string): GoldenFile {
  return JSON.parse(readFileSync(new URL(`../golden/data/${name}.json`, import.meta.url), 'utf8')) as GoldenFile
}

/** True when the case states another convention and therefore binds nobody. */
export function isAlternative(golden: GoldenCase): boolean {
  return golden.convention.startsWith('ALTERNATIVE') || golden.methodsKey === null
}

/** Every disagreement between `got` and the case's `expected`, one line each; empty = the case passes. */
export function goldenFaults(golden: GoldenCase, got: unknown, expected: GoldenValue = golden.expected): string[] {
  const faults: string[] = []
  compare(golden, '', expected, got, faults)
  return faults
}

/** Asserts that the case passes. `got` needs the shape of `expected`; extra keys in `got` are ignored. */
export function expectGolden(golden: GoldenCase, got: unknown, expected: GoldenValue = golden.expected): void {
  expect(goldenFaults(golden, got, expected), golden.id).toEqual([])
}

/** The relative tolerance that holds at a dotted path. */
export function toleranceAt(golden: GoldenCase, path: string): number {
  const keyed = Object.entries(golden.keyTolerance ?? {})
    .filter(([key]) => path === key || path.startsWith(`${key}.`))
    .toSorted(([a], [b]) => b.length - a.length)
  return keyed[0]?.[1] ?? golden.tolerance ?? 1e-12
}

function compare(golden: GoldenCase, path: string, expected: GoldenValue, got: unknown, faults: string[]): void {
  const at = path === '' ? '(root)' : path
  if (typeof expected === 'number') {
    if (typeof got !== 'number' || !Number.isFinite(got)) {
      faults.push(`${at}: expected ${expected}, got ${String(got)}`)
      return
    }
    const allowed = Math.max(golden.absTolerance ?? 0, toleranceAt(golden, path) * Math.abs(expected))
    const difference = Math.abs(got - expected)
    if (!(difference <= allowed))
      faults.push(`${at}: expected ${expected}, got ${got}, off by ${difference} > ${allowed}`)
    return
  }
  if (expected === null || typeof expected !== 'object') {
    if (got !== expected) faults.push(`${at}: expected ${String(expected)}, got ${String(got)}`)
    return
  }
  if (Array.isArray(expected)) {
    if (!isList(got) || got.length !== expected.length) {
      faults.push(
        `${at}: expected a list of ${expected.length}, got ${isList(got) ? `one of ${got.length}` : String(got)}`,
      )
      return
    }
    expected.forEach((item: GoldenValue, i) => compare(golden, join(path, String(i)), item, got[i], faults))
    return
  }
  if (typeof got !== 'object' || got === null) {
    faults.push(`${at}: expected an object, got ${String(got)}`)
    return
  }
  for (const [key, item] of Object.entries(expected)) {
    compare(golden, join(path, key), item as GoldenValue, (got as Record<string, unknown>)[key], faults)
  }
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value)
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}
