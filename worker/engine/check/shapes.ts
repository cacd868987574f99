/** Shapes of what arrives from outside, where no type has been checked yet. */

/** An array or a typed array. O(1). Example: `isList(new Float64Array(2))` is true, `isList('ab')` is false. */
export function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView))
}

/** An object with keys: not null, not a list. O(1). Example: `isRecord({})` is true, `isRecord([])` is false. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !isList(value)
}

/** A finite number. O(1). Example: `isFiniteNumber(NaN)` is false. */
export function isFiniteNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}
