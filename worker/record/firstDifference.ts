/** Where two JSON values first differ, and by what. Keys are read in the stated value's order, then those it lacks; lists in theirs.
 * Whatever one side lacks is undefined on that side. O(size). */
export interface RawDifference {
  readonly path: readonly (string | number)[]
  readonly stated: unknown
  readonly computed: unknown
}

export function firstDifference(
  stated: unknown,
  computed: unknown,
  path: readonly (string | number)[] = [],
): RawDifference | null {
  if (stated === computed) return null
  if (!isContainer(stated) || !isContainer(computed) || Array.isArray(stated) !== Array.isArray(computed))
    return { path, stated, computed }
  for (const key of keysOf(stated, computed)) {
    const [a, b] = [read(stated, key), read(computed, key)]
    const found = a === b ? null : firstDifference(a, b, [...path, Array.isArray(stated) ? Number(key) : key])
    if (found !== null) return found
  }
  return null
}

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null

const keysOf = (stated: object, computed: object): string[] => [
  ...Object.keys(stated),
  ...Object.keys(computed).filter((key) => !Object.hasOwn(stated, key)),
]

const read = (value: object, key: string): unknown => (Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined)
